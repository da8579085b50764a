/** Values that are not shown: of keys that tell of secrets. */
const SECRET = /secret|password|token|access[.]?key|url/i;
const HIDDEN = '*********(redacted)';

export function redacted(properties: Readonly<Record<string, string>> | undefined): readonly (readonly [key: string, value: string])[] {
  const entries = Object.entries(properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([k, v]) => [k, SECRET.test(k) ? HIDDEN : v]);
}
