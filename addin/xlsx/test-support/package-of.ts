// Workbook packages for tests, as plainly as the format allows: whatever a foreign writer does differently is put over it.

import { strToU8, zipSync } from 'fflate';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet; `files` replaces or adds parts. */
export function packageOf(sheet: string, files: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="表一" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf({ worksheet: 'worksheets/sheet1.xml' }),
    'xl/worksheets/sheet1.xml': sheet,
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

export function sheetOf(rows: string, more = ''): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData>${more}</worksheet>`;
}

/** Relations by type; ids count from `rId1`. */
export function relationsOf(targets: Readonly<Record<string, string>>, types = RELATIONS): string {
  return `<Relationships>${Object.entries(targets).map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${types}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

/** The parts that a workbook with styles or shared strings has beside its sheet. */
export function withParts(parts: Readonly<Record<'styles' | 'sharedStrings', string>>): Record<string, string> {
  return {
    'xl/_rels/workbook.xml.rels': relationsOf({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml', sharedStrings: 'sharedStrings.xml' }),
    'xl/styles.xml': parts.styles,
    'xl/sharedStrings.xml': parts.sharedStrings,
  };
}
