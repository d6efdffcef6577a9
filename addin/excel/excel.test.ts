import { describe, expect, it } from 'vitest';
import { PaneError } from '../panes/services.ts';
import { cellOf, countRoundTrips, excelWith, typeRows } from './test-support/host.ts';
import { ledgerSheetName } from './ledger-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeLedgerCells, writeWorkbook } from './write-workbook.ts';
import type { CellPatch, WriteJob } from './workbook-writes.ts';

function job(part: Partial<WriteJob>): WriteJob {
  return { patches: [], plans: [], ledger: null, ...part };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (reason: unknown) => reason);
  return error instanceof PaneError ? error.failure.code : String(error);
}

describe('reading a workbook', () => {
  it('takes three round trips for any number of sheets and rows', async () => {
    const host = await excelWith(['一', '二', '三', '空']);
    for (const sheet of ['一', '二', '三']) typeRows(host, sheet, Array.from({ length: 1_000 }, (_, row) => [`行${row}`, String(row), '2026-11-20', `=B${row + 1}*2`]));
    const roundTrips = countRoundTrips(host);
    const { image, syncs, ledgerCells } = await readWorkbook();
    expect([syncs, roundTrips()]).toEqual([3, 3]);
    expect(ledgerCells).toBeNull();
    expect(image.sheets.map((sheet) => [sheet.name, sheet.values.length])).toEqual([['一', 1_000], ['二', 1_000], ['三', 1_000], ['空', 0]]);
    expect(image.sheets[1]!.values[4]).toEqual(['行4', 4, 46_346, 8]);
    expect(image.sheets[1]!.formulas[4]).toEqual(['', '', '', '=B5*2']);
  });

  it('reads more than 512 merged areas, hidden rows, protection and texts that begin with =', async () => {
    const host = await excelWith(['表']);
    typeRows(host, '表', Array.from({ length: 700 }, () => ['左', '', '右']));
    host.document.sheets[0]!.state.merges.push(...Array.from({ length: 700 }, (_, row) => ({ row, column: 0, rows: 1, columns: 2 })));
    host.user.hideRows('表', 5, 2);
    host.user.format('表', 'C1', { numberFormat: '@' });
    host.user.type('表', 'C1', '=1+1');
    const { image } = await readWorkbook();
    const sheet = image.sheets[0]!;
    expect(sheet.merges).toHaveLength(700);
    expect(sheet.merges[699]).toEqual({ row: 699, column: 0, rows: 1, columns: 2 });
    expect(sheet.hiddenRows).toEqual([4, 5]);
    expect([sheet.values[0]![2], sheet.formulas[0]![2]]).toEqual(['=1+1', '']);
  });

  it('says that a cell is being edited, and that Excel is busy', async () => {
    const host = await excelWith();
    host.cellEditMode = true;
    expect(await codeOf(readWorkbook())).toBe('cell-edit-mode');
    host.cellEditMode = false;
    host.faults.failNext('ActivityLimitReached');
    expect(await codeOf(readWorkbook())).toBe('excel-busy');
  });
});

describe('patching cells', () => {
  it('writes what did not change, in two round trips, as text where it is text', async () => {
    const host = await excelWith(['表']);
    typeRows(host, '表', [['a', 'b', '=1+1', 'd'], ['e', 'f', 'g', 'h']]);
    const { image } = await readWorkbook();
    const sheet = image.sheets[0]!.id;
    host.user.type('表', 'B1', 'typed meanwhile');
    const roundTrips = countRoundTrips(host);
    const patches: CellPatch[] = [
      { sheet, row: 0, column: 0, value: '=HYPERLINK("http://x")', expected: 'a' },
      { sheet, row: 0, column: 1, value: 'new', expected: 'b' },
      { sheet, row: 0, column: 2, value: 5, expected: 2 },
      { sheet, row: 1, column: 3, value: 46_346, numberFormat: 'yyyy-mm-dd', expected: 'h' },
      { sheet, row: 1, column: 0, value: '', expected: 'e' },
    ];
    const outcome = await writeWorkbook(job({ patches }));
    expect([outcome.syncs, roundTrips()]).toEqual([2, 2]);
    expect(outcome.kept.map(({ patch, reason }) => [patch.column, reason])).toEqual([[1, 'changed-meanwhile'], [2, 'formula']]);
    expect(cellOf(host, '表', 'A1')).toMatchObject({ value: '=HYPERLINK("http://x")', numberFormat: '@' });
    expect(cellOf(host, '表', 'A1').formula).toBeUndefined();
    expect(cellOf(host, '表', 'B1').value).toBe('typed meanwhile');
    expect(cellOf(host, '表', 'C1').formula).toBe('=1+1');
    expect(cellOf(host, '表', 'D2')).toMatchObject({ value: 46_346, numberFormat: 'yyyy-mm-dd' });
    expect(cellOf(host, '表', 'A2').value).toBe('');
    expect(cellOf(host, '表', 'B2').value).toBe('f');
  });

  it('leaves a protected sheet and a sheet that is gone alone', async () => {
    const data = (await excelWith(['保护', '删除'])).toData();
    data.sheets[0]!.protection = {};
    const host = await excelWith(data);
    const { image } = await readWorkbook();
    const patches = image.sheets.map((sheet) => ({ sheet: sheet.id, row: 0, column: 0, value: 'x', expected: '' }));
    host.user.deleteSheet('删除');
    const outcome = await writeWorkbook(job({ patches }));
    expect(outcome.kept.map(({ reason }) => reason)).toEqual(['protected', 'changed-meanwhile']);
  });

  it('writes nothing where the structure is protected', async () => {
    const data = (await excelWith(['表'])).toData();
    const host = await excelWith({ ...data, structureProtected: true });
    const { image } = await readWorkbook();
    expect(image.isStructureProtected).toBe(true);
    const patches = [{ sheet: image.sheets[0]!.id, row: 0, column: 0, value: 'x', expected: '' }];
    expect(await codeOf(writeWorkbook(job({ patches })))).toBe('structure-protected');
    expect(cellOf(host, '表', 'A1').value).toBe('');
  });

  it('patches a thousand rows in two round trips', async () => {
    const host = await excelWith(['表']);
    typeRows(host, '表', Array.from({ length: 1_000 }, (_, row) => [`a${row}`, 'b', 'c', 'd']));
    const sheet = (await readWorkbook()).image.sheets[0]!.id;
    const roundTrips = countRoundTrips(host);
    const patches = Array.from({ length: 1_000 }, (_, row) => ({ sheet, row, column: row % 4, value: `neu${row}`, expected: row % 4 === 0 ? `a${row}` : 'bcd'[(row % 4) - 1]! }));
    const outcome = await writeWorkbook(job({ patches }));
    expect([outcome.written.length, roundTrips()]).toEqual([1_000, 2]);
  });
});

describe('the ledger sheet', () => {
  it('is made very hidden, read back as it was, and changed by cells', async () => {
    const host = await excelWith(['表']);
    const long = '记'.repeat(30_000);
    await writeLedgerCells(null, ['=1', long, 'c']);
    expect(host.document.findSheet(ledgerSheetName)?.state.visibility).toBe('VeryHidden');
    expect((await readWorkbook()).ledgerCells).toEqual(['=1', long, 'c']);
    await writeLedgerCells(['=1', long, 'c'], ['=1', 'b']);
    const { image, ledgerCells } = await readWorkbook();
    expect(ledgerCells?.slice(0, 2)).toEqual(['=1', 'b']);
    expect(image.sheets.map((sheet) => sheet.name)).toEqual(['表']);
  });
});

describe('a workbook larger than one answer', () => {
  it('is read in more round trips, each below 5 MB', async () => {
    const host = await excelWith(['表']);
    typeRows(host, '表', Array.from({ length: 3_000 }, (_, row) => [`${row} ${'汉字'.repeat(150)}`, 'b', 'c']));
    await writeLedgerCells(null, Array.from({ length: 150 }, (_, row) => `${row}`.padEnd(30_000, '记')));
    const { image, ledgerCells, syncs } = await readWorkbook();
    expect([image.sheets[0]!.values.length, ledgerCells!.length]).toEqual([3_000, 150]);
    expect(syncs).toBeGreaterThan(3);
  });
});
