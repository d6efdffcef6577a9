// Number formats of a workbook's cells, from its styles. Shows no value.

import { childOf, childrenOf } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';

/** The built-in formats as Excel in Chinese shows them (ECMA-376 18.8.30; 27 to 36 and 50 to 58 are those of zh-cn). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;[Red]"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: 'm-d-yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
  37: '#,##0 ;(#,##0)', 38: '#,##0 ;[Red](#,##0)', 39: '#,##0.00 ;(#,##0.00)', 40: '#,##0.00 ;[Red](#,##0.00)',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
  50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};

/** The number format of each cell style (`s` of a cell), from the styles part. */
export function cellFormats(styles: XmlElement | null): readonly string[] {
  const own = new Map<number, string>();
  for (const { attributes } of childrenOf(childOf(styles ?? undefined, 'numFmts'), 'numFmt')) {
    if (attributes['formatCode']) own.set(Number(attributes['numFmtId']), attributes['formatCode']);
  }
  return childrenOf(childOf(styles ?? undefined, 'cellXfs'), 'xf').map(({ attributes }) => formatById(Number(attributes['numFmtId'] ?? 0), own));
}

export function formatById(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? 'General';
}

/** The id of a format that needs no entry of its own in a styles part. */
export function builtInId(code: string): number | null {
  if (code === 'General') return 0;
  const found = Object.entries(BUILT_IN).find(([id, builtIn]) => builtIn === code && !(Number(id) >= 5 && Number(id) <= 8) && (Number(id) < 14 || Number(id) >= 45) && Number(id) < 50);
  return found ? Number(found[0]) : null;
}
