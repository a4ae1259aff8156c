/** English: lab-page. */
export const labPage = {} as const;
