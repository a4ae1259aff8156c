/** Types of kept-files.mjs for the tests. */
type Kept = [path: string, integrity: string];
export declare function keptFiles(dist: string): Kept[];
export declare function buildNameOf(files: Kept[]): string;
