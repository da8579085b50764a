/**
 * The state of one stateful operator, version after version: version n is what batch n - 1 left behind. A version is
 * immutable, so a batch that is run again begins with what it began with the first time.
 */
import { invariant } from '../../core/index.ts';

/** `spark.sql.streaming.minBatchesToRetain`. */
const RETAINED_VERSIONS_COUNT = 100;

export class StateStore<S> {
  private readonly versions = new Map<number, S>();

  constructor(private readonly empty: () => S) {}

  /** The state with which a batch begins. */
  get(batchId: number): S {
    if (batchId === 0) return this.empty();
    const found = this.versions.get(batchId);
    invariant(found !== undefined, `the state before batch ${batchId} is not kept`);
    return found;
  }

  /** The state with which a batch ends. */
  put(batchId: number, state: S): void {
    this.versions.set(batchId + 1, state);
    this.versions.delete(batchId + 1 - RETAINED_VERSIONS_COUNT);
  }
}

/** Stores of a query's operators by their number in the plan; they live as long as the query's checkpoint. */
export class StateStores {
  private readonly stores = new Map<number, StateStore<unknown>>();

  operator<S>(id: number, empty: () => S): StateStore<S> {
    let store = this.stores.get(id);
    if (store === undefined) {
      store = new StateStore<unknown>(empty);
      this.stores.set(id, store);
    }
    return store as StateStore<S>;
  }
}
