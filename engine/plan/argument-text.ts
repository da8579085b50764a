/** An argument as texts show it: with its name, where it is passed by name. */
export function argumentText(name: string | null | undefined, text: string): string {
  return name === null || name === undefined ? text : `${name} => ${text}`;
}
