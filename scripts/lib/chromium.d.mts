export declare const CHROMIUM_FLAGS: readonly string[];
/** Where a Chromium is, and its flags. Throws where there is none. */
export declare function findChromium(): Promise<{ executablePath: string; args: string[] }>;
