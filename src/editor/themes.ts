/** The editor's colours, of one family with the page's tokens. Every pair has a contrast of 4.5 or more. */
import type { editor } from 'monaco-editor/editor/editor.api';

type Rules = editor.ITokenThemeRule[];

const rules = (colours: Record<'comment' | 'keyword' | 'string' | 'number' | 'type' | 'plain', string>): Rules => [
  { token: '', foreground: colours.plain },
  { token: 'comment', foreground: colours.comment, fontStyle: 'italic' },
  { token: 'keyword', foreground: colours.keyword },
  { token: 'string', foreground: colours.string },
  { token: 'string.escape', foreground: colours.string },
  { token: 'number', foreground: colours.number },
  { token: 'type', foreground: colours.type },
  { token: 'type.identifier', foreground: colours.type },
  { token: 'tag', foreground: colours.type },
  { token: 'delimiter', foreground: colours.plain },
];

export function defineThemes(target: typeof editor): void {
  target.defineTheme('sparring-light', {
    base: 'vs',
    inherit: true,
    rules: rules({ plain: '24262b', comment: '6a6e76', keyword: '8f2f7a', string: '1f6b3a', number: '9a4600', type: '1557b8' }),
    colors: {
      'editor.background': '#ffffff',
      'editor.foreground': '#24262b',
      'editorLineNumber.foreground': '#767a82',
      'editorLineNumber.activeForeground': '#24262b',
      'editor.lineHighlightBackground': '#f7f7f4',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#cfe0fa',
      'editorIndentGuide.background1': '#ecebe6',
      'editorWidget.background': '#ffffff',
      'editorWidget.border': '#c9c8c1',
      'editorBracketHighlight.foreground1': '#24262b',
      'editorBracketHighlight.foreground2': '#24262b',
      'editorBracketHighlight.foreground3': '#24262b',
      'scrollbar.shadow': '#00000000',
    },
  });
  target.defineTheme('sparring-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: rules({ plain: 'dcdcd8', comment: '8f939b', keyword: 'e09bd0', string: '8fcf9f', number: 'eeb27a', type: '86b6ff' }),
    colors: {
      'editor.background': '#17181c',
      'editor.foreground': '#dcdcd8',
      'editorLineNumber.foreground': '#82868e',
      'editorLineNumber.activeForeground': '#dcdcd8',
      'editor.lineHighlightBackground': '#1c1d22',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#2b4470',
      'editorIndentGuide.background1': '#2a2c32',
      'editorWidget.background': '#1f2126',
      'editorWidget.border': '#41444d',
      'editorBracketHighlight.foreground1': '#dcdcd8',
      'editorBracketHighlight.foreground2': '#dcdcd8',
      'editorBracketHighlight.foreground3': '#dcdcd8',
      'scrollbar.shadow': '#00000000',
    },
  });
}
