/** What sources are given by the session. */
import type { Conf } from '../physical/index.ts';
import type { VirtualFileSystem } from './files/file-system.ts';
import type { KafkaBroker } from './kafka/broker.ts';

export interface ReadContext {
  readonly files: VirtualFileSystem;
  readonly conf: Conf;
  readonly sessionTimeZone: string;
  /** Microseconds since the epoch. */
  readonly now: () => number;
}

export interface ResolveContext extends ReadContext {
  readonly broker: KafkaBroker;
  readonly nextExprId: () => number;
}
