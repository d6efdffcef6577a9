import { describe, expect, it } from 'vitest';
import { areaOf } from './drawn-area.ts';
import type { SheetPlan } from '../sheets/plan.ts';
import { scorecardSheets } from '../sheets/report/department-sheet.ts';
import { departmentOf } from '../sheets/report/sample-results.ts';
import { countRoundTrips, cellOf, excelWith } from './test-support/host.ts';
import { writeWorkbook } from './write-workbook.ts';
import type { PlacedPlan } from './workbook-writes.ts';

function plan(extra: Partial<SheetPlan> = {}): SheetPlan {
  return {
    name: '考核 2026Q3',
    key: 'kpi-department/2026Q3',
    cells: [
      { row: 0, column: 0, value: '考核汇总' },
      { row: 1, column: 0, value: '姓名' },
      { row: 1, column: 1, value: '得分' },
      { row: 2, column: 0, value: '=cmd|x' },
      { row: 2, column: 1, value: 88.5 },
      { row: 3, column: 0, value: '林小满' },
      { row: 3, column: 1, formula: '=B3+1' },
    ],
    styles: [
      { range: { row: 0, column: 0, rows: 1, columns: 2 }, style: { bold: true, horizontal: 'center', borders: { bottom: { weight: 'thin', color: '#000000' } } } },
      { range: { row: 2, column: 1, rows: 2, columns: 1 }, style: { numberFormat: '0.00' } },
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
    columnWidths: { 0: 12, 1: 8 },
    rowHeights: { 0: 30 },
    dataBars: [{ range: { row: 2, column: 1, rows: 2, columns: 1 }, minimum: 0, maximum: 100, color: '#107C41' }],
    validations: [{ range: { row: 2, column: 0, rows: 2, columns: 1 }, list: ['是', '否'] }],
    tables: [{ name: 'Scores', range: { row: 1, column: 0, rows: 3, columns: 2 } }],
    charts: [
      {
        name: 'scores', title: '得分', kind: 'barStacked', source: { row: 1, column: 0, rows: 3, columns: 2 }, seriesBy: 'columns',
        place: { row: 5, column: 0, rows: 10, columns: 4 }, colors: ['#107C41'], maximum: 100, dataLabels: true, altText: '得分',
      },
    ],
    names: [{ name: 'ScoreOf', range: { row: 2, column: 1, rows: 1, columns: 1 } }],
    pageSetup: { orientation: 'landscape', printArea: { row: 0, column: 0, rows: 16, columns: 4 }, fitToHeight: false, titleRows: [0, 1], breaksAbove: [8], footerLeft: '依据' },
    showGridlines: false,
    frozenRows: 2,
    tabColor: '#107C41',
    ...extra,
  };
}

async function draw(plans: readonly PlacedPlan[]): ReturnType<typeof writeWorkbook> {
  return writeWorkbook({ patches: [], plans, ledger: null });
}

describe('drawing sheets', () => {
  it('of sixty people goes in several requests, each below 5 MB', async () => {
    await excelWith(['表']);
    const plans = scorecardSheets(departmentOf(60, 3)).map((one) => ({ plan: one, sheet: null, mayReplace: true }));
    const outcome = await draw(plans);
    expect(outcome.sheets).toHaveLength(61);
    expect(outcome.syncs).toBeGreaterThan(2);
  });

  it('makes sheets with charts, bars, lists, names and page set-up in two round trips', async () => {
    const host = await excelWith(['表']);
    const roundTrips = countRoundTrips(host);
    const outcome = await draw([{ plan: plan(), sheet: null, mayReplace: true }, { plan: plan({ name: '二', key: 'two', tables: [], names: [] }), sheet: null, mayReplace: true }]);
    expect([outcome.syncs, roundTrips()]).toEqual([2, 2]);
    expect(outcome.sheets).toEqual([
      { key: 'kpi-department/2026Q3', name: '考核 2026Q3', sheet: 'name:考核 2026Q3', created: true },
      { key: 'two', name: '二', sheet: 'name:二', created: true },
    ]);
    const sheet = host.toData().sheets.find((entry) => entry.name === '考核 2026Q3')!;
    expect(cellOf(host, sheet.name, 'A3')).toMatchObject({ value: '=cmd|x', numberFormat: '@' });
    expect(cellOf(host, sheet.name, 'B4')).toMatchObject({ formula: '=B3+1', numberFormat: '0.00' });
    expect(sheet.charts).toMatchObject([{ name: 'scores', type: 'BarStacked', title: '得分' }]);
    expect(sheet.charts[0]!.series).toHaveLength(1);
    expect(sheet.tables).toMatchObject([{ name: 'Scores', range: 'A2:B4' }]);
    expect(sheet.pageLayout).toMatchObject({ orientation: 'Landscape', printTitleRows: expect.stringContaining('1') });
    expect(sheet.pageBreaks).toEqual([9]);
    expect(sheet.freeze).toMatchObject({ rows: 2 });
    expect(sheet.conditionalFormats).toHaveLength(1);
    expect(sheet.dataValidations).toHaveLength(1);
    expect(host.toData().names.map((name) => name.name)).toContain('ScoreOf');
  });

  it('draws again in place: renamed, moved, and without leaving old cells, charts or tables behind', async () => {
    const host = await excelWith(['表']);
    await draw([{ plan: plan(), sheet: null, mayReplace: true }]);
    const made = host.toData().sheets.find((entry) => entry.name === '考核 2026Q3')!;
    host.user.renameSheet('考核 2026Q3', '三季度');
    host.user.type('三季度', 'Z9', 'a note beside the drawing');
    host.user.type('三季度', 'B4', 'typed over a figure');
    const roundTrips = countRoundTrips(host);
    const outcome = await draw([{ plan: plan({ cells: plan().cells.slice(0, 5), tables: [{ name: 'Scores', range: { row: 1, column: 0, rows: 2, columns: 2 } }] }), sheet: made.id!, mayReplace: true, drawn: areaOf(plan()) }]);
    expect([outcome.sheets[0]!.created, outcome.sheets[0]!.name, roundTrips()]).toEqual([false, '三季度', 2]);
    const again = host.toData().sheets.find((entry) => entry.name === '三季度')!;
    expect([again.id, again.charts.length, again.tables.length, again.conditionalFormats.length]).toEqual([made.id, 1, 1, 1]);
    expect(['Z9', 'B4', 'A4'].map((address) => cellOf(host, '三季度', address).value)).toEqual(['a note beside the drawing', '', '']);
  });

  it('where nothing is known of the drawing before, the whole sheet is drawn anew', async () => {
    const host = await excelWith(['表']);
    await draw([{ plan: plan(), sheet: null, mayReplace: true }]);
    host.user.type('考核 2026Q3', 'Z9', 'left of a larger drawing');
    await draw([{ plan: plan(), sheet: null, mayReplace: true }]);
    expect(cellOf(host, '考核 2026Q3', 'Z9').value).toBe('');
  });

  it("never draws over a sheet of the same name that is somebody's own", async () => {
    const host = await excelWith(['考核 2026Q3']);
    host.user.type('考核 2026Q3', 'A1', '我的笔记');
    const outcome = await draw([{ plan: plan(), sheet: null, mayReplace: true }]);
    expect(outcome.sheets[0]).toMatchObject({ name: '考核 2026Q3 (2)', created: true });
    expect(cellOf(host, '考核 2026Q3', 'A1').value).toBe('我的笔记');
  });

  it('never draws a form over a sheet that looks like it: somebody may have filled it in', async () => {
    const host = await excelWith(['表']);
    await draw([{ plan: plan(), sheet: null, mayReplace: false }]);
    const outcome = await draw([{ plan: plan({ tables: [], names: [] }), sheet: null, mayReplace: false }]);
    expect(outcome.sheets[0]).toMatchObject({ name: '考核 2026Q3 (2)', created: true });
    expect(host.toData().sheets).toHaveLength(3);
  });

  it('finds its own sheet by name and title where the ledger is lost', async () => {
    const host = await excelWith(['表']);
    await draw([{ plan: plan(), sheet: null, mayReplace: true }]);
    const outcome = await draw([{ plan: plan(), sheet: null, mayReplace: true }]);
    expect(outcome.sheets[0]).toMatchObject({ name: '考核 2026Q3', created: false });
    expect(host.toData().sheets).toHaveLength(2);
  });
});
