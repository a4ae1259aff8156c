/** The languages that the app speaks: a tag as in `lang=`, and the language's own name for itself. */
export const languageNames = { en: 'English' } as const satisfies Readonly<Record<string, string>>;

export type Language = keyof typeof languageNames;
