/** Names the editor's modules in the built page's head, so that the browser reads them before the page's own program asks for them. */
import type { Plugin, Rollup } from 'vite';

/** The file of src/ that is loaded when there is an editor. */
const EDITOR_MODULE = /\/src\/editor\/CodeEditor\.tsx$/;

export function preloadPlugin(): Plugin {
  return {
    name: 'sparring-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (bundle === undefined) return [];
        return editorModules(bundle).map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: '', href: `./${file}` }, injectTo: 'head' }));
      },
    },
  };
}

function editorModules(bundle: Rollup.OutputBundle): string[] {
  const editor = Object.values(bundle).find((part) => part.type === 'chunk' && EDITOR_MODULE.test(part.facadeModuleId ?? ''));
  if (editor?.type !== 'chunk') throw new Error('the editor is not a module of its own any more: mend scripts/preload-plugin.ts');
  const entry = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry);
  const known = new Set(entry?.type === 'chunk' ? [entry.fileName, ...entry.imports] : []);
  return [editor.fileName, ...editor.imports.filter((file) => !known.has(file))];
}
