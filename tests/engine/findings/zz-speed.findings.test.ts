// @ts-nocheck
import { test } from 'vitest';
import { createSession } from '../../../src/engine/session';
import { randomStream } from '../../../src/math/random';
import { flagshipNetwork } from '../../../src/spec/flagship-network';
import { howMuchNetwork } from '../../../src/spec/how-much-network';
import { canonicalMap, mapPatterns } from '../../../src/spec/tie-map';
import { realDigits } from '../real-digits';
import { clock, dataOf, openBackend } from '../support';

test('speed', async () => {
  const backend = await openBackend('cpu');
  const data = dataOf(realDigits());
  const stream = randomStream(1, 'map');
  const random = canonicalMap(Array.from({ length: 256 }, () => stream.integer(256)));
  const two = canonicalMap(Array.from({ length: 256 }, () => stream.integer(2)));
  const checker = Array.from({ length: 256 }, (_, i) => ((i >> 4) + i) & 1);
  const cases = {
    flagship: [flagshipNetwork('shared'), true],
    one: [howMuchNetwork('grouped', { map: mapPatterns.one, shrink: null })],
    rows: [howMuchNetwork('grouped', { map: mapPatterns.rows, shrink: null })],
    blocks: [howMuchNetwork('grouped', { map: mapPatterns.blocks, shrink: null })],
    checker: [howMuchNetwork('grouped', { map: checker, shrink: null })],
    two: [howMuchNetwork('grouped', { map: two, shrink: null })],
    random: [howMuchNetwork('grouped', { map: random, shrink: null })],
    none: [howMuchNetwork('independent', { map: random, shrink: null })],
    soft: [howMuchNetwork('grouped', { map: mapPatterns.one, shrink: 0.1 })],
    softRandom: [howMuchNetwork('grouped', { map: random, shrink: 0.1 })],
  };
  const sessions = Object.entries(cases).map(([name, [network, flag]]) => {
    const spec = {
      seed: 1,
      data: flag
        ? { kind: 'digits', variant: 'roaming', examples: 1000 }
        : { kind: 'canvas', task: 'roaming', examples: 1000 },
      steps: 600,
      batch: 64,
      optimizer: { kind: 'adam', rate: 0.003, decay: 'none' },
      networks: [network],
    };
    return {
      name,
      id: network.id,
      session: createSession({ spec, data, backend, clock }),
      ms: [] as number[],
    };
  });
  const rounds = Number(process.env.ROUNDS ?? 12);
  for (let round = 0; round < rounds + 2; round++)
    for (let turn = 0; turn < sessions.length; turn++) {
      const s = sessions[(turn + round) % sessions.length];
      const begun = process.cpuUsage();
      let least = 0;
      for (let k = 0; k < 6; k++) s.session.train(s.id);
      {
        const u = process.cpuUsage(begun);
        least = (u.user + u.system) / 6000;
      }
      if (round >= 2) s.ms.push(least);
    }
  const median = (v) => [...v].sort((a, b) => a - b)[v.length >> 1];
  const one = sessions.find((s) => s.name === 'one');
  for (const s of sessions)
    process.stdout.write(
      `${s.name}: median of least ${median(s.ms).toFixed(2)}, min ${Math.min(...s.ms).toFixed(2)}, ratio to one ${median(s.ms.map((v, i) => v / one.ms[i])).toFixed(2)} min ratio ${(Math.min(...s.ms) / Math.min(...one.ms)).toFixed(2)} ms\n`,
    );
});
