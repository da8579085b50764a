/** The folder, whether it has been built or not. */
export function cliFolder(root: string): string;
