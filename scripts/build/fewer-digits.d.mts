/** Types of fewer-digits.mjs for the tests. */
export declare function fewerDigits(file: Buffer, training: number): Buffer;
