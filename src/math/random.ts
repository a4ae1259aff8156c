/**
 * Seeded random numbers, split by name: a stream depends only on its seed and names, never on what was
 * drawn elsewhere, so the batch of step 700 can be drawn without drawing the 699 before it.
 * Only exactly specified arithmetic is used: every browser draws the same numbers.
 */
export type RandomStream = {
  /** In [0, 1), 32 random bits. */
  uniform(): number;
  /** 0 to count-1, each equally likely (to 2^-32). */
  integer(count: number): number;
  /** Mean 0, variance 1, within +-6: the sum of twelve uniforms less 6 (Irwin-Hall). */
  normal(): number;
};

/** The stream of these names under this seed. Names of different types differ: 1 is not '1'. */
export function randomStream(seed: number, ...names: readonly (string | number)[]): RandomStream {
  const next = generator(stateFrom(JSON.stringify([seed, ...names])));
  const uniform = () => next() / 0x1_0000_0000;
  return {
    uniform,
    integer: (count) => Math.floor(uniform() * count),
    normal() {
      let sum = -6;
      for (let draw = 0; draw < 12; draw++) sum += uniform();
      return sum;
    },
  };
}

type State = [number, number, number, number];

/** Four 32-bit words from a text: FNV-1a under four offsets, each ended by the finaliser of MurmurHash3. */
function stateFrom(text: string): State {
  const word = (offset: number) => {
    let hash = offset;
    for (let index = 0; index < text.length; index++)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return [word(0x811c_9dc5), word(0x9e37_79b9), word(0x243f_6a88), word(0xb7e1_5162)];
}

/** sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, 32 bits a draw. */
function generator([a, b, c, counter]: State): () => number {
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
