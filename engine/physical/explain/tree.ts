/** Plans as trees of lines: `+- ` before an only or last input, `:- ` before others. */

export interface TreeNode {
  readonly line: string;
  readonly children: readonly TreeNode[];
  /** Plans that hang below the operator beside its inputs (subqueries, cached plans), indented further. */
  readonly inner?: readonly TreeNode[];
  /** Plans under headings, each as a tree of its own: the final and the first plan of adaptive execution. */
  readonly sections?: readonly { readonly title: string; readonly tree: TreeNode }[];
}

export function treeText(root: TreeNode): string {
  const lines: string[] = [];
  walk(root, [], 0, lines);
  return lines.map((l) => `${l}\n`).join('');
}

const STEP = '   ';

/** `lastOf[d]`: whether the ancestor at depth d is the last of its siblings. */
function walk(node: TreeNode, lastOf: readonly boolean[], indent: number, lines: string[]): void {
  const depth = lastOf.length;
  const prefix = STEP.repeat(indent) + lastOf.slice(0, -1).map((last) => (last ? STEP : ':  ')).join('');
  const mark = depth === 0 ? '' : lastOf[depth - 1] ? '+- ' : ':- ';
  lines.push(`${prefix}${mark}${node.line}`);
  const inner = node.inner ?? [];
  inner.forEach((x, i) => walk(x, [...lastOf, node.children.length === 0, i === inner.length - 1], indent, lines));
  node.children.forEach((x, i) => walk(x, [...lastOf, i === node.children.length - 1], indent, lines));
  for (const { title, tree } of node.sections ?? []) {
    // As Spark prints them: by depth alone, without the marks of what stands above.
    lines.push(`${STEP.repeat(depth)}+- == ${title} ==`);
    walk(tree, [], depth + 1, lines);
  }
}
