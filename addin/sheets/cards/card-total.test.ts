// A printed sum that does not add up is shown with its cell; everything is read all the same.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { fixtures } from '../../../domain/forms/reception-report.fixtures.ts';
import { drawForm } from '../write/draw-form.ts';
import { imageOfPlan } from '../write/image-of-plan.ts';
import { addressOf } from '../image.ts';
import type { CellValue } from '../image.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';

const form = formOf('reception-report')!;

/** The report drawn, with something typed where the sum stands. */
function withTotal(total: CellValue) {
  const plan = drawForm(form, [fixtures.maximal], { name: '表', key: 'form/1' });
  const cells = plan.cells.map((cell) => (cell.formula?.startsWith('=SUM(') ? { row: cell.row, column: cell.column, value: total } : cell));
  const record = recogniseSheet(imageOfPlan({ ...plan, cells })).records[0]!;
  return { record, place: plan.cells.find((cell) => cell.formula?.startsWith('=SUM('))! };
}

describe('the sum under a table', () => {
  it.each([[6452.5], ['6,452.50'], ['￥6452.5元'], [''], ['/']])('says nothing where it is %s', (total) => {
    expect(withTotal(total).record.advice).toEqual([]);
  });

  it('is shown with its cell where it differs, and takes nothing away', () => {
    const { record, place } = withTotal(6452);
    expect(record.advice).toEqual([{ code: 'total-differs', path: 'expenses', text: '6452', facts: { sum: '6,452.50' } }]);
    expect(addressOf(record.cells['expenses']!.row, record.cells['expenses']!.column)).toBe(addressOf(place.row, place.column));
    expect(Object.keys(record.fields['expenses']!)).toHaveLength(6);
    expect(record.problems).toEqual([]);
  });

  it('is compared although a day beside it cannot be read', () => {
    const [record] = recogniseSheet(sketch([
      ['礼品馈赠申请表'], ['申请部门', '客户二部', '礼品管理部门', '行政部'],
      ['馈赠日期', '馈赠对象', '礼品收受人员', '礼品名称', '数量', '价值(元)'],
      ['9月31日', '千帆渡', '王总', '茶', 1, 2450], ['2026-10-09', '星河', '李总', '笔', 2, 2640], ['合计', '', '', '', 3, 5490],
    ])).records;
    expect(record!.problems.map(({ path }) => path)).toEqual(['rows/row-0/gift_date']);
    expect(record!.advice).toMatchObject([{ code: 'total-differs', text: '5490', facts: { sum: '5,090.00' } }]);
  });
});
