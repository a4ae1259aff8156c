export function makeTrainingBytes(): Uint8Array;
export function makeSampleDigits(): string;
export function makeDigits(): string[];
