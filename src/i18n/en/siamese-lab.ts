/** English: what the Siamese lab says. */
export const siameseLab = {} as const;
