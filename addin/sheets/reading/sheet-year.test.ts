// Days without a year: what stands nearest above says it, else the file's name, else all the days of the sheet together.

import { describe, expect, it } from 'vitest';
import { forms } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { imageOf } from '../test-support/canvas.ts';
import { drawListLayout } from '../test-support/list-layout.ts';
import { forEachSeed } from '../test-support/random.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { writtenImage } from '../write/written-image.ts';

const head = ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)'];
const row = (number: string, day: string): Sketched[] => [number, '千帆渡', '销售合同', { value: day, format: '@' }, 100];
const list = (title: string, ...days: string[]): Sketched[][] => [[title], head, ...days.map((day, index) => row(`HT-${title.length}${index}`, day))];
const daysOn = (rows: Sketched[][], file?: string): unknown[] => recogniseSheet(sketch(rows), file === undefined ? {} : { file }).records.map((record) => record.fields['signed_day'] ?? null);

describe('a day without a year', () => {
  it('has the year of the title or the period nearest above it', () => {
    expect(daysOn([...list('2025年合同台账', '9/3'), [], [], ...list('2026年下半年合同台账', '9月4日')])).toEqual(['2025-09-03', '2026-09-04']);
    expect(daysOn([['合同台账'], ['统计期间：2026年9月1日至9月30日'], head, row('HT-1', '9.3')], '台账 2024.xlsx')).toEqual(['2026-09-03']);
  });

  it('has none of two between which a title runs, unless a line over its rows says which', () => {
    for (const title of ['2025年12月-2026年2月合同台账', '2025.12.1至2026.2.28合同台账']) expect(daysOn(list(title, '1.5', '2026-02-03'), '合同台账 2026.xlsx')).toEqual([null, '2026-02-03']);
    expect(daysOn([['2025年12月—2026年1月合同台账'], head, ['2025年12月'], row('HT-1', '12.5'), ['2026年1月'], row('HT-2', '1.5')])).toEqual(['2025-12-05', '2026-01-05']);
  });

  it("has that of the file's name where the sheet says none", () => {
    expect(daysOn(list('合同台账', '9/3', '9月4日'), '合同台账 2026年11月.xlsx')).toEqual(['2026-09-03', '2026-09-04']);
    expect(daysOn(list('合同台账', '2024年9月3日', '9月4日'), '合同台账 2026年11月.xlsx')).toEqual(['2024-09-03', '2026-09-04']);
  });

  it('has the one year of all days on the sheet, and is asked about where there are several', () => {
    expect(daysOn(list('合同台账', '2026年9月3日', '9月4日', '2026-09-05'))).toEqual(['2026-09-03', '2026-09-04', '2026-09-05']);
    expect(daysOn(list('合同台账', '2025年12月30日', '1月4日', '2026年1月5日'))).toEqual(['2025-12-30', null, '2026-01-05']);
  });

  it('has none of what a customer tells of itself', () => {
    expect(daysOn([['合同台账'], ['成立时间', '2008年'], head, row('HT-1', '9/3')], '2026.xlsx')).toEqual(['2026-09-03']);
  });
});

describe.each(forms.filter((form) => form.fields.some((field) => field.type.kind === 'day')).map((form) => [form.id, form] as const))('a day of another year typed into %s', (_id, form) => {
  it('leaves all other records as they were', () => {
    forEachSeed(1, 40, (random) => {
      const image = imageOf(drawListLayout(form, random));
      const read = (sheet: typeof image) => recogniseSheet(sheet, { file: '2019年.xlsx' }).records;
      const before = read(image);
      const days = before.flatMap((record, index) => Object.entries(record.cells).flatMap(([path, cell]) => (form.fields.some((field) => field.key === path && field.type.kind === 'day') && !cell.formula && cell.writing.kind === 'plain' && !cell.marks && cell.value !== '' ? [{ index, cell }] : [])));
      if (days.length === 0) return;
      const { index, cell } = random.pick(days);
      const after = read(writtenImage(image, [{ sheet: image.id, row: cell.row, column: cell.column, value: '2013年3月4日', expected: cell.value }]));
      const others = (records: typeof before) => records.filter((_, at) => at !== index).map((record) => record.fields);
      if (after.length === before.length) expect(others(after)).toEqual(others(before));
    });
  });
});
