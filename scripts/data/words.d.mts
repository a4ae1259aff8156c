export function fold(word: string): string;
export function makeWords(): { language: string; train: string[]; test: string[]; long: string[] }[];
export function makeWordBytes(): Uint8Array;
export function makeSampleWords(): string;
export function makeWordFiles(): string[];
