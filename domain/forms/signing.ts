// Who signs a form, as a table of fixed rows: the post as printed, a name, a day. Names stay text: who signs may belong
// to another department, which the roster does not know.

import { field } from './types.ts';
import type { Field, FixedRow, Table } from './definition.ts';

const role = field('role', '职务', 'text', { synonyms: ['角色', '岗位', '签字人'] });
const name = field('name', '签字', 'text', { synonyms: ['签名', '签章', '签字人', '姓名'] });
const date = field('date', '日期', 'day', { synonyms: ['签字日期', '审核日期', '签字时间', '申请日期', '审批日期', '批准日期', '签名日期', '时间'] });

export function signing(key: string, label: string, synonyms: readonly string[], posts: readonly FixedRow[], between: readonly Field[] = []): Table {
  return { key, label, synonyms, columns: [role, ...between, name, date], rowKey: ['role'], rowLabel: 'role', fixedRows: posts, isSigned: true };
}
