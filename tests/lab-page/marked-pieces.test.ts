import { expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { markedPieces } from '../../src/lab-page/marked-pieces';

it('marked words are pieces with their part, all else is text, and nothing is lost', () => {
  expect(markedPieces('The [feature map|output] fills in.')).toEqual([
    { text: 'The ', part: null },
    { text: 'feature map', part: 'output' },
    { text: ' fills in.', part: null },
  ]);
  expect(markedPieces('No marks.')).toEqual([{ text: 'No marks.', part: null }]);
});

it('no explanation of the catalogue leaves a bracket on the screen', () => {
  const { slide, learn, move } = en;
  const sentences = [
    ...slide.explanation,
    slide.explanationOwn,
    slide.explanationShared,
    ...learn.explanation,
    move.explainDigit,
    move.explainBars,
    move.explainMapRoaming,
    move.explainMapCorner,
    move.explainMapCentred,
    move.explainEquivariance,
  ];
  for (const sentence of sentences) {
    const pieces = markedPieces(sentence);
    expect(pieces.map(({ text }) => text).join('')).not.toMatch(/[[\]|]/);
    for (const { part } of pieces) if (part !== null) expect(part).toMatch(/^[a-z]+$/);
  }
});
