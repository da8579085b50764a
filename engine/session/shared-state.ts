/** What all sessions of an engine share: tables, global views, cached plans, files, the broker, the count of ids. */
import type { Environment } from '../core/index.ts';
import type { FunctionRegistry } from '../functions/define.ts';
import type { ExprId } from '../plan/index.ts';
import { KafkaBroker } from '../sources/kafka/broker.ts';
import { VirtualFileSystem } from '../sources/index.ts';
import { CacheManager } from './cache/cache-manager.ts';
import { DatabaseStore } from './catalog/databases.ts';
import { SqlFunctionStore } from './catalog/sql-functions.ts';
import { TableStore } from './catalog/tables.ts';
import { ViewStore } from './catalog/views.ts';
import { onClock, VirtualClock } from '../core/index.ts';
import { LocalStore } from './local-store.ts';
import type { EngineHost } from './request.ts';

export interface SharedOptions {
  readonly registry: FunctionRegistry;
  readonly environment: Environment;
  readonly host: EngineHost;
  readonly batchRows?: number;
  readonly cacheAnalysis: boolean;
  readonly disabledRules?: ReadonlySet<string>;
  readonly onlyRules?: ReadonlySet<string>;
}

export class SharedState {
  readonly tables = new TableStore();
  readonly databases = new DatabaseStore();
  readonly sqlFunctions = new SqlFunctionStore();
  readonly globalViews = new ViewStore();
  readonly local = new LocalStore();
  readonly cache = new CacheManager();
  readonly clock: VirtualClock;
  readonly environment: Environment;
  readonly files: VirtualFileSystem;
  readonly broker: KafkaBroker;
  private exprIds = 0;
  private cteIds = 0;

  constructor(readonly options: SharedOptions) {
    this.clock = new VirtualClock(options.environment);
    this.environment = onClock(options.environment, this.clock);
    this.files = new VirtualFileSystem(() => this.clock.now());
    this.broker = new KafkaBroker(() => this.clock.now());
  }

  readonly nextExprId = (): ExprId => this.exprIds++;
  readonly nextCteId = (): number => this.cteIds++;
}
