/** What the newest evaluations say, in sentences: one for each network that has been evaluated. */
import { large, percent, whole } from '../../i18n/format';
import type { Messages } from '../../i18n/messages';
import { NETWORK_IDS } from '../../spec/network-id';
import type { ExperimentState } from '../../store/experiment-state';
import { measuredFigures } from '../../store/figures';
import { thingsOf } from './things';

export function resultsSentence(
  { networks, spec }: Pick<ExperimentState, 'networks' | 'spec'>,
  { evidence, labPage }: Pick<Messages, 'evidence' | 'labPage'>,
): string {
  const sentences = NETWORK_IDS.flatMap((id) => {
    const newest = networks[id]?.evaluations.at(-1);
    if (!newest) return [];
    const { testAccuracy, trainAccuracy, testError } = measuredFigures(networks[id]);
    const [test, train] = [testAccuracy, trainAccuracy].map((share) => percent(share ?? Number.NaN));
    const things = thingsOf(spec, evidence);
    if (newest.test.error !== undefined)
      return [
        evidence.errorSummary(
          labPage.networks[id],
          whole(newest.step),
          large(testError ?? Number.NaN),
          things,
        ),
      ];
    return [evidence.summary(labPage.networks[id], whole(newest.step), test ?? '–', train ?? '–', things)];
  });
  return sentences.join(' ');
}
