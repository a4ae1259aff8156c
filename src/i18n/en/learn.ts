/** English: learn. */
export const learn = {} as const;
