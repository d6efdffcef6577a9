// The sentence of every step of a reckoning. It gets each fact as text and, where a sentence turns on it, as it is.

import type { stepCodes, StepCode } from '../../../domain/rules/step-codes.ts';

type Facts<Code extends StepCode> = { readonly [Name in keyof (typeof stepCodes)[Code]['facts']]: string };

const levels: Readonly<Record<string, string>> = {
  strong: '强',
  'fairly-strong': '较强',
  average: '一般',
  weak: '较弱',
  flexible: '灵活运用谈话技巧',
  resolves: '能化解矛盾',
  persuades: '有说服能力',
  expresses: '表达清晰',
  'extra-work': '主动承担额外工作',
  'own-initiative': '自觉完成并负责',
  careless: '马虎、不保质保量',
};

const inMarks = (text: string): string => text.split(',').join('、');

export const steps: { readonly [Code in StepCode]: (shown: Facts<Code>, raw: Facts<Code>) => string } = {
  'actual-over-plan': (f) => `实际 ${f.actualFen} ÷ 计划 ${f.planFen}`,
  'compare-with-standard': (f) => `和标准 ${f.standardPercent} 比`,
  'whole-percent-steps': (f, raw) => wholeSteps(f, raw),

  growth: (f) => `实际 ${f.actualFen} − ${f.previousPeriod} ${f.previousFen}`,
  'whole-amount-steps': (f, raw) =>
      Number(raw.steps) === 0
        ? `不满 1 个 ${f.stepFen} 元，不加分`
        : `满 ${f.steps} 个 ${f.stepFen} 元，每个加 ${f.pointsEach} 分${Number(raw.restFen) > 0 ? `，余 ${f.restFen} 元不计` : ''}`,
  'negative-growth': (f) => (f.penalty === '0' ? `比上期少 ${f.fallFen} 元，不扣分` : `比上期少 ${f.fallFen} 元，扣 ${f.penalty} 分`),

  'plan-by-parameter': () => '销售计划没有写新客户数，按办法的标准',
  'customers-against-plan': (f) => `实际 ${f.actualCustomers} 家，计划 ${f.planCustomers} 家`,
  'customers-extra': (f) => `多 ${f.extra} 家，每家加 ${f.pointsEach} 分`,
  'customers-short': (f) => `少 ${f.short} 家，每满 ${f.shortfallStep} 家扣 ${f.pointsEach} 分，计 ${f.steps} 次`,
  'customers-below-minimum': (f) => `实际 ${f.actualCustomers} 家，不足 ${f.minimum} 家，扣 ${f.points} 分`,
  'customers-each': (f) => `${f.actualCustomers} 家，每家 ${f.pointsEach} 分，最多 ${f.cap} 分`,

  'archive-completeness': (f) => `${f.archives} 份客户档案的平均完整度`,
  'suggested-by-completeness': (f) => `${f.full} 分 × 完整度 ${f.completenessPercent}`,
  'suggested-by-incidents': (f) => `${f.full} 分起，影响团队 ${f.incidents} 次，每次扣 ${f.pointsEach} 分`,

  'rating-confirmed': (f) => `${f.quarter}评定，另一人已确认`,
  'rating-parts': (f, raw) => (raw.mode === 'single' ? `在 ${inMarks(f.parts)} 分四档里评一档` : `在 ${inMarks(f.parts)} 分四部分里相加`),
  'rating-level': (f, raw) => `评为“${levels[raw.level] ?? f.level}”`,
  'rating-scaled': (f) => `${f.scale} 分制评 ${f.points} 分，折成 ${f.weight} 分制`,

  'attendance-month': (f, raw) => attendance(f, raw),
  'attendance-month-too-late': (f) => `${f.month}迟到 ${f.late} 次，超过 ${f.limit} 次，本月不得分`,
  'mean-of-months': (f, raw) => `${f.months} 个月平均：${meanOf(raw)}`,

  violations: (f) => (f.count === '0' ? '没有违反制度' : `违反制度 ${f.count} 次${eachTime(f.pointsEach)}`),
  complaints: (f) => (f.count === '0' ? '没有有效投诉' : `有效投诉 ${f.count} 次${eachTime(f.pointsEach)}`),

  'full-marks-with-change': (f, raw) => `满分 ${f.weight}${signedChange(f.change, raw.change)}`,
  capped: (f) => `${f.points} 分，超过上限 ${f.cap} 分`,
  'floored-at-zero': (f) => `${f.points} 分，最低为 0 分`,

  'rate-chosen': (f, raw) => `${raw.kind === 'contract' ? '本合同的费率' : '该经理的费率'}，${f.fromDay} 起`,
  commission: (f) => `回款 ${f.receivedFen} × 费率 ${f.ratePercent}`,
  'executor-share': (f) => `佣金 ${f.commissionFen} × ${f.executorPercent}，归客户执行${spaced(f.executor)}`,
  'manager-rest': (f) => `佣金 ${f.commissionFen} − 执行 ${f.executorFen}，归客户经理`,
  'manager-all': () => '当天没有客户执行，全归客户经理',
  'taken-back': (f) => `更正已关账月份的回款，冲回佣金 ${f.commissionFen}`,
  'expense-accrual': (f) => `回款 ${f.receivedFen} × ${f.percent}，计入销售费用账户`,
};

function wholeSteps(f: Facts<'whole-percent-steps'>, raw: Facts<'whole-percent-steps'>): string {
  const count = Number(raw.steps);
  // A fen short of a step the rounded percentages would seem to say that it is reached: name the shortfall instead.
  const seemsReached = f.restPercent === f.stepPercent && Number(raw.nextStepFen) > 0;
  if (seemsReached) return count === 0 ? `差 ${f.nextStepFen} 元才满 1 个 ${f.stepPercent}，不计` : `满 ${f.steps} 个 ${f.stepPercent}，差 ${f.nextStepFen} 元才满下一个`;
  if (count === 0) return raw.differencePercent === '0' ? '正好达到标准，不加不扣' : `不足 1 个 ${f.stepPercent}，不计`;
  return `满 ${f.steps} 个 ${f.stepPercent}${raw.restPercent === '0' ? '' : `，余 ${f.restPercent} 不计`}`;
}

function attendance(f: Facts<'attendance-month'>, raw: Facts<'attendance-month'>): string {
  const lost = [
    Number(raw.absent) > 0 ? `缺勤 ${f.absent} 天扣 ${f.absencePoints} 分` : '',
    Number(raw.late) > 0 ? `迟到 ${f.late} 次扣 ${f.latePoints} 分` : '',
    Number(raw.direct) > 0 ? `直接去市场 ${f.direct} 次扣 ${f.directPoints} 分` : '',
  ].filter((part) => part !== '');
  return `${f.month}应到 ${f.fullDays} 天，实到 ${f.present} 天；${lost.length > 0 ? lost.join('，') : '没有扣分'}`;
}

function meanOf(raw: Facts<'mean-of-months'>): string {
  const scores = raw.scores.split(',');
  return scores.every((text) => !text.includes('/')) ? `（${scores.join(' + ')}）÷ ${scores.length}` : `÷ ${scores.length}`;
}

const eachTime = (points: string): string => (points === '' ? '，按当日标准扣分' : `，每次扣 ${points} 分`);
const signedChange = (shown: string, raw: string): string => (raw.startsWith('-') ? ` − ${shown.replace('−', '')}` : ` + ${shown}`);
const spaced = (name: string): string => (/^[A-Za-z0-9]/.test(name) ? ` ${name}` : name);
