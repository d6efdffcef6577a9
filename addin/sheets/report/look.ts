// How the generated sheets look: colours, lines, number formats, styles. Knows no content.

import type { CellStyle, Line } from '../plan.ts';

export const FONT = '微软雅黑';

export const color = {
  text: '#1F1F1F', note: '#5A5A5A', faint: '#767676', head: '#F3F3F3', subtotal: '#FAFAFA', input: '#EBF5EF',
  amber: '#FDF0DA', amberText: '#7A4A00', amberEdge: '#B36B00', green: '#107C41', greenEdge: '#62AD85', bar: '#8CC4A6',
  groups: ['#107C41', '#62AD85', '#B4D8C3'], before: '#C4C4C4',
} as const;

export const line = {
  hair: { weight: 'thin', color: '#D4D4D4' },
  dark: { weight: 'thin', color: '#7A7A7A' },
  total: { weight: 'medium', color: '#1F1F1F' },
  amber: { weight: 'thick', color: '#B36B00' },
  green: { weight: 'thick', color: '#62AD85' },
} as const satisfies Readonly<Record<string, Line>>;

/** Positive, negative, zero, text; the room at the right edge (`_0`) is in the format so that all readers align alike. */
export const number = {
  count: 'General_0;-General_0;General_0;@_0',
  score: '0.00_0;"−"0.00_0;0.00_0;@_0',
  plainScore: '0.00',
  monthScore: '0.##_0;-0.##_0;0_0;@_0',
  change: '+0.00_0;"−"0.00_0;"持平"_0;@_0',
  suggestion: '"建议 "0.00_0;"建议 −"0.00_0;"建议 "0.00_0;@_0',
  money: '#,##0.00_0;"−"#,##0.00_0;#,##0.00_0;@_0',
  moneyOrDash: '#,##0.00_0;"−"#,##0.00_0;"—"_0;@_0',
  percent: '0.0#%_0;"−"0.0#%_0;0.0%_0;@_0',
  day: 'yyyy-mm-dd',
  customers: '0" 户"_0;"−"0" 户"_0;0" 户"_0;@_0',
  times: '0" 次"_0;"−"0" 次"_0;0" 次"_0;@_0',
  days: '0" 天"_0;"−"0" 天"_0;0" 天"_0;@_0',
} as const;

export const style = {
  page: { fontName: FONT, fontSize: 10, color: color.text, vertical: 'middle' },
  title: { fontSize: 18, bold: true, horizontal: 'center' },
  note: { fontSize: 9, color: color.note },
  head: { fontSize: 9, color: color.note, fill: color.head, borders: { top: line.dark, bottom: line.dark } },
  row: { borders: { bottom: line.hair } },
  amberLine: { fontSize: 9.5, color: color.amberText, fill: color.amber, wrap: true, indent: 1, horizontal: 'left' },
  completeLine: { fontSize: 9, color: color.note, indent: 1, horizontal: 'left' },
  missing: { color: color.amberText, fill: color.amber, bold: true },
  input: { fill: color.input },
  right: { horizontal: 'right' },
  rightText: { horizontal: 'right', indent: 1 },
  left: { horizontal: 'left' },
  center: { horizontal: 'center' },
  bold: { bold: true },
  faint: { color: color.faint },
} as const satisfies Readonly<Record<string, CellStyle>>;
