/** What package-lock.json may hold: complete for every platform, and under licences the project accepts. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = {
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optionalDependencies?: Record<string, string>;
};

const packages: Record<string, Package> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const installed = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('every optional package of a package is in the lock file, whatever platform wrote it', () => {
  const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map((name) => `${nameOf(path)} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

test('what ships is permissive or a font; tools may also be MPL-2.0', () => {
  const shipped = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'CC0-1.0', 'OFL-1.1'];
  const exceptions = new Map([
    // Reached only through d3-delaunay, which no view imports; public domain in any case.
    ['robust-predicates', 'Unlicense'],
    // Of dependency-cruiser's resolver, a tool; permissive.
    ['graceful-fs', 'BlueOak-1.0.0'],
  ]);
  const refused = installed.filter(([path, { license = 'none', dev, devOptional }]) => {
    const allowed = dev || devOptional ? [...shipped, 'MPL-2.0'] : shipped;
    return (
      exceptions.get(nameOf(path)) !== license &&
      !license.split(/ AND | OR /).every((one) => allowed.includes(one))
    );
  });
  expect(refused.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
});
