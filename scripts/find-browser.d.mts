export const browserArgs: string[];
export function findBrowser(how?: { install?: boolean; say?: (line: string) => void }): string;
