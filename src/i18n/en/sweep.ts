/** English: the sweep over examples and degrees of sharing. */
export const sweep = {} as const;
