/** English: app. */
export const app = {} as const;
