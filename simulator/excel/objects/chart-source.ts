// From a chart's source range to its series, as Excel guesses: texts in the first row are names, texts (or days) in
// the first column are categories.
import { formatAbsolute, quoteSheetName } from '../address.ts';
import type { Rect } from '../address.ts';
import type { ChartSeriesData } from '../workbook-data.ts';
import type { Range } from './range.ts';

export function seriesFrom(source: Range, seriesBy: string): ChartSeriesData[] {
  const { rows, columns } = source.$rect;
  const byRows = seriesBy === 'Rows' || (seriesBy !== 'Columns' && columns > rows);
  const at = (line: number, position: number): Rect => {
    const [row, column] = byRows ? [line, position] : [position, line];
    return { row: source.$rect.row + row, column: source.$rect.column + column, rows: 1, columns: 1 };
  };
  const valueAt = (line: number, position: number) => {
    const { row, column } = at(line, position);
    return source.$valueAt(row, column);
  };
  const lines = byRows ? rows : columns;
  const length = byRows ? columns : rows;
  const hasNames = length > 1 && (lines === 1 ? typeof valueAt(0, 0) === 'string' : typeof valueAt(lines - 1, 0) === 'string');
  const hasCategories = lines > 1 && (typeof valueAt(0, length - 1) === 'string' || valueAt(0, 0) === '');
  const start = hasNames ? 1 : 0;
  const prefix = `${quoteSheetName(source.$place.sheet.name)}!`;
  const lineAddress = (line: number) => {
    const first = at(line, start);
    const count = length - start;
    return prefix + formatAbsolute({ ...first, rows: byRows ? 1 : count, columns: byRows ? count : 1 });
  };
  const firstLine = hasCategories ? 1 : 0;
  return Array.from({ length: lines - firstLine }, (_series, index) => ({
    name: hasNames ? String(valueAt(firstLine + index, 0)) : `系列${index + 1}`,
    values: lineAddress(firstLine + index),
    ...(hasCategories ? { categories: lineAddress(0) } : {}),
  }));
}
