// Marks cells that wait for a decision, and cells that are read-only: one conditional format each, laid over what the cell looks like and taken away
// again. A mark is known by its own formula: an id of Excel's would not outlive the file's being closed.

import type { ExcelBatch } from './batch.ts';
import type { CellMark, MarkJob } from './workbook-writes.ts';

/** Always true, and bears the mark's name. */
const prefix = '=N("Keybook ';
const waiting = '#FFD966';
const readOnly = { fill: '#EDEDED', font: '#7F7F7F' } as const;

interface SheetMarks {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly formats: Excel.ConditionalFormatCollection;
}

export function lookForMarks(batch: ExcelBatch, job: MarkJob | undefined): SheetMarks[] {
  return (job?.sheets ?? []).map((id) => {
    const sheet = batch.context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('id');
    sheet.protection.load('protected');
    const formats = sheet.getRange().conditionalFormats;
    formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
    return { id, sheet, formats };
  });
}

/** Takes every mark away and sets those asked for; answers what stands then. A protected sheet keeps what it has. */
export function queueMarks(found: readonly SheetMarks[], job: MarkJob | undefined): CellMark[] {
  if (!job) return [];
  return found.flatMap(({ id, sheet, formats }) => {
    if (sheet.isNullObject) return [];
    if (sheet.protection.protected) return job.before.filter((mark) => mark.sheet === id);
    for (const format of formats.items.filter(isMark)) format.delete();
    const wanted = job.marks.filter((mark) => mark.sheet === id);
    for (const mark of wanted) setMark(sheet, mark);
    return wanted;
  });
}

function isMark({ customOrNullObject: custom }: Excel.ConditionalFormat): boolean {
  return !custom.isNullObject && custom.rule.formula.startsWith(prefix);
}

function setMark(sheet: Excel.Worksheet, { name, row, column, rows = 1, columns = 1, isReadOnly = false }: CellMark): void {
  const { custom } = sheet.getRangeByIndexes(row, column, rows, columns).conditionalFormats.add('Custom');
  custom.rule.formula = `${prefix}${name}")=0`;
  custom.format.fill.color = isReadOnly ? readOnly.fill : waiting;
  if (isReadOnly) custom.format.font.color = readOnly.font;
}
