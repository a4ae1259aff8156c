/**
 * Checks what may import what (.dependency-cruiser.cjs) and how long files are.
 * Fails too when the tool has seen fewer files than src has: a checker that finds nothing must not pass.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const LONGEST = 400; // lines
const LONGEST_MEDIAN = 120; // lines

const ownRoot = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Every .ts and .tsx file of src, as `src/...` with forward slashes. */
function sourceFiles(root) {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

function lengthProblems(root, files) {
  const lengths = files.map((file) => readFileSync(join(root, file), 'utf8').split('\n').length - 1);
  const problems = files.flatMap((file, i) =>
    lengths[i] > LONGEST ? [`${file}: ${lengths[i]} lines, at most ${LONGEST}`] : [],
  );
  const median = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  if (median > LONGEST_MEDIAN) problems.push(`median length ${median} lines, at most ${LONGEST_MEDIAN}`);
  return { problems, median, longest: Math.max(0, ...lengths) };
}

/** `main.ts?worker&url` is an address; any other import of main.ts would bring the engine onto the page. */
function workerProblems(modules) {
  return modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved, module }) => resolved === 'src/worker/main.ts' && !/\?worker&url$/.test(module))
      .map(() => `${source} -> src/worker/main.ts  (worker-by-address: import it with ?worker&url)`),
  );
}

/**
 * @param {string} root folder that holds `src`
 * @returns {Promise<{problems: string[], summary: string}>}
 */
export async function checkFloors(root) {
  const files = sourceFiles(root);
  const options = await extractOptions(join(ownRoot, '.dependency-cruiser.cjs'));
  const reasons = new Map(options.ruleSet.forbidden.map((rule) => [rule.name, rule.comment]));
  const { output } = await cruise(['src'], { ...options, baseDir: root }, options.enhancedResolveOptions);
  const seen = new Set(output.modules.map((module) => module.source));
  const { problems: lengths, median, longest } = lengthProblems(root, files);
  const problems = [
    ...files.filter((file) => !seen.has(file)).map((file) => `${file}: not seen by dependency-cruiser`),
    ...output.summary.violations.map(({ rule, from, to, cycle }) => {
      const route = cycle ? cycle.map((step) => step.name ?? step).join(' -> ') : to;
      return `${from}${route === from ? '' : ` -> ${route}`}  (${rule.name}: ${reasons.get(rule.name)})`;
    }),
    ...workerProblems(output.modules),
    ...lengths,
  ];
  if (files.length === 0) problems.push('src holds no TypeScript file');
  if (files.length > 1 && !output.modules.some((module) => module.dependencies.length > 0)) {
    problems.push('dependency-cruiser has found no import at all');
  }
  const imports = output.modules
    .filter((module) => module.source.startsWith('src/'))
    .reduce((sum, module) => sum + module.dependencies.length, 0);
  const summary = `${files.length} files, ${imports} imports; lines: median ${median}, longest ${longest}`;
  return { problems, summary };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { problems, summary } = await checkFloors(ownRoot);
  for (const problem of problems) console.error(problem);
  console.log(summary);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
