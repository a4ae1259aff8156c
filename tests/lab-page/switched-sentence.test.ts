import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { whole } from '../../src/i18n/format';
import { switchedSentence } from '../../src/lab-page/switched-sentence';
import { labs } from '../../src/labs/registry';
import { networkCost } from '../../src/math/cost';
import { defaultsOf } from '../../src/spec/parameters';

describe.each(labs.map((meta) => [meta.id, meta] as const))('a flip of the switch in %s', (id, meta) => {
  const load = async () => {
    const { table, buildSpec } = await meta.load();
    const spec = buildSpec(defaultsOf(table));
    const sharing = table.sharing;
    if (sharing?.kind !== 'choice') throw new Error('A lab has a switch.');
    const parameters = (network: unknown) =>
      spec.networks
        .filter((each) => each.id === network)
        .map((each) => whole(networkCost(each).parameters))
        .join();
    const flips = sharing.options.flatMap((to) =>
      sharing.options.filter((from) => from !== to).map((from) => ({ from: String(from), to: String(to) })),
    );
    return { spec, parameters, flips };
  };

  it('is told by a sentence for every network, with the numbers that this network trains', async () => {
    const { spec, parameters, flips } = await load();
    expect(flips.length).toBeGreaterThan(1);
    for (const { from, to } of flips) {
      const sentence = switchedSentence(id, spec, { from, to }, en);
      expect(sentence, `${from} to ${to}`).toMatch(/\.$/);
      const told = sentence.match(/\d[\d,]*/g);
      expect(told, sentence).toEqual(
        sentence.includes('became') ? [parameters(from), parameters(to)] : [parameters(to)],
      );
    }
  });

  it('says that the others have as many parameters only where they do', async () => {
    const { spec, parameters, flips } = await load();
    for (const { from, to } of flips)
      if (switchedSentence(id, spec, { from, to }, en).includes('as in the others'))
        expect(parameters(from)).toBe(parameters(to));
  });

  it('says nothing of a network that it does not know', () => {
    expect(switchedSentence(id, null, { from: 'shared', to: 'nobody' }, en)).toBe('');
  });
});
