/** The layers of engine/ and of the project (CONTRIBUTING.md, "Layers"). Imports point one way. */
const ENGINE_LAYERS = [
  ['core', []],
  ['types', ['core']],
  ['columnar', ['core', 'types']],
  ['functions', ['core', 'types', 'columnar']],
  ['plan', ['core', 'types', 'columnar', 'functions']],
  ['sql', ['core', 'types', 'functions', 'plan']],
  ['analyze', ['core', 'types', 'columnar', 'functions', 'plan', 'sql', 'physical']],
  ['optimize', ['core', 'types', 'columnar', 'functions', 'plan', 'physical']],
  ['physical', ['core', 'types', 'columnar', 'functions', 'plan']],
  ['execute', ['core', 'types', 'columnar', 'functions', 'plan', 'physical']],
  ['sources', ['core', 'types', 'columnar', 'functions', 'plan', 'execute', 'physical']],
  ['streaming', ['core', 'types', 'columnar', 'functions', 'plan', 'sql', 'analyze', 'optimize', 'physical', 'execute', 'sources']],
  ['reference', ['core', 'types', 'columnar', 'functions', 'plan', 'execute']],
];

/** Tests may look anywhere. */
const TESTS = '\\.test\\.ts$|/testing/';

const engineRules = ENGINE_LAYERS.map(([layer, below]) => ({
  name: `engine-${layer}`,
  comment: `engine/${layer} may import only ${below.length === 0 ? 'itself' : below.join(', ')}.`,
  severity: 'error',
  from: { path: `^engine/${layer}/`, pathNot: TESTS },
  to: { path: '^engine/', pathNot: `^engine/(${[layer, ...below].join('|')})/` },
}));

const outside = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: TESTS },
  to: { path: '^(src|cli|server|workers|grading|engine|challenges|bench|tests|scripts)/', pathNot: `^(${[`${from}/`, ...allowed].join('|')})` },
});

module.exports = {
  forbidden: [
    ...engineRules,
    outside('engine-knows-nothing', 'engine', [], 'The engine is pure TypeScript and imports nothing of the project.'),
    outside('grading-over-engine', 'grading', ['engine/index\\.ts$'], 'grading uses the engine by its door.'),
    outside('workers-over-grading', 'workers', ['engine/index\\.ts$', 'grading/', 'challenges/'], 'workers use the engine by its door.'),
    outside('src-over-workers', 'src', ['workers/', 'grading/index\\.ts$', 'engine/index\\.ts$', 'challenges/'], 'The page talks to realms.'),
    outside('cli-over-workers', 'cli', ['workers/', 'grading/', 'engine/index\\.ts$', 'challenges/'], 'The command line talks to realms.'),
    {
      name: 'engine-is-pure',
      comment: 'No Node, no DOM libraries, no React in the engine: it runs in any realm.',
      severity: 'error',
      from: { path: '^(engine|grading)/', pathNot: TESTS },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports, and that imports nothing, is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', TESTS, '^src/', '^challenges/[^/]+/', 'service-worker'] },
      to: {},
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(virtual:|/@)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    // Files with JSX are beyond the parser used here: tests/house/layers.test.ts holds them to the same rules.
    exclude: { path: '^(node_modules|dist|challenges/[^/]+/(solutions|starter))|[.]tsx$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
