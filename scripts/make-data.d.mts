export function makeData(): string[];
