/**
 * What is said when the switch goes from one network to another: of each lab's own networks its own sentence, of those
 * that differ in tying the same in every lab. Empty where there is nothing to say.
 */
import { whole } from '../i18n/format';
import type { Messages } from '../i18n/messages';
import { networkCost } from '../math/cost';
import type { ExperimentSpec } from '../spec/experiment-spec';

type Sentences = Readonly<Record<string, (parameters: string, before: string) => string>>;

export function switchedSentence(
  labId: string,
  spec: Pick<ExperimentSpec, 'networks'> | null,
  { from, to }: { readonly from: string; readonly to: string },
  { labPage }: Pick<Messages, 'labPage'>,
): string {
  const byLab: Readonly<Record<string, Sentences>> = labPage.switched;
  const parametersOf = (id: string) => {
    const network = spec?.networks.find((each) => each.id === id);
    return network ? whole(networkCost(network).parameters) : '–';
  };
  const sentence = (byLab[labId] ?? byLab.tying)?.[to];
  return sentence?.(parametersOf(to), parametersOf(from)) ?? '';
}
