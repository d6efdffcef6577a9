// Every measure a form may state and a rule may read. Its amount is always a whole number of its unit.

/** fen; count of things; hundredths of a point; basis: parts of a whole whose other part is a second measure. */
export type Unit = 'fen' | 'count' | 'days' | 'point-hundredths';

export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
}

export const measures = [
  { id: 'planned-sales', label: '计划销售额', unit: 'fen' },
  { id: 'planned-new-customers', label: '计划新客户数', unit: 'count' },
  { id: 'sales', label: '实际销售额', unit: 'fen' },
  { id: 'contract-amount', label: '签订合同金额', unit: 'fen' },
  { id: 'new-customer', label: '新客户', unit: 'count' },
  { id: 'receipt-due', label: '约定应收', unit: 'fen' },
  { id: 'receipt', label: '实际回款', unit: 'fen' },
  { id: 'days-present', label: '出勤天数', unit: 'days' },
  { id: 'late', label: '迟到次数', unit: 'count' },
  { id: 'direct-to-market', label: '直接去市场次数', unit: 'count' },
  { id: 'violation', label: '违反制度次数', unit: 'count' },
  { id: 'team-incident', label: '影响团队次数', unit: 'count' },
  { id: 'complaint', label: '有效投诉次数', unit: 'count' },
  { id: 'visit', label: '拜访次数', unit: 'count' },
  { id: 'visit-expense', label: '拜访费用', unit: 'fen' },
  { id: 'gift', label: '礼品馈赠金额', unit: 'fen' },
  { id: 'reception', label: '接待次数', unit: 'count' },
  { id: 'reception-expense', label: '接待费用', unit: 'fen' },
  { id: 'archive-filled', label: '档案已填项数', unit: 'count' },
  { id: 'archive-countable', label: '档案应填项数', unit: 'count' },
  { id: 'rating-market-information', label: '市场信息收集评分', unit: 'point-hundredths' },
  { id: 'rating-teamwork', label: '团队协作评分', unit: 'point-hundredths' },
  { id: 'rating-knowledge', label: '专业知识评分', unit: 'point-hundredths' },
  { id: 'rating-judgement', label: '分析判断力评分', unit: 'point-hundredths' },
  { id: 'rating-communication', label: '沟通能力评分', unit: 'point-hundredths' },
  { id: 'rating-responsibility', label: '责任感评分', unit: 'point-hundredths' },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof measures)[number]['id'];

export function measureOf(id: MeasureId): Measure {
  return measures.find((measure) => measure.id === id)!;
}
