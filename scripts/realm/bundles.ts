/** The programs that user realms run, each as one text: an opaque origin can load nothing, so nothing may be split off. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Python's binary is handed to the realm at run time: its program must not carry a second copy as text. */
const BINARY_ADDRESS = 'new URL("pyodide.asm.wasm",import.meta.url).href';

function withoutBinary(): Plugin {
  return {
    name: 'sparring-without-binary',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('pyodide.asm.mjs')) return undefined;
      if (!code.includes(BINARY_ADDRESS)) this.error('this version of Pyodide names its binary in another way');
      return { code: code.replace(BINARY_ADDRESS, '"pyodide.asm.wasm"'), map: null };
    },
  };
}

/** danfojs without what draws and what reads spreadsheets: both want a document, which a realm has not. */
function lightDanfo(): Plugin {
  const source = `${ROOT}node_modules/danfojs/dist/danfojs-browser/src/index.js`;
  return {
    name: 'sparring-light-danfo',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'danfojs') return source;
      return id === 'plotly.js-dist-min' || id === 'xlsx' ? '\0empty' : undefined;
    },
    load(id) {
      return id === '\0empty' ? 'export default {};' : undefined;
    },
  };
}

/** Builds one script without splitting from a source file (from the repository's root). Throws when it would need a second file. */
export async function bundle(entry: string): Promise<string> {
  const outputs = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutBinary(), lightDanfo()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      sourcemap: false,
      lib: { entry: `${ROOT}${entry}`, formats: ['iife'], name: 'realm', fileName: 'realm' },
      rolldownOptions: { output: { codeSplitting: false } },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 100_000,
    },
  });
  const chunks = (Array.isArray(outputs) ? outputs : [outputs]).flatMap((o) => ('output' in o ? o.output : []));
  const [program, ...others] = chunks;
  if (program?.type !== 'chunk' || others.length > 0) {
    throw new Error(`${entry} must become one program, but gave ${chunks.map((c) => c.fileName).join(', ') || 'nothing'}`);
  }
  return program.code;
}
