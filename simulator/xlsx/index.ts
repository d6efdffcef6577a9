// .xlsx files to and from the simulator's WorkbookData: what the workbench opens and saves. Built on the add-in's own
// file reader and writer, so that a file saved here is read by the production code and the other way round.

export { workbookDataFromXlsx, workbookDataFromXlsx as readXlsx } from './open.ts';
export { xlsxFromWorkbookData, xlsxFromWorkbookData as writeXlsx } from './save.ts';
