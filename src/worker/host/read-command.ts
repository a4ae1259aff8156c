/**
 * Reads a message from the page as a command. The page and the worker are built from the same types, so
 * this checks the message's own fields and leaves the experiment's inner consistency to the engine.
 */
import type { ExperimentSpec } from '../../spec/experiment-spec';
import { NETWORK_IDS } from '../../spec/network-id';
import type { Command } from '../messages';

type Fields = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isFlag: Test = (value) => typeof value === 'boolean';
const isNumber: Test = (value) => Number.isFinite(value);
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isNetwork: Test = (value) => NETWORK_IDS.some((network) => network === value);
const isBench: Test = (value) => Array.isArray(value) && value.length > 0 && value.every(isNetwork);
const isSpec: Test = (value) =>
  isObject(value) &&
  isCount(value.seed) &&
  isCount(value.steps) &&
  isCount(value.batch) &&
  isObject(value.data) &&
  isObject(value.optimizer) &&
  Array.isArray(value.networks) &&
  value.networks.length > 0 &&
  value.networks.every(
    (network: unknown) =>
      isObject(network) &&
      isNetwork(network.id) &&
      (network.kind === 'recurrent' ||
        network.kind === 'start' ||
        (Array.isArray(network.input) && Array.isArray(network.layers))),
  );
const isWatch: Test = (value) =>
  isObject(value) &&
  isCount(value.filter) &&
  isCount(value.filters) &&
  Number(value.filters) > 0 &&
  isFlag(value.ledger) &&
  isFlag(value.kernels);

const isDataFile: Test = (value) =>
  value === null || (isObject(value) && (typeof value.url === 'string' || value.bytes instanceof Uint8Array));
const isPace: Test = (value) => value === null || (isNumber(value) && Number(value) > 0);
const isNumbers: Test = (value) => Array.isArray(value) && value.every(isNumber);
const isKeepsake: Test = (value) =>
  isObject(value) &&
  isCount(value.step) &&
  Array.isArray(value.arrays) &&
  value.arrays.every((array: unknown) => array instanceof Float32Array) &&
  isObject(value.history) &&
  isNumbers(value.history.first) &&
  isNumbers(value.history.last);
const isFrom: Test = (value) =>
  value === undefined || (isObject(value) && Object.values(value).every(isKeepsake));

const fieldsOf: { readonly [Type in Command['type']]: Readonly<Record<string, Test>> } = {
  open: {
    spec: isSpec,
    bench: isBench,
    backend: (value) => value === 'auto' || value === 'webgl' || value === 'cpu',
    data: isDataFile,
    from: isFrom,
  },
  bench: { networks: isBench },
  train: { order: isCount, until: isCount, pace: isPace },
  pause: { order: isCount },
  suspend: { on: isFlag },
  retry: {},
  ping: {},
  watch: { watch: isWatch },
  acknowledge: {},
  predict: { request: isCount, input: (value) => value instanceof Float32Array && value.every(isNumber) },
  survey: { active: isFlag },
  measure: { network: isNetwork, steps: isCount },
  poke: { networks: isBench, site: isCount, filter: isCount, tap: isCount, delta: isNumber },
  restore: { order: isCount },
  close: {},
};

const tests: Readonly<Record<string, Readonly<Record<string, Test>>>> = fieldsOf;

function isCommand(message: unknown): message is Command {
  if (!isObject(message) || typeof message.type !== 'string' || !isCount(message.run)) return false;
  const fields = Object.hasOwn(tests, message.type) ? tests[message.type] : undefined;
  return fields !== undefined && Object.entries(fields).every(([key, test]) => test(message[key]));
}

/** The command, or null where the message is none. */
export function readCommand(message: unknown): Command | null {
  return isCommand(message) ? message : null;
}

/** The run that a message names, 0 where it names none. */
export function runOf(message: unknown): number {
  return isObject(message) && typeof message.run === 'number' && isCount(message.run) ? message.run : 0;
}

/** Whether every network that a command names is part of the experiment. */
export function namesNetworksOf(spec: ExperimentSpec, command: Command): boolean {
  const known = (id: string) => spec.networks.some((network) => network.id === id);
  switch (command.type) {
    case 'open':
      return command.bench.every(known) && Object.keys(command.from ?? {}).every(known);
    case 'bench':
    case 'poke':
      return command.networks.every(known);
    case 'measure':
      return known(command.network);
    default:
      return true;
  }
}

/** What to say of a message that is refused. */
export function briefly(message: unknown): string {
  return `not understood: ${String(isObject(message) ? message.type : message).slice(0, 80)}`;
}
