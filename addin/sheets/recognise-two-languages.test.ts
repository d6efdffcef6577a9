// Forms that say everything in two languages.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';

type Rows = readonly (readonly Sketched[])[];

function read(rows: Rows): readonly Record<string, unknown>[] {
  return recogniseSheet(sketch(rows)).records.map((record) => recordAsRead(formOf(record.form)!, record.fields));
}

const wide = (value: string, columns: number): Sketched => ({ value, columns });

describe('where to sign, in two languages', () => {
  const application = (signed: Rows): Rows => [[wide('客户接待申请表 Reception Application', 4)], ['客户名称 Customer', '甲公司', '接待时间 Time', '2026-11-03 18:00'], ['招待目的 Purpose', wide('客户来访时的招待', 3)], ['接待档次 Grade', wide('中档', 3)], ...signed];

  it('is no part of a name or a day', () => {
    const rows = application([['审核签字 Approval', '大客户总监 Director', '签字 Signature：Victor 顾山海', '日期 Date：2026-11-01'], ['', '申请人 Applicant', 'Signature 签字：林小满', 'Date 日期：2026/10/30']]);
    expect(read(rows)[0]).toMatchObject({ approvals: [{ role: '大客户总监', name: 'Victor 顾山海', date: '2026-11-01' }, { role: '申请人', name: '林小满', date: '2026-10-30' }] });
  });

  it('is nobody where nobody signed', () => {
    const rows = application([['审核签字 Approval', '大客户总监 Director', '签字 Signature：', '日期 Date：'], ['', '财务部经理 Finance', 'Signature：', 'Date：'], ['', '申请人 Applicant', '签字 Signature：林小满', '日期 Date：2026/10/30']]);
    const [record] = recogniseSheet(sketch(rows)).records;
    expect(record!.problems).toEqual([]);
    expect(read(rows)[0]!['approvals']).toEqual([{ role: '申请人', name: '林小满', date: '2026-10-30' }]);
  });

  it('may stand in one cell under the posts, with the day', () => {
    const rows: Rows = [[wide('客户接待报告表 Reception Report', 4)], ['客户名称 Customer', '甲公司', '招待目的 Purpose', '回访'], ['招待日期 Date', '2026-11-03', '招待地点 Place', '食堂'], ['接待效果 Effect', wide('已定', 3)], [wide('大客户总监审核', 2), wide('总经理审核', 2)], [wide('Agree 同意', 2), wide('', 2)], [wide('签字 Signature：顾山海　2026-11-05', 2), wide('签字 Signature：　　　日期 Date：', 2)]];
    expect(read(rows)[0]).toMatchObject({ reviews: [{ role: '大客户总监', opinion: 'Agree 同意', name: '顾山海', date: '2026-11-05' }] });
    expect(read(rows)[0]!['reviews']).toHaveLength(1);
  });
});
