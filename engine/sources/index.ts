/** Files and other sources of rows: the door. */
export type { ReadContext, ResolveContext } from './context.ts';
export * from './errors.ts';
export { escapePath, findFiles } from './files/discovery.ts';
export type { FoundFile, FoundFiles } from './files/discovery.ts';
export { VirtualFileSystem } from './files/file-system.ts';
export type { ColumnarContent, VirtualFile } from './files/file-system.ts';
export { joinPath, normalizePath, uriOf } from './files/paths.ts';
export { fileFormat, isKnownUnsupported } from './formats.ts';
export type { FileFormat } from './format.ts';
export { KafkaBroker } from './kafka/broker.ts';
export type { KafkaRecord, NewRecord } from './kafka/broker.ts';
export { kafkaTopics } from './kafka/resolve.ts';
export { kafkaSchema } from './kafka/schema.ts';
export { RATE_SCHEMA } from './rate/resolve.ts';
export { partitionFolders, readFile, readScan } from './read.ts';
export { resolveDataSource } from './resolve.ts';
export { writeFiles } from './write.ts';
export type { FileWrite } from './write.ts';
