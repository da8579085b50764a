// npm start: installs what is missing, builds the app unless it is up to date, and serves it.
//
//   npm start [-- --port 4173] [--host 127.0.0.1] [--dev]     --dev: Vite's development server
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureDependencies, fail, root } from './lib/setup.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: 'localhost' },
    dev: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write('npm start [-- --port 4173] [--host localhost] [--dev]\n');
  process.exit(0);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port takes a number up to 65535, not ${values.port}.`, 2);

ensureDependencies();
const { createServer, preview } = await import('vite');
const place = { port, host: values.host };
if (values.dev) {
  const server = await createServer({ root, server: place });
  await server.listen();
  server.printUrls();
} else {
  build({ ifStale: true });
  const server = await preview({ root, preview: { ...place, strictPort: false } });
  process.stdout.write('\nSparring is served at:\n');
  server.printUrls();
  process.stdout.write('  Stop it with Ctrl+C.\n');
}
