// Opens an .xlsx file as WorkbookData, with all that the simulator can show or hand to the add-in.

import { childOf, childrenOf, isOn } from '../../addin/xlsx/package/xml.ts';
import type { XmlElement } from '../../addin/xlsx/package/xml.ts';
import { openWorkbook, orDamaged } from '../../addin/xlsx/reading/workbook-part.ts';
import type { OpenedWorkbook } from '../../addin/xlsx/reading/workbook-part.ts';
import { emptyWorkbookData } from '../excel/workbook-data.ts';
import type { NameData, WorkbookData } from '../excel/workbook-data.ts';
import { colorReader } from './open-colors.ts';
import { readSheet } from './open-sheet.ts';
import { present, readStyles } from './open-styles.ts';

export async function workbookDataFromXlsx(bytes: Uint8Array): Promise<WorkbookData> {
  return workbookDataOf(bytes);
}

export function workbookDataOf(bytes: Uint8Array): WorkbookData {
  const workbook = openWorkbook(bytes);
  return orDamaged(() => {
    const theme = workbook.parts.relations(workbook.path).find((relation) => relation.type === 'theme')?.target;
    const colorOf = colorReader(theme ? workbook.parts.xml(theme) : null);
    const styles = readStyles(workbook.styles, colorOf);
    const sheets = workbook.sheets.map((sheet, index) => readSheet(sheet, index, { workbook, styles, colorOf }));
    if (sheets.length === 0) return emptyWorkbookData();
    return { sheets, names: namesOf(workbook), activeSheet: activeSheet(workbook), structureProtected: workbook.isStructureProtected };
  });
}

function activeSheet(workbook: OpenedWorkbook): string {
  const view = childOf(childOf(workbook.root, 'bookViews'), 'workbookView');
  const active = workbook.sheets[Number(view?.attributes['activeTab'] ?? 0)];
  const shown = active?.visibility === 'visible' ? active : workbook.sheets.find((sheet) => sheet.visibility === 'visible');
  return (shown ?? workbook.sheets[0]!).name;
}

function namesOf(workbook: OpenedWorkbook): NameData[] {
  return childrenOf(childOf(workbook.root, 'definedNames'), 'definedName').flatMap((element) => nameOf(element, workbook));
}

function nameOf({ attributes, text }: XmlElement, workbook: OpenedWorkbook): NameData[] {
  const name = attributes['name'] ?? '';
  if (name === '' || name.startsWith('_xlnm.')) return [];
  const scope = attributes['localSheetId'] === undefined ? undefined : workbook.sheets[Number(attributes['localSheetId'])]?.name;
  return [{ name, formula: `=${text}`, visible: !isOn(attributes['hidden']), ...present('scope', scope), ...present('comment', attributes['comment']) }];
}
