// Contents of records for tests, by form.

import type { Fields } from '../../domain/forms/definition.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { freshId } from './department.ts';

export function create(form: string, fields: Fields, record: string = freshId(), distinct?: boolean): Extract<Mutation, { kind: 'create' }> {
  return { kind: 'create', record, form, fields: fields as never, ...(distinct ? { distinct } : {}) };
}

export function edit(record: string, path: string, to: unknown, baseRev = 1): Mutation {
  return { kind: 'edit', record, path, baseRev, to: to as never };
}

export function visitReport(reporter: string, day: string, customer = '千帆渡', extra: Fields = {}): Fields {
  return {
    reporter,
    report_date: day,
    visits: { v1: { customer, interviewee: '王总', plan: '处理问题', summary: '谈续约', result: '有希望', order: 1 } },
    expenses: { e1: { item: '交通费', amount: 4600, order: 1 } },
    ...extra,
  };
}

export function archive(name: string, extra: Fields = {}): Fields {
  return { archive_no: `KA-${name}`, created_date: '2026-03-05', customer_name: name, contact_phone: '13800000000', ...extra };
}

export function contract(number: string, customer: string, day: string, amount = 1_000_000): Fields {
  return { contract_no: number, customer, type: '销售合同', signed_day: day, amount };
}

export function receipt(number: string, day: string, amount: number, extra: Fields = {}): Fields {
  return { contract_no: number, received_day: day, received_amount: amount, ...extra };
}
