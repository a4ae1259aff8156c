/**
 * The floors of the program: which folder of src may import which, and where a package may be used.
 * `floors` is the whole table; the rules below are made from it. Run by scripts/check-floors.mjs.
 */

/** Each floor, and what it may import besides itself. A file is on the first floor that matches it. */
const floors = [
  { name: 'spec', path: '^src/spec/', may: [] },
  { name: 'i18n', path: '^src/i18n/', may: [] },
  { name: 'math', path: '^src/math/', may: ['spec'] },
  { name: 'engine', path: '^src/engine/', may: ['math', 'spec'] },
  { name: 'worker-messages', path: '^src/worker/(messages|frames)\\.ts$', may: ['spec'] },
  // The page's side of the worker: what the first paint may carry.
  {
    name: 'worker-client',
    path: '^src/worker/(client[^/]*|create-worker)\\.ts$',
    // Of main.ts only its address; scripts/check-floors.mjs sees to it.
    may: ['worker-messages', 'worker-main', 'spec'],
  },
  {
    name: 'worker-host',
    path: '^src/worker/(?!messages\\.ts$|frames\\.ts$|client[^/]*\\.ts$|create-worker\\.ts$)',
    may: ['worker-messages', 'engine', 'math', 'spec'],
  },
  { name: 'store', path: '^src/store/', may: ['worker-client-only', 'worker-messages', 'math', 'spec'] },
  { name: 'views', path: '^src/views/', may: ['math', 'spec', 'i18n'] },
  { name: 'ui', path: '^src/ui/', may: ['i18n'] },
  { name: 'lessons', path: '^src/lessons/', may: ['spec', 'i18n'] },
  // What every lab page has in common: switch, transport, evidence, hooks on the state.
  {
    name: 'lab-page',
    path: '^src/lab-page/',
    may: ['store', 'views', 'ui', 'i18n', 'math', 'spec', 'lessons'],
  },
  {
    name: 'labs',
    path: '^src/labs/',
    may: ['lab-page', 'store', 'views', 'ui', 'i18n', 'math', 'spec', 'lessons'],
  },
  // `<tied-lab>`, a script of its own on pages of others: of spec only types, see the rule below.
  { name: 'embed-element', path: '^src/embed/element/', may: ['spec'] },
  { name: 'embed', path: '^src/embed/(?!element/)', may: ['spec', 'math', 'store', 'ui', 'i18n'] },
  // The service worker: a script of its own.
  { name: 'offline', path: '^src/offline/', may: [] },
  {
    name: 'app',
    path: '^src/app/',
    may: [
      'embed',
      'embed-element',
      'labs',
      'lab-page',
      'lessons',
      'store',
      'ui',
      'views',
      'worker-client',
      'worker-messages',
      'i18n',
      'math',
      'spec',
    ],
  },
];

/** The store gets its worker handed in by app, so it may know the client but not how a worker is made. */
const named = {
  'worker-client-only': '^src/worker/client[^/]*\\.ts$',
  'worker-main': '^src/worker/main\\.ts$',
};
for (const floor of floors) named[floor.name] = floor.path;

const floorRules = floors.map(({ name, path, may }) => ({
  name: `floor-${name}`,
  comment: `${name} may import ${may.length > 0 ? may.join(', ') : 'nothing of ours'}`,
  severity: 'error',
  from: { path },
  to: { path: '^src/', pathNot: [path, ...may.map((other) => named[other])] },
}));

/** Matches a package whether or not it is installed where the check runs. */
const packages = (names) => `(^|node_modules/|@types/)(${names})(/|$)`;

/** zustand's root entry brings React along; `zustand/vanilla` and `zustand/middleware` do not. */
const reactPackages = [packages('react|react-dom'), '(^|node_modules/)zustand(/(esm/)?(index|react)|$)'];

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'every-file-on-a-floor',
      comment: 'a folder of src that is not in the table above',
      severity: 'error',
      from: { path: '^src/', pathNot: floors.map((floor) => floor.path) },
      to: {},
    },
    {
      name: 'labs-are-islands',
      comment: 'no lab imports another lab',
      severity: 'error',
      from: { path: '^src/labs/([^/]+)/' },
      to: { path: '^src/labs/[^/]+/', pathNot: '^src/labs/$1/' },
    },
    {
      name: 'element-stands-alone',
      comment: '<tied-lab> is 3 kB on the pages of others: of the rest of src it knows types only',
      severity: 'error',
      from: { path: named['embed-element'] },
      to: { pathNot: named['embed-element'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tensorflow-off-the-page',
      comment: 'only engine and the worker side import @tensorflow, so the first paint carries none of it',
      severity: 'error',
      from: { path: '^src/', pathNot: [named.engine, named['worker-host']] },
      to: { path: '(^|node_modules/)@tensorflow/' },
    },
    {
      name: 'no-whole-tfjs',
      comment: 'the whole of tfjs is 220 kB gzip; import tfjs-core and the backends, and kernels by name',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: packages('@tensorflow/tfjs'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'react-above-the-views',
      comment: 'React only in ui, lab-page, labs, embed, app and the hooks of store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ui|lab-page|labs|embed|app)/|^src/store/use-[^/]+\\.tsx?$' },
      to: { path: reactPackages },
    },
    {
      name: 'd3-in-views',
      comment: 'D3 only in views',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/views/' },
      to: { path: packages('d3[^/]*') },
    },
    {
      name: 'no-cycles',
      comment: 'import cycles, types included',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'a file that imports nothing and that nothing imports',
      severity: 'error',
      from: {
        path: '^src/',
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^src/app/main\\.tsx$', '^src/offline/service-worker\\.ts$'],
      },
      to: {},
    },
    {
      name: 'src-is-closed',
      comment: 'src imports only src and packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts|bench|public|docs)/' },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'a module of Node itself',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-development-packages',
      comment: 'what ships imports dependencies, not devDependencies',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'triple-slash-directive'] },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['^vite/client$'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
