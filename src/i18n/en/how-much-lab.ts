/** English: the words of How much to share: task, soft sharing, question, explanation. */
export const howMuchLab = {} as const;
