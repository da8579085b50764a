export function sourcesHash(root: string): string;
export function isStale(root: string): boolean;
export function writeStamp(root: string): void;
