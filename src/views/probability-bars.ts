/**
 * The class probabilities of one network as a table of ten bars, and its verdict above: "says 7". A real table,
 * so the picture and what a screen reader gets are the same. The most probable class is solid, the rest lighter;
 * the true class, where known, has a bold numeral.
 */
import { select } from 'd3';
import { mostProbable } from '../math/most-probable';
import type { Palette } from './palette';
import type { View } from './view';

export type ProbabilityWords = {
  /** Name of the network, above the bars. */
  readonly name: string;
  /** Beside the name: "at step 120". */
  readonly when: string;
  /** Above the bars at the right: "says 7". */
  readonly says: (digit: number) => string;
  /** Spoken and shown beside it, when the true class is known. */
  readonly right: string;
  readonly wrong: string;
  readonly classHeading: string;
  readonly probabilityHeading: string;
  readonly percent: (fraction: number) => string;
};

export type ProbabilityBarsProps = {
  /** Ten probabilities that sum to 1. */
  readonly probabilities: ArrayLike<number>;
  /** The true class, or null when nobody knows (the learner's own picture). */
  readonly label: number | null;
  /** The network's colour. */
  readonly color: string;
  /** True while the explanation points at the bars. */
  readonly lit: boolean;
  readonly palette: Palette;
  readonly words: ProbabilityWords;
};

/** Smaller shares have a bar but no number. */
const UNTOLD = 0.005;

type Row = { readonly digit: number; readonly share: number };

export function createProbabilityBars(
  container: HTMLElement,
  initial: ProbabilityBarsProps,
): View<ProbabilityBarsProps> {
  const root = select(container).append('div').attr('class', 'move-bars');
  const head = root.append('div').attr('class', 'move-bars-head');
  const name = head.append('h2');
  const when = head.append('p').attr('class', 'move-when note number');
  const verdict = head.append('p').attr('class', 'move-verdict number');
  const says = verdict.append('span');
  const mark = verdict.append('span').attr('class', 'move-mark').attr('aria-hidden', 'true');
  const spoken = verdict.append('span').attr('class', 'visually-hidden');
  const table = root.append('table');
  const caption = table.append('caption').attr('class', 'visually-hidden');
  const columns = table.append('colgroup');
  for (const column of ['digit', 'track', 'share'])
    columns.append('col').attr('class', `move-column-${column}`);
  const heading = table.append('thead').attr('class', 'visually-hidden').append('tr');
  const classHeading = heading.append('th').attr('scope', 'col');
  const shareHeading = heading.append('th').attr('scope', 'col').attr('colspan', 2);
  const body = table.append('tbody');

  function update(props: ProbabilityBarsProps) {
    const { probabilities, label, color, palette, words } = props;
    const winner = mostProbable(probabilities);
    root.classed('move-lit', props.lit);
    name.text(words.name).style('color', color);
    when.text(words.when);
    says.text(words.says(winner));
    mark.text(label === null ? '' : winner === label ? '✓' : '✗');
    spoken.text(label === null ? '' : ` (${winner === label ? words.right : words.wrong})`);
    caption.text(`${words.name}: ${words.probabilityHeading}`);
    classHeading.text(words.classHeading);
    shareHeading.text(words.probabilityHeading);
    const rows: Row[] = Array.from(probabilities, (share, digit) => ({ digit, share }));
    const row = body
      .selectAll<HTMLTableRowElement, Row>('tr')
      .data(rows)
      .join((enter) => {
        const made = enter.append('tr');
        made.append('th').attr('scope', 'row').attr('class', 'number');
        made
          .append('td')
          .attr('class', 'move-track')
          .attr('aria-hidden', 'true')
          .append('span')
          .append('span');
        made.append('td').attr('class', 'move-share number').append('span');
        return made;
      });
    row
      .classed('move-winner', ({ digit }) => digit === winner)
      .classed('move-true', ({ digit }) => digit === label);
    row.select('th').text(({ digit }) => String(digit));
    row
      .select('.move-track > span > span')
      .style('width', ({ share }) => `${(100 * share).toFixed(2)}%`)
      .style('background', color)
      .style('opacity', ({ digit }) => (digit === winner ? 1 : 0.55));
    row.select('.move-track > span').style('background', palette.blank);
    // Ten zeros in a column hide the one number that matters; they are still there to be read out.
    row
      .select('.move-share > span')
      .attr('class', ({ share }) => (share < UNTOLD ? 'visually-hidden' : null))
      .text(({ share }) => words.percent(share));
  }

  let known = initial;
  update(initial);
  return {
    update(props) {
      const same =
        props.probabilities === known.probabilities &&
        props.label === known.label &&
        props.words.name === known.words.name &&
        props.lit === known.lit &&
        props.palette === known.palette &&
        props.words.when === known.words.when;
      known = props;
      if (!same) update(props);
    },
    dispose: () => root.remove(),
  };
}
