// The company of the simulation: two managers with customers of their own, a specialist, a director, finance; and the
// papers that each begins the day with.

import type { Fields } from '../../domain/forms/definition.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { drawForm } from '../../addin/sheets/write/draw-form.ts';
import { imageOfPlan } from '../../addin/sheets/write/image-of-plan.ts';
import type { SheetImage } from '../../addin/sheets/image.ts';
import type { Founding } from '../../worker/db/bootstrap.ts';
import type { Random } from './random.ts';
import type { Tokens } from './tokens.ts';

const department = 'dep-keyaccounts';

const people = [
  ['m-director', '顾山海', '大客户总监', 'director'],
  ['m-manager-a', '林小满', '大客户经理', 'manager'],
  ['m-manager-b', '周立夏', '大客户经理', 'manager'],
  ['m-specialist', '叶知秋', '大客户专员', 'specialist'],
  ['m-finance', '钱如数', '财务经理', 'finance'],
] as const;

const customers = [
  ['cu-qianfandu', '千帆渡', 'm-manager-a'],
  ['cu-xinghe', '星河教育', 'm-manager-b'],
  ['cu-baicao', '百草笺', 'm-manager-a'],
  ['cu-linlan', '临澜', 'm-manager-b'],
] as const;

export const company: Founding = {
  org: { id: 'org-simulated', name: '云汐逐浪' },
  departments: [{ id: department, name: '大客户部' }],
  members: people.map(([id, name, post, role], place) => ({ id, name, post, department, roles: [role], staffNo: `S${place}` })),
  customers: customers.map(([id, name]) => ({ id, names: [name] })),
  assignments: [
    ...customers.map(([customer, , member]) => ({ customer, kind: 'owner' as const, member, since: '2026-01-01' })),
    { customer: 'cu-qianfandu', kind: 'specialist' as const, member: 'm-specialist', since: '2026-01-01' },
  ],
  since: '2026-01-01',
};

export const nameOf = (member: string): string => people.find(([id]) => id === member)![1];

export function customersOf(member: string): readonly string[] {
  const own = customers.filter(([, , owner]) => owner === member).map(([, name]) => name);
  return own.length > 0 ? own : customers.map(([, name]) => name);
}

export interface Making {
  readonly member: string;
  readonly tokens: Tokens;
  readonly random: Random;
}

/** A gift's fields, each text a token of the record's own tag. */
export function newGift({ member, tokens, random }: Making, plan_period: string): Fields {
  const tag = tokens.tag();
  return {
    customer: random.pick(customersOf(member)),
    gift_purpose: random.pick(['中秋慰问', '周年庆', '新年']),
    gift_name: `茶n@${tag}`,
    quantity: 1 + random(9),
    budget_value: tokens.amount(tag) * 100,
    responsible: nameOf(member),
    remark: tokens.text(tag),
    plan_period,
  };
}

/** A day's visits: each row has a tag of its own. */
export function newReport({ member, tokens, random }: Making, day: string): Fields {
  const tag = tokens.tag();
  const rows = 1 + random(3);
  const visits = Object.fromEntries(Array.from({ length: rows }, (_, at) => {
    const row = `${tag}r${at}`;
    return [`row-${at}`, { customer: random.pick(customersOf(member)), interviewee: `王总n@${row}`, plan: '处理问题', summary: tokens.text(row), result: '有希望', order: at }];
  }));
  const expenses = { 'row-0': { item: `交通费n@${tag}r9`, amount: tokens.amount(`${tag}r9`) * 100, order: 0 } };
  return { reporter: nameOf(member), report_date: day, issues_handled: `n@${tag}`, issues_open: tokens.text(tag), visits, expenses };
}

/** The sheets that a person begins with; none is a workbook that only takes in what others have. */
export function firstSheets(making: Making, name: string, days: () => string): SheetImage[] {
  const { random } = making;
  const sheets: SheetImage[] = [];
  const draw = (form: string, records: readonly Fields[], title: string): void => {
    const id = `{${name}-first-${sheets.length}}`;
    sheets.push(imageOfPlan({ ...drawForm(formOf(form)!, records, { name: title, key: id }), name: title }, id));
  };
  if (random.chance(80)) draw('gift-plan', Array.from({ length: 2 + random(6) }, () => newGift(making, '2026年第四季度')), '礼品计划');
  for (let card = random(3); card > 0; card -= 1) draw('visit-report', [newReport(making, days())], `日报${card}`);
  return sheets;
}
