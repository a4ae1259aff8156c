/** What the engine's tests share: the backend of the project they run in, the digits, small experiments. */

import { inject } from 'vitest';
import { chooseBackend, type EngineBackend } from '../../src/engine/backend';
import type { DataContent } from '../../src/engine/data/data-file';
import { type Digits, decodeDigits } from '../../src/engine/data/digit-file';
import type { Session, WatchedFilters, WatchedLayer } from '../../src/engine/session';
import type { BackendName } from '../../src/spec/backend';
import type { ExperimentSpec, NetworkId } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';

declare module 'vitest' {
  interface ProvidedContext {
    backend: BackendName;
    findingsSeeds: number[];
  }
}

export const backendName = inject('backend') ?? 'cpu';

/** One for each file, another one each time. */
const lawSeed = Math.floor(2 ** 31 * Math.random());

/**
 * How often a law is tried. On webgl each new shape compiles its shaders, which a software GPU does slowly: there all
 * laws of a file are tried on the same cases, so that each is compiled once.
 */
export const lawRuns = (cpu: number, webgl: number) =>
  backendName === 'webgl' ? { numRuns: webgl, seed: lawSeed } : { numRuns: cpu };

/** The backend under test; fails where webgl was asked for and is missing. */
export async function openBackend(name: BackendName = backendName): Promise<EngineBackend> {
  const backend = await chooseBackend(name, () =>
    typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1),
  );
  if (backend.name !== name) throw new Error(`${name} is not to be had: ${backend.reason}`);
  return backend;
}

/** The flagship experiment on roaming digits, as the lab opens it. */
export function flagshipExperiment(changes: Partial<ExperimentSpec> = {}): ExperimentSpec {
  return {
    seed: 1,
    data: { kind: 'digits', variant: 'roaming', examples: 2000 },
    steps: 800,
    batch: 64,
    optimizer: { kind: 'adam', rate: 0.003, decay: 'none' },
    networks: [flagshipNetwork('shared'), flagshipNetwork('independent')],
    ...changes,
  };
}

/** A digit file of random noise, for tests that need no learning. */
export function noiseDigits(train: number, test: number): Digits {
  const bytes = new Uint8Array(16 + (train + test) * 393);
  bytes.set(new TextEncoder().encode('TIEDMNI1'));
  new DataView(bytes.buffer).setUint32(8, train, true);
  new DataView(bytes.buffer).setUint32(12, test, true);
  let state = 1;
  for (let at = 16; at < bytes.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = at < 16 + train + test ? (state >>> 16) % 10 : state >>> 24;
  }
  return decodeDigits(bytes);
}

/** Digits as the contents of their file. */
export const dataOf = (digits: Digits): DataContent => ({ kind: 'digits', digits });

export const clock = () => performance.now();

/** One step; its loss. */
export function lossOfStep(session: Session, network: NetworkId): number {
  return session.train(network).losses[0] ?? Number.NaN;
}

/** Right answers to one task, from 0, or squared errors, among `count` examples from `from` on. */
export function countOf(
  session: Session,
  network: NetworkId,
  set: 'test' | 'train',
  from: number,
  count: number,
  task = 0,
): number {
  return session.evaluateSlice(network, set, from, count)[task] ?? Number.NaN;
}

/** What is watched of one network. */
export function watchedOf(session: Session, network: NetworkId, watch: WatchedFilters): WatchedLayer {
  const layer = session.watched([network], watch)[network];
  if (!layer) throw new Error(`nothing watched of ${network}`);
  return layer;
}
