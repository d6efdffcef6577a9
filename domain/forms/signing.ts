// Who signs a form, as a table of fixed rows: the post as printed, a name, a day. Names stay text: who signs may belong
// to another department, which the roster does not know.

import { field } from './types.ts';
import type { Field, FixedRow, Table } from './definition.ts';

const role = field('role', '职务', 'text');
const name = field('name', '签字', 'text');
const date = field('date', '日期', 'day');

export function signing(key: string, label: string, posts: readonly FixedRow[], between: readonly Field[] = []): Table {
  return { key, label, columns: [role, ...between, name, date], rowKey: ['role'], rowLabel: 'role', fixedRows: posts, isSigned: true };
}
