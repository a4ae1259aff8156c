/** A small run of Transfer for tests: six steps on the old digits and four on the new ones, with noise for digits. */
import type { Session } from '../../src/engine/session';
import { checksum } from '../../src/math/checksum';
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import { TRANSFER_NETWORKS, type TransferNetworkId, transferNetwork } from '../../src/spec/transfer-network';
import { dataOf, noiseDigits } from './support';

export const OLD = 6;
export const NEW = 4;

export function transferSpec(changes: Partial<ExperimentSpec> = {}): ExperimentSpec {
  return {
    seed: 3,
    data: { kind: 'new-digits', examples: 2 },
    steps: OLD + NEW,
    batch: 8,
    optimizer: { kind: 'adam', rate: 0.01, decay: 'none' },
    lending: { steps: OLD, examples: 60, rate: 0.003 },
    networks: TRANSFER_NETWORKS.map(transferNetwork),
    ...changes,
  };
}

/** Other digits each time: nothing is remembered from session to session unless `data` is handed on. */
export const freshData = () => dataOf(noiseDigits(260, 120));

export const sumOf = (session: Session, id: TransferNetworkId) => checksum(...session.snapshot(id).arrays);
