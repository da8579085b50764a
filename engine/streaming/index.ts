/** Structured Streaming: the door. */
export { makeStreamingManager } from './manager.ts';
export type { DeliveryScript } from './schedule.ts';
export type * from './contract.ts';
export { readKafka, writeKafka } from './kafka-batch.ts';
