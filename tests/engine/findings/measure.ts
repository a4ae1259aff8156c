/** What the findings share: means, whole runs, and what was recorded of them for posters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DataContent, decodeData } from '../../../src/engine/data/data-file';
import type { Session } from '../../../src/engine/session';
import { type Recordings, storedRun } from '../../../src/labs/recordings';
import type { NetworkId } from '../../../src/spec/experiment-spec';
import { clock, countOf } from '../support';

export const both = ['shared', 'independent'] as const satisfies readonly NetworkId[];

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A data file as `npm run data` has made it. */
export function dataFile(kind: 'words' | 'pairs', name: string): DataContent {
  const path = join(import.meta.dirname, '../../../public/data', name);
  return decodeData(kind, new Uint8Array(gunzipSync(readFileSync(path))));
}

/** Trains one network to the end; ms a step. */
export function trainAll(session: Session, network: NetworkId, steps: number): number {
  const begun = clock();
  for (let step = 0; step < steps; step++) session.train(network);
  return (clock() - begun) / steps;
}

/** All numbers of the survey, cell by cell. */
export function surveyOf(session: Session, network: NetworkId): number[] {
  const { order, width } = session.survey;
  const values = new Array<number>(order.length * width).fill(Number.NaN);
  for (const cell of order)
    Array.from(session.measure(network, cell)).forEach((value, at) => {
      values[cell * width + at] = value;
    });
  return values;
}

/** Right answers among all examples of a set, 0 to 1. */
export function accuracyOn(session: Session, network: NetworkId, set: 'test' | 'train'): number {
  const count = Math.min(2000, session.sizeOf(network, set));
  return countOf(session, network, set, 0, count) / count;
}

/** The share of held-out examples that were right at the end of a run recorded for posters. */
export async function recordedAccuracy(
  { runs }: Recordings,
  name: string,
  network: NetworkId,
): Promise<number> {
  const recorded = runs[name];
  if (!recorded) throw new Error(`There is no recorded run ${name}.`);
  const { networks } = await storedRun(recorded);
  const { correct = 0, total = 0 } = networks[network]?.evaluations.at(-1)?.test ?? {};
  return correct / total;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
