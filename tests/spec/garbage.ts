/** Texts that a link may hold by accident or by malice. */
import fc from 'fast-check';
import { convolutionParameters } from '../../src/labs/convolution/parameters';

const keys = [
  ...Object.keys(convolutionParameters),
  ...['v', 'lab', '__proto__', 'constructor', 'theme', 'hide', 'origin', 'start', 'lesson-step'],
];
const value = fc.oneof(
  fc.constantFrom(
    'NaN',
    '1e309',
    '-1',
    '-0',
    '%',
    '%E0%A4%A',
    '__proto__',
    '',
    '1,2,,3',
    '\u0000',
    '99999999999999999999',
  ),
  fc.string({ unit: 'binary' }),
  fc.double().map(String),
);
const pair = fc
  .tuple(fc.oneof(fc.constantFrom(...keys), fc.string({ unit: 'binary' })), value)
  .map(([key, text]) => `${key}=${text}`);

export const garbage: fc.Arbitrary<string> = fc.oneof(
  fc.array(pair, { maxLength: 30 }).map((pairs) => `#${pairs.join('&')}`),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.constant(10_000))
    .map(([text, length]) => text.repeat(Math.ceil(length / text.length))),
);
