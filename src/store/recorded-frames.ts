/**
 * What the scrubber looks back on: the watched numbers of past steps, at most 200 frames or 32 MB. When
 * there are more, every second one of the older half goes; the newest always stays.
 */
import type { NetworkId } from '../spec/experiment-spec';
import { NETWORK_IDS } from '../spec/network-id';
import type { Frame, WatchedLayer } from '../worker/frames';

export type WatchedLayers = Partial<Readonly<Record<NetworkId, WatchedLayer>>>;
export type RecordedFrame = { readonly step: number; readonly networks: WatchedLayers };

const MOST_FRAMES = 200;
const MOST_BYTES = 32 * 1024 * 1024;

const bytesOf = ({ networks }: RecordedFrame) =>
  Object.values(networks).reduce(
    (sum, { kernels, previousKernels, residuals, ledger, gradient, products }) =>
      sum +
      kernels.byteLength +
      previousKernels.byteLength +
      (residuals?.byteLength ?? 0) +
      (ledger?.byteLength ?? 0) +
      (gradient?.byteLength ?? 0) +
      (products?.byteLength ?? 0),
    0,
  );

/** The watched numbers of a frame that came, of the networks at its step, or null where it has none. */
export function recordingOf(frame: Frame): RecordedFrame | null {
  const networks: Partial<Record<NetworkId, WatchedLayer>> = {};
  for (const id of NETWORK_IDS) {
    const watched = frame.networks[id]?.watched;
    if (watched?.step === frame.step) networks[id] = watched;
  }
  return Object.keys(networks).length > 0 ? { step: frame.step, networks } : null;
}

function thinned(frames: readonly RecordedFrame[], bytes: number): readonly RecordedFrame[] {
  if (frames.length < 2 || (frames.length <= MOST_FRAMES && bytes <= MOST_BYTES)) return frames;
  const half = Math.ceil(frames.length / 2);
  const dropped = frames.filter((_, index) => index < half && index % 2 === 0);
  const gone = new Set(dropped);
  return thinned(
    frames.filter((frame) => !gone.has(frame)),
    dropped.reduce((sum, frame) => sum - bytesOf(frame), bytes),
  );
}

/** With this frame as the newest; it is laid over one of the same step, later ones go. */
export function withRecorded(
  frames: readonly RecordedFrame[],
  frame: RecordedFrame,
): readonly RecordedFrame[] {
  const same = frames.find(({ step }) => step === frame.step);
  const newest = same ? { ...frame, networks: { ...same.networks, ...frame.networks } } : frame;
  const kept = [...frames.filter(({ step }) => step < frame.step), newest];
  return thinned(
    kept,
    kept.reduce((sum, each) => sum + bytesOf(each), 0),
  );
}

/** For each network what was recorded of it last, up to this frame; each names its own step. */
export function recordedUpTo(frames: readonly RecordedFrame[], index: number): WatchedLayers {
  return Object.assign({}, ...frames.slice(0, index + 1).map(({ networks }) => networks));
}

/** Where the frame that was looked at stands now: itself, or the nearest later one that is left. */
export function scrubAfter(
  before: readonly RecordedFrame[],
  after: readonly RecordedFrame[],
  scrub: number | null,
): number | null {
  const shown = scrub === null ? undefined : before[scrub];
  if (!shown) return null;
  const index = after.findIndex(({ step }) => step >= shown.step);
  return index < 0 ? null : index;
}
