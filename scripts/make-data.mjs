/**
 * Makes the data files, those fetched by the worker (public/data, not committed) and the samples in the labs' own code
 * (committed); scripts/data makes them kind by kind, docs/data.md describes them. Does nothing when all are current.
 */
import { pathToFileURL } from 'node:url';
import { makeDigits } from './data/digits.mjs';
import { makeFaceFiles } from './data/faces.mjs';
import { makeWordFiles } from './data/words.mjs';

/** Makes what is missing or stale. Returns the names of the files it wrote. */
export const makeData = () => [...makeDigits(), ...makeWordFiles(), ...makeFaceFiles()];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const written = makeData();
    console.log(written.length > 0 ? `Made ${written.join(' and ')}.` : 'The data files are current.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
