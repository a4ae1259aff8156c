/** What the newest evaluations say, in sentences: one for each network that has been evaluated. */
import { large, percent, whole } from '../../i18n/format';
import type { Messages } from '../../i18n/messages';
import { NETWORK_IDS, type NetworkId } from '../../spec/network-id';
import type { ExperimentState } from '../../store/experiment-state';
import { measuredFigures } from '../../store/figures';
import { thingsOf } from './things';

export function resultsSentence(
  { networks, spec }: Pick<ExperimentState, 'networks' | 'spec'>,
  { evidence, labPage }: Pick<Messages, 'evidence' | 'labPage'>,
): string {
  const newestOf = (id: NetworkId) => networks[id]?.evaluations.at(-1);
  /** While an old task trains all are one network, which is told once. */
  const isOld = (id: NetworkId) => (newestOf(id)?.step ?? 0) <= (spec?.lending?.steps ?? -1);
  const told = NETWORK_IDS.filter((id) => newestOf(id));
  const firstOld = told.find(isOld);
  const sentences = told.flatMap((id) => {
    const newest = newestOf(id);
    if (!newest || (isOld(id) && id !== firstOld)) return [];
    const name = isOld(id) ? evidence.theOneNetwork : labPage.networks[id];
    const { testAccuracy, trainAccuracy, testError } = measuredFigures(networks[id]);
    const [test, train] = [testAccuracy, trainAccuracy].map((share) => percent(share ?? Number.NaN));
    const things = thingsOf(spec, evidence);
    if (newest.test.error !== undefined)
      return [evidence.errorSummary(name, whole(newest.step), large(testError ?? Number.NaN), things)];
    return [evidence.summary(name, whole(newest.step), test ?? '–', train ?? '–', things)];
  });
  return sentences.join(' ');
}
