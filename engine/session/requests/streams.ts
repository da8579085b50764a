/** Requests about streaming queries, handed to the streaming manager. */
import { unsupported } from '../../core/index.ts';
import { withoutCtes } from '../../plan/index.ts';
import type { StreamingManager } from '../../streaming/index.ts';
import { streamingSession } from '../streaming-session.ts';
import type { RequestContext, RequestOf } from './context.ts';

type StreamingRequest = RequestOf<'writeStream' | 'stream' | 'streams' | 'advanceClock'>;

function managerOf(context: RequestContext): StreamingManager {
  if (context.streaming === undefined) throw unsupported('Structured Streaming in this place');
  return context.streaming;
}

export function streamingRequest(context: RequestContext, request: StreamingRequest): unknown {
  switch (request.op) {
    case 'writeStream':
      return managerOf(context).start(streamingSession(context), request.plan, withoutCtes(context.analyzed(request.plan), context.shared.nextExprId), request.spec);
    case 'stream':
      return managerOf(context).query(request.queryId, request.method, request.args ?? []);
    case 'streams':
      // Without streaming there is no query: an honest empty list, which `spark.stop()` asks for.
      if (context.streaming === undefined && request.method === 'active') return [];
      return managerOf(context).manager(request.method, request.args ?? [], context.session.id);
    case 'advanceClock':
      if (context.streaming === undefined) context.shared.clock.advance(request.micros);
      else context.streaming.advanceClock(request.micros);
      return null;
  }
}
