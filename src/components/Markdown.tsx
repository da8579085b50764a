/** Text of challenges. It comes from this repository, with raw HTML left out all the same. */
import { Marked } from 'marked';
import { useMemo } from 'react';

const markdown = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    table(token) {
      const cell = (tag: 'th' | 'td', tokens: typeof token.header): string =>
        tokens.map((c) => `<${tag}${c.align ? ` style="text-align:${c.align}"` : ''}>${this.parser.parseInline(c.tokens)}</${tag}>`).join('');
      const rows = token.rows.map((row) => `<tr>${cell('td', row)}</tr>`).join('');
      return `<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${cell('th', token.header)}</tr></thead><tbody>${rows}</tbody></table></div>`;
    },
    code: ({ text, lang }) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return `<pre tabindex="0" data-language="${(lang ?? '').replace(/\W/g, '')}"><code>${escaped}</code></pre>`;
    },
  },
});

export function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => markdown.parse(text, { async: false }), [text]);
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
