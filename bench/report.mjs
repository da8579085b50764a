// The tables of bench/RESULTS.md.
import { writeFileSync } from 'node:fs';

const TITLES = {
  'top-customers': 'top 10 customers by revenue',
  deduplicate: 'deduplicate, keeping the latest',
  'moving-average': 'moving average over 7 rows',
  'moving-average-by-symbol': 'moving average by symbol',
  'join-optimisation': 'star join, two dimensions',
  'large-join': 'join of two large tables',
  'streaming-window': 'JSON parsed, counted by window',
};
const OWN = 'Sparring';

const number = (ms) => (ms >= 100 ? ms.toFixed(0) : ms.toFixed(1));

function cell(timing, own) {
  if (timing === undefined) return '–';
  if (timing.error !== undefined || timing.medianMs === null || Number.isNaN(timing.medianMs)) return 'failed';
  const differs = timing.checksum !== own?.checksum && own !== undefined ? ' ≠' : '';
  if (timing.peer === OWN || own === undefined || !(own.medianMs > 0)) return `**${number(timing.medianMs)}**${differs}`;
  return `${number(timing.medianMs)} (${(timing.medianMs / own.medianMs).toFixed(1)}×)${differs}`;
}

function sectionText({ title, rows, peers, timings }) {
  const names = peers.map((p) => p.name);
  const ids = [...new Set(timings.map((t) => t.workload))];
  const find = (id, name) => timings.find((t) => t.workload === id && t.peer === name);
  const lines = ids.map((id) => `| ${TITLES[id] ?? id} | ${names.map((n) => cell(find(id, n), find(id, OWN))).join(' | ')} | ${number(find(id, OWN)?.coldMs ?? 0)} |`);
  const equal = ids.every((id) => new Set(timings.filter((t) => t.workload === id && t.error === undefined).map((t) => t.checksum)).size === 1);
  return [
    `## ${title}, ${rows.toLocaleString('en')} rows`,
    '',
    `| work | ${names.join(' | ')} | ${OWN}, first run |`,
    `| --- | ${names.map(() => '---:').join(' | ')} | ---: |`,
    ...lines,
    '',
    `${peers.map((p) => `${p.name}: ${p.version}`).join('; ')}. ${equal ? 'All results have equal checksums.' : 'Results marked ≠ have another checksum.'}`,
    '',
  ].join('\n');
}

export function writeReport(path, { sections, page, machine }) {
  const head = [
    '# Benchmarks',
    '',
    `Made by \`npm run bench\`. Medians in milliseconds over rounds in which the peers take turns, in brackets the multiple of ${OWN}'s time (above 1: slower than ${OWN}). The first run is what a person waits for. The ceiling is each workload written by hand over typed arrays, in one thread. Machine: ${machine}. Other work on the machine shows in all columns; compare within a row.`,
    '',
    'DuckDB-WASM reads the JSON texts by regular expressions, for its JSON extension is not part of the package. danfojs takes part at 20,000 rows: at a million it did not finish. Every result is complete in memory, texts decoded, before the clock stops.',
    '',
  ];
  const pageText = page === undefined ? [] : [
    '## The page',
    '',
    '| what | median, ms | least | greatest |',
    '| --- | ---: | ---: | ---: |',
    ...page.map((p) => `| ${p.what} | ${number(p.median)} | ${number(p.min)} | ${number(p.max)} |`),
    '',
  ];
  writeFileSync(path, `${[...head, ...sections.map(sectionText), ...pageText].join('\n').trimEnd()}\n`);
}
