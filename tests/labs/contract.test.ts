import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { labs } from '../../src/labs/registry';
import { networkCost } from '../../src/math/cost';
import { commonParameters, defaultsOf } from '../../src/spec/parameters';
import { decodeHash, encodeHash } from '../../src/spec/url-codec';

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

  it('reads the input of a prediction, whatever comes, and says in a sentence what is wrong', async () => {
    const { readPrediction, table } = await meta.load();
    for (const payload of [{}, { pixels: null }, { pixels: 'x' }, { pixels: [Number.NaN] }])
      expect(readPrediction(payload, defaultsOf(table))).toMatchObject({
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
