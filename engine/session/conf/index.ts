export { PUBLISHED_SETTINGS } from './published.ts';
export { APPLICATION_CONF, CONF_ENTRIES } from './entries.ts';
export type { ConfEntry } from './entries.ts';
export { RuntimeConf } from './runtime-conf.ts';
export { substituteVariables } from './substitute.ts';
