export { judgeCriteria } from './evaluate.ts';
export { broadcastsInputs, doesNotMoveForJoins, endsRepartitioned } from './joins.ts';
export { broadcastSide, isJoin, operators } from './plan-walk.ts';
