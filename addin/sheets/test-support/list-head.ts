// What stands over a generated list: titles, units, other lines, and its headings on one level or two.

import { layoutOf, titlesOf } from '../../../domain/forms/layouts.ts';
import { monthText, quarterText } from '../cells/written-value.ts';
import type { ReadFields } from '../truth.ts';
import type { PlacedCell } from './canvas.ts';
import { labelled, styledLabel } from './label-style.ts';
import type { Labelled } from './label-style.ts';
import type { LaidColumn, Layout } from './list-layout.ts';
import type { Random } from './random.ts';

export interface Head {
  readonly cells: readonly PlacedCell[];
  readonly headings: readonly PlacedCell[];
  /** First row of the body. */
  readonly below: number;
  /** What the lines above state for every record. */
  readonly above: ReadFields;
  readonly abovePlaces: Readonly<Record<string, { row: number; column: number }>>;
}

export function drawHead(layout: Layout, random: Random): Head {
  const cells: PlacedCell[] = [];
  const above: ReadFields = {};
  const abovePlaces: Record<string, { row: number; column: number }> = {};
  const width = layout.columns.length;
  const { form } = layout.model;
  let row = layout.isCompact ? 0 : random.whole(0, 2);
  if (layout.isTitled) {
    cells.push({ row, column: 0, value: titleOf(layout, random), ...(random.chance(0.7) && width > 1 ? { columns: width } : {}) });
    if (layout.period) {
      above[form.day!] = layout.period;
      abovePlaces[form.day!] = { row, column: 0 };
    }
    row += random.whole(1, 2);
  }
  const stated = layoutOf(form).above?.[0];
  if (stated && random.chance(0.5)) {
    const value = random.pick(['2026年中秋、国庆', '2026年上半年', '年末答谢期间']);
    const label = form.fields.find((field) => field.key === stated)!.label;
    const isApart = random.chance(0.4);
    cells.push({ row, column: 0, value: isApart ? `${label}：` : `${label}：${value}` }, ...(isApart ? [{ row, column: 1, value }] : []));
    above[stated] = value;
    abovePlaces[stated] = { row, column: isApart ? 1 : 0 };
    row++;
  }
  if (layout.unitAbove) {
    const unit = layout.unitAbove === 'wan-yuan' ? '万元' : '千元';
    cells.push({ row, column: random.pick([0, width - 1]), value: random.pick([`单位：${unit}`, `（单位：${unit}）`, `金额单位：人民币${unit}`, `单位：${unit}　　　编制部门：大客户部`]) });
    row++;
  } else if (random.chance(0.2)) {
    cells.push({ row, column: 0, value: random.pick(['编制部门：大客户部', '版本：3', '内部资料，注意保存']) });
    row++;
  }
  const headings = headingCells(layout, row, random);
  const below = Math.max(...headings.map((cell) => cell.row + (cell.rows ?? 1)));
  return { cells: [...cells, ...headings], headings, below, above, abovePlaces };
}

function titleOf(layout: Layout, random: Random): string {
  const { form } = layout.model;
  const name = layoutOf(form).above ? form.title : random.pick([form.title, ...titlesOf(form)]);
  const period = layout.period ? (layout.period.includes('Q') ? quarterText(layout.period) : monthText(layout.period)) : layout.statesYear && !layoutOf(form).above ? `${layout.year}年` : '';
  return random.pick([`${period}${name}`, `望江公司${period}${name}`, period === '' ? name : `${name}（${period}）`, [...`${period}${name}`].join(random.pick(['', '', ' ']))]);
}

const strangeHeadings = ['经手单位代码', '附件张数', '存放柜号', '凭证页'];

function headingCells(layout: Layout, row: number, random: Random): PlacedCell[] {
  const words = new Map<string, number>();
  for (const names of namesIn(layout)) for (const word of new Set([names.label, ...names.synonyms])) words.set(word, (words.get(word) ?? 0) + 1);
  const taken = new Set([...words].filter(([, uses]) => uses > 1).map(([word]) => word));
  const style = { taken, english: random.chance(0.15), traditional: random.chance(0.12) };
  const texts = layout.columns.map((laid, index) => textOf(layout, laid, index, style, random));
  // Under another list, headings on two levels without a title are nobody's to tell.
  const groups = random.chance(0.25) && (layout.isTitled || !layout.isCompact) ? groupsOf(layout, random) : [];
  if (groups.length === 0) return texts.map((value, column) => ({ row, column, value }));
  const inGroup = (column: number) => groups.find((group) => column >= group.from && column < group.to);
  const isMerged = random.chance(0.7);
  return [
    ...groups.map((group) => ({ row, column: group.from, value: group.name, ...(isMerged ? { columns: group.to - group.from } : {}) })),
    ...texts.map((value, column): PlacedCell => (inGroup(column) ? { row: row + 1, column, value } : { row, column, value, ...(isMerged ? { rows: 2 } : {}) })),
  ];
}

function namesIn({ model: { form, columns } }: Layout): Labelled[] {
  return [...form.fields, ...(form.tables ?? []).filter((table) => columns.some((column) => table.columns.includes(column.field))).flatMap((table) => table.columns)].map(labelled);
}

function textOf(layout: Layout, laid: LaidColumn, index: number, style: { readonly taken: ReadonlySet<string>; readonly english: boolean; readonly traditional: boolean }, random: Random): string {
  if (!laid.column) return laid.strange === 'number' ? random.pick(['序号', 'No.', '编号序', '#']) : `${strangeHeadings[index % strangeHeadings.length]!}`;
  const { names, field, hasOneWord } = laid.column;
  if (hasOneWord) return `${names.label}${random.pick(['', '(元)', '（元）', '\n(元)'])}`;
  const unit = laid.unit === 'wan-yuan' ? '万元' : '千元';
  if (field.type.kind === 'money' && (laid.unit || layout.unitAbove)) return names.label.replace(/\([^()]*\)$/, '') + (laid.unit ? random.pick([`（${unit}）`, `(${unit})`, `\n(${unit})`, `(单位:${unit})`]) : '');
  // Without a title the labels themselves must tell.
  return styledLabel(layout.isTitled ? names : { label: names.label, synonyms: [] }, random, style);
}

/** Some columns side by side under a word of their own; one column at least stands alone. */
function groupsOf(layout: Layout, random: Random): { readonly from: number; readonly to: number; readonly name: string }[] {
  const width = layout.columns.length;
  const groups: { from: number; to: number; name: string }[] = [];
  for (let from = 1; from + 2 <= width; ) {
    const to = Math.min(width, from + random.whole(2, 3));
    if (random.chance(0.5)) groups.push({ from, to, name: random.pick(['基本情况', '登记事项', '经办情况', '明细情况']) });
    from = to + random.whole(0, 1);
  }
  return groups;
}
