/**
 * Reads a message from the page as a command. The page and the worker are built from the same types, so
 * this checks the message's own fields and leaves the experiment's inner consistency to the engine.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Command } from '../messages';

type Fields = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const NETWORKS: readonly NetworkId[] = ['shared', 'independent', 'grouped'];
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText: Test = (value) => typeof value === 'string';
const isFlag: Test = (value) => typeof value === 'boolean';
const isNumber: Test = (value) => Number.isFinite(value);
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isNetwork: Test = (value) => NETWORKS.some((network) => network === value);
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
      Array.isArray(network.input) &&
      Array.isArray(network.layers),
  );
const isWatch: Test = (value) =>
  isObject(value) && isCount(value.filter) && isFlag(value.ledger) && isFlag(value.kernels);

const fieldsOf: { readonly [Type in Command['type']]: Readonly<Record<string, Test>> } = {
  open: {
    spec: isSpec,
    bench: isBench,
    backend: (value) => value === 'auto' || value === 'webgl' || value === 'cpu',
    dataUrl: isText,
  },
  bench: { networks: isBench },
  train: { order: isCount, until: isCount },
  pause: { order: isCount },
  watch: { watch: isWatch },
  acknowledge: {},
  predict: { request: isCount, pixels: (value) => value instanceof Float32Array && value.every(isNumber) },
  'map-placements': { active: isFlag },
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
