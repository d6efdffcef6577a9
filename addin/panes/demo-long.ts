// Demo data as long as real data gets: sheets named after a company and a quarter, companies with their whole name, values
// without a place to break, file names of a shared folder. For looking at narrow panes and for their tests.

const longer: Readonly<Record<string, string>> = {
  sheet: '客户关系强化表 临澜拾光文化旅游发展股份有限公司 2026年第四季度',
  label: '临澜拾光文化旅游发展股份有限公司 · 第四季度年末答谢礼品馈赠计划',
  by: '欧阳司徒·阿卜杜热合曼',
  workbook: '大客户部共享盘-2026年下半年客户档案与关系强化计划汇总表-定稿-v12(1).xlsx',
  row: '分管副总经理兼信息化建设领导小组组长',
};

const value = 'https://example.invalid/very/long/address/without/any/place/to/break?and=0123456789012345678901234567890123456789';
const values: ReadonlySet<string> = new Set(['value', 'from', 'to', 'here', 'there', 'text']);

/** The same data with long texts where people write texts. */
export function lengthened<Data>(data: Data, key = ''): Data {
  if (Array.isArray(data)) return data.map((one: unknown) => lengthened(one, key)) as Data;
  if (typeof data === 'string') return (longer[key] ?? (values.has(key) ? value : data)) as Data;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, one]: [string, unknown]) => [name, lengthened(one, name)])) as Data;
}
