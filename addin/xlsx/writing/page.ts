// How a sheet is printed: margins, paper, header and footer, and the names that carry print area and repeated rows.

import { columnName, rectOf, addressOf } from '../../sheets/image.ts';
import type { FileName, FilePage, FileSheet } from './file.ts';
import { quotedSheet } from './file.ts';
import { tag, text } from './markup.ts';

const LAST_COLUMN = 16_383;
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;

export function pageXml(page: FilePage | undefined): string {
  if (!page) return '';
  const options = tag('printOptions', { horizontalCentered: page.centerHorizontally || undefined, verticalCentered: page.centerVertically || undefined, gridLines: page.gridlines || undefined });
  const setup = tag('pageSetup', { paperSize: page.paper, scale: page.scale, fitToWidth: page.fit?.width, fitToHeight: page.fit?.height, orientation: page.orientation });
  const header = page.header ? tag('oddHeader', {}, text(page.header)) : '';
  const footer = page.footer ? tag('oddFooter', {}, text(page.footer)) : '';
  return options + tag('pageMargins', { ...MARGINS, ...page.margins }) + setup + (header || footer ? tag('headerFooter', {}, header, footer) : '');
}

/** `rowBreaks`, which come after header and footer; a break's id is the number of the row above it. */
export function breaksXml(page: FilePage | undefined): string {
  const breaks = page?.breaks ?? [];
  if (breaks.length === 0) return '';
  return tag('rowBreaks', { count: breaks.length, manualBreakCount: breaks.length }, ...breaks.map((row) => tag('brk', { id: row, max: LAST_COLUMN, man: 1 })));
}

export function printNames(sheet: FileSheet, number: number): FileName[] {
  const { printArea, titleRows, titleColumns } = sheet.page ?? {};
  const quoted = quotedSheet(sheet.name);
  const names: FileName[] = [];
  if (printArea) names.push({ name: '_xlnm.Print_Area', sheet: number, formula: printArea.split(',').map((part) => `${quoted}!${absolute(part)}`).join(',') });
  const titles = [
    titleColumns ? `${quoted}!$${columnName(titleColumns[0])}:$${columnName(titleColumns[1])}` : '',
    titleRows ? `${quoted}!$${titleRows[0] + 1}:$${titleRows[1] + 1}` : '',
  ].filter(Boolean);
  if (titles.length > 0) names.push({ name: '_xlnm.Print_Titles', sheet: number, formula: titles.join(',') });
  return names;
}

/** `$A$1:$K$32` of `A1:K32`. */
export function absolute(range: string): string {
  const rect = rectOf(range);
  const corners = [addressOf(rect.row, rect.column), addressOf(rect.row + rect.rows - 1, rect.column + rect.columns - 1)];
  return corners.map((corner) => corner.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')).join(':');
}
