/** Words and faces made up for tests: few, and every one to be told from every other. */

import type { FaceGroup, Faces } from '../../src/engine/data/face-file';
import type { Words } from '../../src/engine/data/word-file';
import { randomStream } from '../../src/math/random';
import { languages } from '../../src/spec/sequence-tasks';

/** Of each of six languages: 40 words to train on and 10 held out of each length 3 to 6, 20 of each length 7 to 12. */
export function madeUpWords(): Words {
  const stream = randomStream(1, 'made-up words');
  const seen = new Set<string>();
  const word = (length: number): string => {
    const letters = Array.from({ length }, () => String.fromCharCode(97 + stream.integer(26))).join('');
    if (seen.has(letters)) return word(length);
    seen.add(letters);
    return letters;
  };
  const words = (lengths: readonly number[], of: number) =>
    lengths.flatMap((length) => Array.from({ length: of }, () => word(length)));
  return languages.map((language) => ({
    language,
    train: words([3, 4, 5, 6], 40),
    test: words([3, 4, 5, 6], 10),
    long: words([7, 8, 9, 10, 11, 12], 20),
  }));
}

/** People one after the other: of each group so many. Unseen people have the hair styles 40 and 41. No pixel is blank. */
export function madeUpFaces(
  counts: Readonly<Record<FaceGroup, number>> = { train: 6, threshold: 4, unseen: 5 },
  pictures = 3,
  side = 8,
): Faces {
  const people = (['train', 'threshold', 'unseen'] as const).flatMap((group) =>
    Array.from({ length: counts[group] }, (_, at) => ({
      hair: (at % 2) + (group === 'unseen' ? 40 : 0),
      group,
    })),
  );
  const stream = randomStream(1, 'made-up faces');
  const ink = () => 1 + stream.integer(15);
  const packed = Uint8Array.from(
    { length: (people.length * pictures * side * side) / 2 },
    () => (ink() << 4) | ink(),
  );
  return { pictures, side, people, packed };
}
