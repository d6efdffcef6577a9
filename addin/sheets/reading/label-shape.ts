// Whether a text looks like a label: short words, no sentence, no value, no signature, nothing printed to be ticked.
// Knows no form.

import { compact } from '../../../domain/forms/reading/typed.ts';
import { hasBoxes } from './draft.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey } from './label-text.ts';

const longest = 14;
const longestWithRemark = 22;
const notes = /^(注|备注说明|说明|填表说明|填写说明|提示|附件?|要求|温馨提示|单位)([:：(（]|$)/;
const signatures = /签字|签名|签章|盖章|制表|填表|编制|审核|审批|批准|复核|经办|打印|(共|第)\d*页/;
const others = /^(序号|行号|项次|编号|no\.?|((sub)?total)?(合计|小计|总计|共计|累计)|明细|无|有|是|否|同上|保密|内部资料)$/i;

/** `甲方全称`, `盘子(万元)：`; no `2026年`, no `一、基本情况`, no sentence. */
export function looksLikeLabel(text: string): boolean {
  const bare = labelKey(text);
  const word = bare.replace(/\([^()]*\)/g, '');
  if (word.length < 2 || word.length > longest || bare.length > longestWithRemark || !/[\u4e00-\u9fff]{2}|^[\u4e00-\u9fff].*[\u4e00-\u9fff]$/.test(word)) return false;
  if (/[,，。;；!！?？"“”:@#%]/.test(bare) || /^[-+]?[\d.]+|\d{3,}|\d(年|月|日|元|万|天|次|人|个)/.test(word)) return false;
  if (/^([一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第.{1,3}(部分|页|季度|月|周))/.test(bare)) return false;
  return !notes.test(bare) && !signatures.test(bare) && !others.test(word) && !hasBoxes(text);
}

/** 我方与席人员名单 is a label, in whatever words: a list of people says their names. */
export function endsAsLabel(text: string): boolean {
  return /(人员|来宾|嘉宾|出席|与席|参加|参会|陪同|在座|到场)名单$/.test(labelKey(text));
}

/** A printed label without blanks and its colon, as a person reads it. */
export function shownLabel(text: string): string {
  return compact(text).replace(/^\*+/, '').replace(/[:*]+$/, '');
}

/** Something stands there that a person may have typed: no number that a formula reckons. */
export function isSample(cell: GridCell): boolean {
  return !isEmptyCell(cell) && !(cell.formula !== '' && typeof cell.value === 'number') && textOf(cell).trim() !== '';
}

const titleRows = 3;

/** What a sheet calls itself: a lone line at its top that ends like the name of a paper. */
export function titleOf(grid: Grid): string | undefined {
  for (let row = grid.top; row < Math.min(grid.top + titleRows, grid.bottom); row++) {
    const [cell, other] = grid.rowCells(row);
    if (!cell || other) continue;
    const key = labelKey(textOf(cell)).replace(/\([^()]*\)/g, '');
    if (/(表|单|台账|记录|报告|名单|名册|通讯录|登记簿|明细|汇总|总结|清单|目录)$/.test(key)) return textOf(cell);
  }
  return undefined;
}
