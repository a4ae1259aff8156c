// @vitest-environment node
/** What is said where there is no right and wrong: errors, and nothing of accuracies. */
import { expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { resultsSentence } from '../../../src/lab-page/evidence/results-sentence';
import { buildSpec } from '../../../src/labs/meta-learning/build-spec';
import { metaLearningParameters } from '../../../src/labs/meta-learning/parameters';
import { defaultsOf } from '../../../src/spec/parameters';
import { emptyRecord, withEvaluation } from '../../../src/store/network-record';

const spec = buildSpec(defaultsOf(metaLearningParameters));
const record = (error: number) =>
  withEvaluation(emptyRecord, {
    step: 1500,
    test: { correct: 0, total: 200, error },
    train: { correct: 0, total: 0 },
    full: true,
  });

it('the results are told as errors on held-out waves', () => {
  const told = resultsSentence({ networks: { reptile: record(0.354) }, spec }, en);
  expect(told).toBe('Reptile at step 1,500: mean squared error 0.35 on held-out waves.');
});

it('steps that have run away have no number, and no accuracy in its place', () => {
  const told = resultsSentence({ networks: { random: record(Number.POSITIVE_INFINITY) }, spec }, en);
  expect(told).toBe('Random at step 1,500: mean squared error – on held-out waves.');
});

it('outcomes are left to the run: without one no word says which start is the better one', () => {
  const { metaLearningLab, metaLearning, metaLearningMore } = en;
  const before = [
    metaLearning.summary,
    metaLearningLab.lead,
    ...metaLearningLab.explanation,
    metaLearningMore.seen('640', '64'),
    metaLearningMore.costNote,
  ].join(' ');
  expect(before).not.toMatch(/Reptile’s|fits|better|wrong|nowhere|straight|would not help/);
  expect(metaLearningLab.startErrors('Reptile', '3.12', '1.06')).toBe(
    'Reptile 3.12 before adapting, 1.06 after five steps',
  );
});

it('numbers of tasks, steps and points are those of the bench, one of them in the singular', () => {
  const { outer, told, explanation } = en.metaLearningLab;
  expect(outer.notYet.reptile('3')).toContain('3 waves adapt,');
  expect(outer.notYet.reptile('1')).toContain('1 wave adapts,');
  expect(told.reptile.forward('1', '1', '2', '1', '1')).toContain(
    '1 wave makes 1 step, 1 fresh point a step',
  );
  expect(outer.mean('1')).toBe('Mean of 1 displacement');
  expect(explanation.join(' ')).not.toMatch(/\b(five|eight|ten)\b/);
});

it('a slow step of each start has a sentence for each phase, which says what is averaged and what is not', () => {
  const { reptile, pretrained, random } = en.metaLearningLab.told;
  expect(reptile.sum('8', '8', '1', '0.5', '10')).toContain('mean of the 8 displacements');
  expect(reptile.update('8', '8', '1', '0.5', '10')).toContain('0.5 of the way');
  expect(reptile.forward('8', '4', '1', '0.5', '20')).toContain('4 steps each, 20 fresh points a step');
  expect(pretrained.forward('3.1')).toContain('3.1');
  expect(random.forward('9')).toContain('9');
});
