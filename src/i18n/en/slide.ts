/** English: slide. */
export const slide = {} as const;
