/** The real digits in Node, straight from the script that makes the file. */
import { makeTrainingBytes } from '../../scripts/data/digits.mjs';
import { decodeDigits } from '../../src/engine/data/digit-file';

export const realDigits = () => decodeDigits(makeTrainingBytes());
