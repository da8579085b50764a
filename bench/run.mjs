// npm run bench: the work of the challenges on this engine and its peers, into bench/RESULTS.md.
//
//   npm run bench                         everything (about ten minutes)
//   npm run bench -- --rows 10000000 --only top-customers --peers ceiling,Sparring --places chromium,node
//   npm run bench -- --rows 100000 --rounds 3 --only top-customers --places node,chromium,danfojs,python,page
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, fail, root, tools } from '../scripts/lib/setup.mjs';

const DEFAULTS = {
  rows: '1000000',
  rounds: '7',
  peers: 'ceiling,Sparring,DuckDB-WASM,arquero',
  places: 'chromium,node,danfojs,page,python',
  output: join(root, 'bench', 'RESULTS.md'),
};
const HELP = `npm run bench [-- options]: the work of the challenges on this engine and its peers

  --rows <number>     rows of the largest table (${DEFAULTS.rows})
  --rounds <number>   runs that are timed, after a cold one (${DEFAULTS.rounds})
  --only <names>      workloads, with commas between (all)
  --peers <names>     engines (${DEFAULTS.peers})
  --places <names>    where they run (${DEFAULTS.places})
  --output <file>     where the report goes (bench/RESULTS.md)
  --help              this text
`;

/** The options given; what is none of them ends the program. */
function options() {
  const text = (value) => ({ type: 'string', ...(value === undefined ? {} : { default: value }) });
  const known = { ...Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, text(value)])), only: text(), help: { type: 'boolean', default: false } };
  try {
    return parseArgs({ options: known }).values;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(`${error.message.split('. ')[0]}. \`npm run bench -- --help\` tells the options.`, 2);
  }
}

const values = options();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
for (const name of ['rows', 'rounds']) {
  if (!/^[1-9]\d*$/.test(values[name])) fail(`--${name} takes a whole number, not ${values[name]}.`, 2);
}
ensureDependencies();
const require = createRequire(import.meta.url);
const version = (name) => require(join(root, 'node_modules', name, 'package.json')).version;
const request = {
  rows: Number(values.rows),
  rounds: Number(values.rounds),
  ...(values.only === undefined ? {} : { only: values.only.split(',') }),
  versions: { arquero: version('arquero'), danfojs: version('danfojs') },
};
const places = values.places.split(',');
const PEERS = values.peers.split(',');
/** danfojs does not finish at the full size. */
const DANFO_ROWS = 20_000;

function inNode(options) {
  const done = spawnSync(process.execPath, [join(root, tools.tsx), join(root, 'bench', 'node.ts'), JSON.stringify(options)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) fail('The benchmark in Node failed.', 1);
  return JSON.parse(done.stdout.toString().trim().split('\n').at(-1));
}

const sections = [];
if (places.includes('chromium') || places.includes('danfojs') || places.includes('page')) {
  const { openBench } = await import('./chromium.mjs');
  const bench = await openBench();
  try {
    if (places.includes('chromium')) {
      sections.push({ title: `In the browser (${bench.version})`, rows: request.rows, ...(await bench.run({ ...request, peers: PEERS })) });
    }
    if (places.includes('danfojs')) {
      const small = { ...request, rows: Math.min(DANFO_ROWS, request.rows), rounds: Math.min(3, request.rounds), peers: ['Sparring', 'danfojs'] };
      sections.push({ title: `Beside danfojs (${bench.version})`, rows: small.rows, ...(await bench.run(small)) });
    }
  } finally {
    await bench.close();
  }
}
if (places.includes('node')) {
  const result = inNode({ ...request, peers: PEERS });
  sections.push({ title: `In ${result.place}`, ...result });
}
if (places.includes('python')) {
  const { pythonSection } = await import('./python.mjs');
  const section = pythonSection(request);
  if (section !== undefined) sections.push(section);
}
const page = places.includes('page') ? await (await import('./page.mjs')).measurePage() : undefined;
const { writeReport } = await import('./report.mjs');
writeReport(values.output, { sections, page, machine: `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, ${process.platform}` });
process.stdout.write(`Written to ${values.output}\n`);
process.exit(0);
