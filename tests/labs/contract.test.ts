import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { labs } from '../../src/labs/registry';
import { networkCost } from '../../src/math/cost';
import { commonParameters, defaultsOf } from '../../src/spec/parameters';
import { decodeHash, encodeHash } from '../../src/spec/url-codec';
import { anyValue, plain } from '../spec/any-value';

describe.each(labs.map((meta) => [meta.id, meta] as const))('the lab %s', (id, meta) => {
  it('has a name, a question and a summary in the catalogue', () => {
    for (const text of [meta.name(en), meta.question(en), meta.summary(en)])
      expect(text.length).toBeGreaterThan(3);
    expect(meta.question(en)).toMatch(/[?!.]$/);
  });

  it('has every common key in its table', async () => {
    const { table } = await meta.load();
    for (const key of Object.keys(commonParameters)) expect(table).toHaveProperty(key);
    for (const parameter of Object.values(table)) expect(parameter.doc.length).toBeGreaterThan(10);
  });

  it('writes only v, lab and seed for its defaults and reads them back', async () => {
    const { table } = await meta.load();
    const hash = encodeHash(table, id, defaultsOf(table));
    expect(hash).toBe(`#v=1&lab=${id}&seed=1`);
    expect(decodeHash(table, hash)).toEqual({ state: defaultsOf(table), notes: [] });
  });

  it('brings back every value of every key', async () => {
    const { table } = await meta.load();
    for (const [key, parameter] of Object.entries(table))
      fc.assert(
        fc.property(anyValue(parameter), (value) => {
          const { state, notes } = decodeHash(
            table,
            encodeHash(table, id, { ...defaultsOf(table), [key]: value }),
          );
          expect(notes).toEqual([]);
          expect(state).toEqual({ ...defaultsOf(table), [key]: plain(value) });
        }),
        { numRuns: 20 },
      );
  });

  it('reads the input of a prediction, whatever comes, and says in a sentence what is wrong', async () => {
    const { readPrediction, table } = await meta.load();
    const odd = [
      null,
      7,
      'x'.repeat(50),
      [Number.NaN],
      { length: 784 },
      '\u{1f600}',
      [[]],
      [[Infinity, 0]],
      [['0', '0']],
      new Array(51).fill([0, 0]),
    ];
    const keys = ['pixels', 'text', 'a', 'b', 'points'];
    const payloads = odd.flatMap((value) => [
      ...keys.map((key) => ({ [key]: value })),
      Object.fromEntries(keys.map((key) => [key, value])),
    ]);
    for (const payload of [{}, ...payloads])
      expect(readPrediction(payload, defaultsOf(table)), JSON.stringify(payload)).toMatchObject({
        problem: expect.stringMatching(/\.$/),
      });
  });

  it('turns its defaults into an experiment whose bench is part of its networks', async () => {
    const { table, buildSpec, benchOf } = await meta.load();
    const state = defaultsOf(table);
    const spec = buildSpec(state);
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    const ids = spec.networks.map((network) => network.id);
    for (const network of benchOf(state)) expect(ids).toContain(network);
    for (const network of spec.networks) expect(networkCost(network).parameters).toBeGreaterThan(0);
  });
});
