// Rows that were begun, or that a torn write left half-filled, between the rows of a list.

import { expect, it } from 'vitest';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';

const lead = [['礼品馈赠计划表'], ['计划期间：2026年第四季度'], ['客户名称', '所属行业', '合作现状', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名', '备注']];
const gift = (name: string) => ['百草笺', '', '', '新年', name, 3, 200, '林小满', ''];
const begun = ['百草笺', '', '', '', '', '', '', '', ''];
const blank = ['', '', '', '', '', '', '', '', ''];

it('hide none of the rows below them', () => {
  const { records } = recogniseSheet(sketch([...lead, gift('茶'), blank, begun, begun, begun, begun, begun, gift('酒'), gift('花')]));
  expect(records.map(({ fields }) => fields['gift_name']).filter((name) => name !== undefined)).toEqual(['茶', '酒', '花']);
});

it('are no part of a list where nothing of it comes after them', () => {
  const { records } = recogniseSheet(sketch([...lead, gift('茶'), blank, ['以上由办公室采购', ...blank.slice(1)]]));
  expect(records).toHaveLength(1);
});
