/** Text of challenges. It comes from this repository, with raw HTML left out all the same. */
import { Marked } from 'marked';
import { useMemo } from 'react';

/** Of the first heading in a text: the page's title stands above it. */
const FIRST_LEVEL = 2;
const LAST_LEVEL = 6;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Headings keep their order and begin below the page's title. */
function headingLevels(text: string): (depth: number) => number {
  const first = /^(#{1,6}) /m.exec(text)?.[1]?.length ?? FIRST_LEVEL;
  return (depth) => Math.min(LAST_LEVEL, Math.max(FIRST_LEVEL, depth - first + FIRST_LEVEL));
}

function markdownOf(text: string): Marked {
  const levelOf = headingLevels(text);
  return new Marked({
    gfm: true,
    // Addresses in example data are data, not links.
    tokenizer: { url: () => undefined },
    renderer: {
      html: (token) => escape(token.text),
      heading(token) {
        const level = levelOf(token.depth);
        return `<h${level}>${this.parser.parseInline(token.tokens)}</h${level}>`;
      },
      table(token) {
        const cell = (tag: 'th' | 'td', tokens: typeof token.header): string =>
          tokens.map((c) => {
            // A column without a name has no header.
            const name = c.text === '' ? 'td' : tag;
            return `<${name}${c.align ? ` style="text-align:${c.align}"` : ''}>${this.parser.parseInline(c.tokens)}</${name}>`;
          }).join('');
        const rows = token.rows.map((row) => `<tr>${cell('td', row)}</tr>`).join('');
        return `<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${cell('th', token.header)}</tr></thead><tbody>${rows}</tbody></table></div>`;
      },
      code: (token) => `<pre tabindex="0" data-language="${escape(token.lang ?? '')}"><code>${escape(token.text)}</code></pre>`,
    },
  });
}

export function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => markdownOf(text).parse(text, { async: false }), [text]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: texts of this repository, written by the renderer above
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
