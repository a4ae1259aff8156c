/** English: evidence. */
export const evidence = {} as const;
