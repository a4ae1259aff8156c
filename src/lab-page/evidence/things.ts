/** What the examples of an experiment are called in texts: digits, words, pairs. */
import type { Messages } from '../../i18n/messages';
import type { ExperimentSpec } from '../../spec/experiment-spec';

export const thingsOf = (spec: ExperimentSpec | null, { things }: Messages['evidence']): string =>
  things[spec?.data.kind ?? 'digits'];
