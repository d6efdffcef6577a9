// Formulas that lead back to themselves, alone or by way of others on their sheet: Excel works nothing out for them, and what
// a file kept as their value is of no day. Other sheets are not followed.

import { placeOf, rectOf } from '../image.ts';
import type { Place, Rect, SheetImage } from '../image.ts';

const found = new WeakMap<SheetImage, ReadonlySet<string>>();

export function isCyclic(sheet: SheetImage, { row, column }: Place): boolean {
  let cyclic = found.get(sheet);
  if (!cyclic) found.set(sheet, (cyclic = cyclicCells(sheet)));
  return cyclic.has(`${row} ${column}`);
}

interface Node extends Place {
  readonly needs: readonly Rect[];
  /** In the order of the search; 0 is not seen yet. */
  seen: number;
  low: number;
  isOpen: boolean;
}

/** Of a longer range only the cell itself is looked for: running totals over thousands of rows must not cost their square. */
const mostCellsFollowed = 200;

/** Cells whose formulas need one another: circles of the graph (Tarjan), found without recursion. */
function cyclicCells(sheet: SheetImage): ReadonlySet<string> {
  const nodes = new Map<string, Node>();
  sheet.formulas.forEach((formulas, r) => formulas.forEach((formula, c) => {
    if (formula !== '') nodes.set(keyOf({ row: sheet.row + r, column: sheet.column + c }), { row: sheet.row + r, column: sheet.column + c, needs: needsOf(formula, sheet.name), seen: 0, low: 0, isOpen: false });
  }));
  const cyclic = new Set<string>();
  const open: Node[] = [];
  let turn = 0;
  for (const start of nodes.values()) {
    if (start.seen > 0) continue;
    const path = [{ node: start, next: neighbours(start, nodes) }];
    start.seen = start.low = ++turn;
    start.isOpen = open.push(start) > 0;
    while (path.length > 0) {
      const { node, next } = path.at(-1)!;
      const other = next.pop();
      if (!other) {
        path.pop();
        const before = path.at(-1)?.node;
        if (before) before.low = Math.min(before.low, node.low);
        if (node.low === node.seen) close(node, open, cyclic);
      } else if (other.seen === 0) {
        other.seen = other.low = ++turn;
        other.isOpen = open.push(other) > 0;
        path.push({ node: other, next: neighbours(other, nodes) });
      } else if (other.isOpen) node.low = Math.min(node.low, other.seen);
    }
  }
  return cyclic;
}

/** Everything since the node is one circle; a node alone is one where it needs itself. */
function close(node: Node, open: Node[], cyclic: Set<string>): void {
  const circle = open.splice(open.lastIndexOf(node));
  for (const one of circle) {
    one.isOpen = false;
    if (circle.length > 1 || one.needs.some((rect) => holds(rect, one))) cyclic.add(keyOf(one));
  }
}

function neighbours(node: Node, nodes: ReadonlyMap<string, Node>): Node[] {
  return node.needs.flatMap((rect) => {
    if (rect.rows * rect.columns > mostCellsFollowed) return [];
    const cells: Node[] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const cell = nodes.get(keyOf({ row, column }));
        if (cell) cells.push(cell);
      }
    }
    return cells;
  });
}

const reference = /(?:('(?:[^']|'')+'|[^\s!'"(),;=+\-*/&<>^:]+)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(.!])/g;

function needsOf(formula: string, sheetName: string): Rect[] {
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...plain.matchAll(reference)].flatMap(([, sheet, column, row, lastColumn, lastRow]) => {
    if (sheet !== undefined && sheet.replace(/^'|'$/g, '').replaceAll("''", "'") !== sheetName) return [];
    const first = placeOf(`${column}${row}`);
    return [lastColumn === undefined ? { ...first, rows: 1, columns: 1 } : rectOf(`${column}${row}:${lastColumn}${lastRow}`)];
  });
}

function holds(rect: Rect, { row, column }: Place): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}

function keyOf({ row, column }: Place): string {
  return `${row} ${column}`;
}
