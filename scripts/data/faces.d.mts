export function people(): { id: number; hair: number; group: number }[];
export function drawFace(person: { id: number; hair: number }, picture: number): Uint8Array;
export function makeFaceBytes(): Uint8Array;
export function makeSampleFaces(bytes: Uint8Array): string;
export function samplesAreCurrent(text: string, bytes: Uint8Array): boolean;
export function makeFaceFiles(): string[];
