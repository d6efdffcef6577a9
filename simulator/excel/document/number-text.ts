// The text a cell shows, from its value and number format (numfmt does the formatting).
import { format } from 'numfmt';
import type { CellValue } from '../workbook-data.ts';

/** formats that follow the regional settings; the simulated Excel is Chinese */
const regional: Record<string, string> = {
  'm/d/yyyy': 'yyyy/m/d',
  'mm-dd-yy': 'yyyy/m/d',
  'm/d/yyyy h:mm': 'yyyy/m/d h:mm',
  'm/d/yy h:mm': 'yyyy/m/d h:mm',
};

export function textOfValue(value: CellValue, numberFormat: string | undefined): string {
  if (value === '') return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (numberFormat === undefined || numberFormat === 'General')) return value;
  const pattern = numberFormat ?? 'General';
  return format(regional[pattern] ?? pattern, value, { throws: false, locale: 'zh-CN' });
}
