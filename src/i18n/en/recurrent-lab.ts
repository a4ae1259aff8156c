/** English: what the Recurrent lab says. */
export const recurrentLab = {} as const;
