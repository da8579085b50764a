/** Physical plans: each execution as a tree of operators with what they counted, and the text of explain. */
import { useState } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { keyed } from '../components/keyed.ts';
import { ScrollableText } from '../components/Scrollable.tsx';
import { bytesText, countText, durationText } from '../format/quantities.ts';
import type { PlanNode } from '../state/engine-events.ts';
import type { Execution, RunState } from '../state/run-state.ts';

export function PlanPanel({ run }: { readonly run: RunState }) {
  const explains = (run.result?.cases ?? []).filter((c) => c.explain !== null);
  const [view, setView] = useState<'tree' | 'text'>('tree');
  const [chosen, setChosen] = useState<number | null>(null);
  if (run.executions.length === 0 && explains.length === 0) {
    if (run.mode === 'submit' && run.result !== null) return <EmptyState title="Submitted">The verdict is under Tests. Run shows the plan of the visible data.</EmptyState>;
    return <EmptyState title="No plan yet">Spark is lazy: a plan is executed when an action such as show or collect asks for rows.</EmptyState>;
  }
  const index = chosen ?? run.executions.length - 1;
  const execution = run.executions[index] ?? run.executions.at(-1);
  const isText = view === 'text' || execution === undefined;
  return (
    <div className="plan">
      <div className="plan-bar">
        {run.executions.length > 1 && !isText && (
          <label>
            <span className="visually-hidden">Execution</span>
            <select value={index} onChange={(event) => setChosen(Number(event.target.value))}>
              {keyed(run.executions).map(({ key, item }) => (
                <option key={key} value={key}>
                  {key + 1}. {executionTitle(run, item)}
                </option>
              ))}
            </select>
          </label>
        )}
        {explains.length > 0 && execution !== undefined && (
          <button type="button" className="link-button" onClick={() => setView(isText ? 'tree' : 'text')}>
            {isText ? 'Show the executed tree' : 'Show the text of explain'}
          </button>
        )}
      </div>
      {isText
        ? explains.map((c) => (
            <ScrollableText key={c.caseId} className="explain">
              {c.explain}
            </ScrollableText>
          ))
        : execution !== undefined && <PlanTree node={execution.event.physicalPlan} total={execution.event.durationMs} />}
    </div>
  );
}

function executionTitle(run: RunState, execution: Execution): string {
  const title = run.verdict?.cases.find((c) => c.id === execution.caseId)?.title ?? execution.caseId;
  return `${execution.event.action}${title === null ? '' : `, ${title}`}, ${durationText(execution.event.durationMs)}`;
}

function PlanTree({ node, total }: { readonly node: PlanNode; readonly total: number }) {
  return (
    <ul className="plan-tree" aria-label="Physical plan, result first">
      <PlanOperator node={node} total={total} />
    </ul>
  );
}

const MOVES_DATA = /Exchange/;
/** `*(2) `: operators with the same number are one stage of generated code in Spark. */
const STAGE = /^\*\(\d+\) /;

/** The line of explain without what the node's title says already. */
function detailsOf(node: PlanNode): string {
  const line = node.simpleString.replace(STAGE, '');
  return line.startsWith(node.nodeName) ? line.slice(node.nodeName.length).trim() : line;
}

function PlanOperator({ node, total }: { readonly node: PlanNode; readonly total: number }) {
  const { rows, timeMs, partitions, shuffleBytes, batches } = node.metrics;
  const own = Math.max(0, (timeMs ?? 0) - node.children.reduce((sum, child) => sum + (child.metrics['timeMs'] ?? 0), 0));
  const facts = [
    rows === undefined ? null : `${countText(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    timeMs === undefined ? null : durationText(own),
    partitions === undefined ? null : `${countText(partitions)} ${partitions === 1 ? 'partition' : 'partitions'}`,
    shuffleBytes === undefined ? null : `${bytesText(shuffleBytes)} shuffled`,
    batches === undefined || batches < 2 ? null : `${countText(batches)} batches`,
  ].filter((fact) => fact !== null);
  const details = detailsOf(node);
  return (
    <li>
      <div className={MOVES_DATA.test(node.nodeName) ? 'plan-node moves' : 'plan-node'}>
        <div className="plan-line">
          <span className="plan-name">{node.nodeName}</span>
          <span className="plan-facts">{facts.join(' · ')}</span>
        </div>
        {details !== '' && <code className="plan-details">{details}</code>}
        {timeMs !== undefined && total > 0 && (
          <span className="plan-share" aria-hidden="true">
            <span style={{ width: `${Math.min(100, (own / total) * 100)}%` }} />
          </span>
        )}
      </div>
      {node.children.length > 0 && (
        <ul>
          {keyed(node.children).map(({ key, item }) => (
            <PlanOperator key={key} node={item} total={total} />
          ))}
        </ul>
      )}
    </li>
  );
}
