// What stands under a generated list: totals, rows with nothing but a number, remarks, signatures.

import type { PlacedCell } from './canvas.ts';
import type { Layout } from './list-layout.ts';
import type { Random } from './random.ts';

export function tailRows(layout: Layout, sums: ReadonlyMap<number, number>, random: Random): { readonly cells: PlacedCell[]; readonly rows: number } {
  const width = layout.columns.length;
  const cells: PlacedCell[] = [];
  let row = 0;
  if (layout.columns[0]!.strange === 'number' && random.chance(0.2)) {
    for (let more = random.whole(1, 3); more > 0; more--) cells.push({ row: row++, column: 0, value: layout.model.lines.length + row });
  } else if (random.chance(0.15)) row += random.whole(1, 2);
  if (random.chance(0.4)) {
    const isWide = random.chance(0.5) && width > 3 && ![0, 1].some((column) => sums.has(column));
    cells.push({ row, column: 0, value: random.pick(['合计', '合  计', '总计', '本页合计', '累计', '汇总']), ...(isWide ? { columns: 2 } : {}) });
    for (const [column, fen] of sums) if (column > (isWide ? 1 : 0)) cells.push({ row, column, value: inUnit(layout, column, fen), formula: `=SUM(${column})` });
    row++;
  }
  if (random.chance(0.3)) {
    cells.push({ row: row++, column: 0, value: random.pick(['注：以上由经办人汇总，未尽事宜另行说明。', '说明：1.金额含税；2.日期以到账为准。', '备注：本表一式两份', '以上数据未经核对', '※ 本表每月五日前报送']), ...(random.chance(0.6) && width > 1 ? { columns: width } : {}) });
  }
  if (random.chance(0.25)) cells.push({ row: row++, column: 0, value: random.pick(['制表：王一　　审核：李二　　日期：', '部门负责人签字：', '填表人：', '编制：赵明　审核：　批准：']) }, ...(random.chance(0.5) && width > 3 ? [{ row: row - 1, column: 3, value: random.pick(['日期：', '审核：', '2026-09-30']) }] : []));
  return { cells, rows: row };
}

function inUnit(layout: Layout, column: number, fen: number): number {
  const laid = layout.columns[column]!;
  const unit = laid.column?.hasOneWord ? undefined : (laid.unit ?? layout.unitAbove);
  return Number((fen / 100 / (unit === 'wan-yuan' ? 10_000 : unit === 'qian-yuan' ? 1000 : 1)).toFixed(6));
}
