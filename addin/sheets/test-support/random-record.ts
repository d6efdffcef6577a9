// Records that fit a form's definition, by chance: every type of value, some fields empty, tables with some rows.

import type { Field, Fields, FormDefinition, Row, Table, Value } from '../../../domain/forms/definition.ts';
import { addDays } from '../../../domain/values/day.ts';
import type { Random } from './random.ts';

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜'];
const given = ['明远', '若水', '子墨', '晓岚', '建国', '婷', '志强', '雨桐', '海燕', '思齐', '一鸣', '秋白', '凡', '嘉禾'];
const places = ['临江', '望海', '青州', '云岭', '东阳', '北屏', '长汀', '海宁', '松原', '九真'];
const trades = ['电子商务', '教育科技', '汽车服务', '医药', '网络游戏', '物流', '餐饮管理', '文化传媒', '智能装备', '农业'];
const companyEndings = ['有限公司', '股份有限公司', '集团', '有限责任公司', '（中国）有限公司', '中心'];
const phrases = ['介绍服务方案', '对账口径已说明', '约定下周再谈', '复核上月消耗', '合同条款待法务确认', '了解准入流程', '现场演示', '客户希望降低门槛', '节日问候', '答谢续签', '需补充素材', '排期未定'];
const things = ['茶礼盒', '月饼礼盒', '钢笔套装', '丝巾', '台历', '坚果礼盒', '保温杯', '书法作品', '红酒', '粽子礼盒'];

export function personName(random: Random): string {
  return random.pick(surnames) + random.pick(given);
}

export function companyName(random: Random): string {
  return random.pick(places) + random.pick(surnames) + random.pick(trades) + random.pick(companyEndings);
}

export function sentence(random: Random): string {
  return Array.from({ length: random.whole(1, 3) }, () => random.pick(phrases)).join(random.pick(['，', '；', '。'])) + random.pick(['', '', '。']);
}

export function randomDay(random: Random, year: number): string {
  return addDays(`${year}-01-01`, random.whole(0, 364));
}

export interface RecordOptions {
  /** Of days, months and quarters. */
  readonly year: number;
  /** How likely an optional field is filled. */
  readonly filled?: number;
}

/** `index` keeps records of a sheet apart: it goes into their numbers and texts. */
export function randomRecord(form: FormDefinition, random: Random, index: number, options: RecordOptions): Fields {
  const record: Record<string, Fields[string]> = {};
  for (const field of form.fields) {
    if (isFilled(field, form.naturalKey.includes(field.key), random, options)) record[field.key] = randomValue(field, random, index, options);
  }
  for (const table of form.tables ?? []) {
    const rows = randomRows(table, random, options);
    if (Object.keys(rows).length > 0) record[table.key] = rows;
  }
  return record;
}

function isFilled(field: Field, isKey: boolean, random: Random, options: RecordOptions): boolean {
  return field.required === true || (isKey && random.chance(0.9)) || random.chance(options.filled ?? 0.7);
}

function randomRows(table: Table, random: Random, options: RecordOptions): Record<string, Row> {
  const names = table.fixedRows ? table.fixedRows.map((row) => row.key) : Array.from({ length: random.whole(table.required ? 1 : 0, 3) }, (_, index) => `row-${index}`);
  const rows: Record<string, Row> = {};
  names.forEach((name, order) => {
    if (table.fixedRows && random.chance(0.3) && !(table.required && order === 0)) return;
    const row = Object.fromEntries(table.columns.filter((column) => column.key !== (table.fixedRows ? table.rowLabel : '') && isFilled(column, table.rowKey.includes(column.key), random, options)).map((column) => [column.key, randomValue(column, random, order, options)]));
    if (Object.keys(row).some((key) => key !== table.rowLabel)) rows[name] = { ...row, order };
  });
  return rows;
}

/** A value of a field's type, whole enough for the form's own checks. */
export function randomValue(field: Field, random: Random, index: number, { year }: RecordOptions): Value {
  const { type } = field;
  switch (type.kind) {
    case 'customer':
      return companyName(random);
    case 'member':
      return personName(random);
    case 'names':
      return Array.from({ length: random.whole(1, 3) }, (_, turn) => personName(random) + (turn === 0 ? '' : random.pick(given).slice(0, 1)));
    case 'money':
      return random.chance(0.5) ? random.whole(1, 900) * 10_000 : random.whole(100, 99_999_99);
    case 'number':
      return random.whole(0, 40);
    case 'percent':
      return random.pick([5, 6, 7.5, 10, 2.25, 8]);
    case 'day':
      return randomDay(random, year);
    case 'datetime':
      return randomDay(random, year) + random.pick(['', '', ' 09:30', ' 17:30']);
    case 'day-or-text':
      return random.chance(0.6) ? randomDay(random, year) : random.pick(['十一月中旬', '年底前', '另行通知']);
    case 'month':
      return randomDay(random, year).slice(0, 7);
    case 'quarter':
      return `${year}Q${random.whole(1, 4)}`;
    case 'boolean':
      return random.chance(0.5);
    case 'choice':
      return random.pick(type.options).label;
    case 'choices': {
      const chosen = type.options.filter(() => random.chance(0.35)).map((option) => option.label);
      return chosen.length > 0 ? chosen : [type.options[0]!.label];
    }
    case 'text':
      return randomText(field, random, index);
  }
}

function randomText(field: Field, random: Random, index: number): string {
  if (/编号|单号|单据号|合同号/.test(field.label)) return `${random.pick(['HT', 'KA', 'XS', 'DJ'])}-${random.whole(2020, 2030)}-${String(index + 1).padStart(3, '0')}${random.pick(['', 'A', '补'])}`;
  if (/电话|手机/.test(field.label)) return random.chance(0.5) ? `1990000${random.whole(1000, 9999)}` : `0${random.whole(310, 398)}-${random.whole(2_000_000, 8_999_999)}`;
  if (/礼品|名称|产品|品名/.test(field.label)) return random.pick(things) + random.pick(['', '', '（大）']);
  if (/联系人|面谈|姓名|收受|签字|签名/.test(field.label)) return personName(random);
  return `${sentence(random)}${index % 3 === 0 ? '' : `（${index}）`}`;
}
