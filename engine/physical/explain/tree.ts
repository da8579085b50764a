/** Plans as trees of lines: `+- ` before an only or last input, `:- ` before others. */

export interface TreeNode {
  readonly line: string;
  readonly children: readonly TreeNode[];
  /** Plans that hang below the operator beside its inputs (subqueries, cached plans), indented further. */
  readonly inner?: readonly TreeNode[];
}

export function treeText(root: TreeNode): string {
  const lines: string[] = [];
  walk(root, [], lines);
  return lines.map((l) => `${l}\n`).join('');
}

/** `lastOf[d]`: whether the ancestor at depth d is the last of its siblings. */
function walk(node: TreeNode, lastOf: readonly boolean[], lines: string[]): void {
  const depth = lastOf.length;
  const prefix = lastOf.slice(0, -1).map((last) => (last ? '   ' : ':  ')).join('');
  const mark = depth === 0 ? '' : lastOf[depth - 1] ? '+- ' : ':- ';
  lines.push(`${prefix}${mark}${node.line}`);
  const inner = node.inner ?? [];
  inner.forEach((x, i) => walk(x, [...lastOf, node.children.length === 0, i === inner.length - 1], lines));
  node.children.forEach((x, i) => walk(x, [...lastOf, i === node.children.length - 1], lines));
}
