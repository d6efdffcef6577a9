// Typing that comes between Keybook's second look at a cell and its write.

import { expect, it } from 'vitest';
import type { ExcelHost } from '../../simulator/host.ts';
import { onWorkbookChanged } from './events.ts';
import { cellOf, excelWith } from './test-support/host.ts';
import type { CellPatch } from './workbook-writes.ts';
import { onWrittenOver } from './written-over.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Does something just before the request of this number reaches Excel. */
function before(host: ExcelHost, number: number, work: () => void): void {
  const process = host.processText.bind(host);
  let requests = 0;
  host.processText = (text) => {
    requests += 1;
    if (requests === number) work();
    return process(text);
  };
}

async function typedDuringWrite(type: (host: ExcelHost) => void, request: number): Promise<{ host: ExcelHost; back: CellPatch[] }> {
  const host = await excelWith(['表']);
  host.user.type('表', 'A1', [['旧', '5']]);
  const stop = onWorkbookChanged(() => {});
  await host.idle();
  const back: CellPatch[] = [];
  const deaf = onWrittenOver((cells) => void back.push(...cells));
  before(host, request, () => type(host));
  const sheet = host.document.findSheet('表')!.id;
  const patches = [
    { sheet, row: 0, column: 0, value: '同事的', expected: '旧' },
    { sheet, row: 0, column: 1, value: 7, expected: 5 },
  ];
  const { kept } = await writeWorkbook({ patches, plans: [], ledger: null });
  await host.idle();
  deaf();
  stop();
  if (request === 1) expect(kept.map(({ reason }) => reason)).toEqual(['changed-meanwhile']);
  if (back.length > 0) await writeWorkbook({ patches: back, plans: [], ledger: null });
  return { host, back };
}

it('is told by its event and put back, as it was typed', async () => {
  const { host, back } = await typedDuringWrite((excel) => {
    excel.user.type('表', 'A1', '先打的');
    excel.user.type('表', 'A1', '刚打的');
    excel.user.type('表', 'B1', '12');
  }, 2);
  expect(back.map(({ value, expected }) => [value, expected])).toEqual([['刚打的', '同事的'], [12, 7]]);
  expect([cellOf(host, '表', 'A1').value, cellOf(host, '表', 'B1')]).toEqual(['刚打的', expect.objectContaining({ value: 12 })]);
});

it('by a co-author is put back too', async () => {
  const { host } = await typedDuringWrite((excel) => excel.user.coauthorTypes('表', 'A1', '同写的人打的'), 2);
  expect(cellOf(host, '表', 'A1').value).toBe('同写的人打的');
});

it('that was seen in the second look was never written over: nothing is put back', async () => {
  const { host, back } = await typedDuringWrite((excel) => excel.user.type('表', 'A1', '刚打的'), 1);
  expect([back, cellOf(host, '表', 'A1').value, cellOf(host, '表', 'B1').value]).toEqual([[], '刚打的', 7]);
});
