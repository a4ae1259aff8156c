/**
 * Counts what a program asks of WebGL2, exactly, by wrapping the functions of its prototype in this realm (page
 * or worker). Calls of extension objects and getters are not counted. Wraps every context, also earlier ones.
 */
export type GlCounts = {
  /** drawArrays, drawElements and their kin. */
  readonly draws: number;
  /** All functions of the context, those counted apart included. */
  readonly calls: number;
  /** readPixels. */
  readonly reads: number;
  /** texImage and texSubImage that bring pixels along, by whatever source. */
  readonly uploads: number;
};

export type GlCounter = {
  /** The counts since the last take, or since the beginning. */
  take(): GlCounts;
  /** Puts the original functions back. */
  stop(): void;
};

type Kind = 'draws' | 'reads' | 'uploads';

function kindOf(name: string): Kind | null {
  if (/^draw(Arrays|Elements|RangeElements)/.test(name)) return 'draws';
  if (name === 'readPixels') return 'reads';
  return /^tex(Sub)?Image/.test(name) ? 'uploads' : null;
}

/** texImage2D with a last argument of null only makes room: that is no upload. */
const carriesPixels = (args: readonly unknown[]) => args.at(-1) !== null;

export function countGlCalls(): GlCounter {
  const prototype = WebGL2RenderingContext.prototype;
  const originals = new Map<string, PropertyDescriptor>();
  let counts = { draws: 0, calls: 0, reads: 0, uploads: 0 };

  for (const name of Object.getOwnPropertyNames(prototype)) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    const original: unknown = descriptor?.value;
    if (name === 'constructor' || typeof original !== 'function' || !descriptor) continue;
    const kind = kindOf(name);
    originals.set(name, descriptor);
    Object.defineProperty(prototype, name, {
      ...descriptor,
      value(this: unknown, ...args: unknown[]) {
        counts.calls++;
        if (kind && (kind !== 'uploads' || carriesPixels(args))) counts[kind]++;
        return Reflect.apply(original, this, args);
      },
    });
  }

  return {
    take() {
      const taken = counts;
      counts = { draws: 0, calls: 0, reads: 0, uploads: 0 };
      return taken;
    },
    stop() {
      for (const [name, descriptor] of originals) Object.defineProperty(prototype, name, descriptor);
    },
  };
}
