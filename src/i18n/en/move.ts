/** English: move. */
export const move = {} as const;
