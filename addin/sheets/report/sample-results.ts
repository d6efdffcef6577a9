// Results for the tests of this folder: scorecards and slips of any size, made up by numbers. No rule runs here.

import type { DepartmentScorecards, GroupScore, ItemGroup, MonthAttendance, Quantity, Scorecard, ScoredItem, Slip, SlipLine } from '../../../domain/rules/results.ts';
import type { Refusal, Step, UsedParameter } from '../../../domain/rules/rule.ts';
import { add, divide, ratio, ratioOfText, ratioText } from '../../../domain/values/ratio.ts';

const REGULATION = '大客户部业务流程及管理办法';
const used = (name: string, value: string | null, own?: string): UsedParameter => ({
  name, value: own ?? value, from: own === undefined ? 'version' : 'policy', since: own === undefined ? '2012-08-08' : '2026-07-01', versionValue: value,
});
const fen = (amount: number): Quantity => ({ unit: 'fen', amount: String(amount) });
const of = (unit: Quantity['unit'], amount: string): Quantity => ({ unit, amount });
const says = (code: string, facts: Step['facts'], result: string): Step => ({ code, facts, result });

interface Figures {
  readonly plan: number | null;
  readonly actual: number;
  readonly previous: number;
  readonly planned: number | null;
  readonly gained: number;
  readonly ratings: readonly [string, string, string, string, string, string];
  readonly late: readonly [number, number, number] | null;
  readonly violations: number;
  readonly complaints: number;
}

function item(number: number, key: string, label: string, group: ItemGroup, weight: number, rest: Partial<ScoredItem>): ScoredItem {
  return {
    number, key, label, group, weight, plan: null, actual: null, suggestion: null, score: null, missing: [], steps: [], parameters: [],
    source: { regulation: REGULATION, article: `2.2 第 ${number} 项` }, statement: '', versionFrom: '2012-08-08', records: number, ...rest,
  };
}

const changed = (weight: number, change: number): Step => says('full-marks-with-change', { weight: String(weight), change: String(change) }, String(weight + change));

function sales({ plan, actual }: Figures): ScoredItem {
  const parameters = [used('standard_pct', '100'), used('step_pct', '5'), used('step_pts', '1'), used('bonus_cap', null)];
  const shared = { plan: plan === null ? null : fen(plan), actual: fen(actual), parameters, records: 12 };
  if (plan === null) return item(1, 'sales-completion', '销售完成率', 'results', 25, { ...shared, missing: [{ code: 'plan-missing', facts: { months: '2026-07,2026-08,2026-09' } }] });
  const steps = Math.floor((Math.abs(actual - plan) * 20) / plan);
  const change = actual >= plan ? steps : -steps;
  const rate = ratio(BigInt(actual) * 100n, BigInt(plan));
  return item(1, 'sales-completion', '销售完成率', 'results', 25, {
    ...shared,
    score: String(Math.max(0, 25 + change)),
    steps: [
      says('actual-over-plan', { actualFen: actual, planFen: plan }, ratioText(rate)),
      says('whole-percent-steps', { direction: actual >= plan ? 'above' : 'below', differencePercent: '7', stepPercent: '5', steps, restPercent: '2', pointsEach: '1', nextStepFen: 100 }, String(change)),
      changed(25, change),
    ],
  });
}

function itemsOf(figures: Figures): ScoredItem[] {
  const { actual, previous, planned, gained, ratings } = figures;
  const growth = Math.min(10, Math.max(0, Math.floor((actual - previous) / 10_000_000)));
  const rating = (number: number, key: string, label: string, group: ItemGroup, weight: number, points: string, suggestion: string | null = null): ScoredItem =>
    item(number, key, label, group, weight, { actual: of('points', points), suggestion, score: points, steps: [says('rating-confirmed', { points, quarter: '2026Q3' }, points)], records: 1 });
  const customers = planned === null ? 0 : gained - planned;
  return [
    sales(figures),
    item(2, 'sales-growth', '销售增长率', 'results', 10, {
      plan: fen(previous), actual: fen(actual), score: String(growth), records: 17, parameters: [used('growth_step', '100000'), used('growth_cap', '10'), used('negative_growth_penalty', '0')],
      steps: [says('growth', { actualFen: actual, previousFen: previous, previousPeriod: '2026Q2' }, String(actual - previous)), says('whole-amount-steps', { growthFen: actual - previous, stepFen: '10000000', steps: growth, restFen: '3800000', pointsEach: '1' }, String(growth))],
    }),
    item(3, 'new-customers', '新客户开发', 'results', 5, {
      plan: planned === null ? null : of('customers', String(planned)), actual: of('customers', String(gained)), records: 6,
      parameters: [used('new_customer_plan', '2'), used('new_customer_mode', '1'), used('shortfall_step', '2')],
      ...(planned === null
        ? { missing: [{ code: 'new-customer-plan-missing', facts: { months: '2026-07,2026-08,2026-09' } }] satisfies Refusal[] }
        : { score: String(5 + Math.max(0, customers)), steps: [says('customers-against-plan', { actualCustomers: gained, planCustomers: planned }, String(customers)), changed(5, Math.max(0, customers))] }),
    }),
    rating(4, 'market-information', '市场信息收集', 'results', 10, ratings[0], '231/25'),
    rating(5, 'teamwork', '团队协作', 'results', 10, ratings[1], '10'),
    rating(6, 'knowledge', '专业知识', 'ability', 10, ratings[2]),
    rating(7, 'judgement', '分析判断力', 'ability', 4, ratings[3]),
    rating(8, 'communication', '沟通能力', 'ability', 6, ratings[4]),
    attendanceItem(figures),
    deduction(10, 'conduct', '日常行为规范', 'violation_pts', '2', 'violations', figures.violations),
    rating(11, 'responsibility', '责任感', 'attitude', 5, ratings[5]),
    deduction(12, 'service-awareness', '服务意识', 'complaint_pts', '5', 'complaints', figures.complaints),
  ];
}

function deduction(number: number, key: string, label: string, parameter: string, points: string, code: string, count: number): ScoredItem {
  const change = -Number(points) * count;
  return item(number, key, label, 'attitude', 5, {
    actual: of('times', String(count)), score: String(Math.max(0, 5 + change)), parameters: [used(parameter, points, number === 10 ? '2' : undefined)], records: count,
    steps: [says(code, { count, pointsEach: points }, String(change)), changed(5, change)],
  });
}

const ATTENDANCE = { full_attendance_offset_days: '4', late_1_3: '-1', late_4_6: '-2', late_over_6: 'zero', direct_to_market_limit: '5', direct_over_penalty: '1..2', direct_over_high_from: '8' };

function monthsOf({ late }: Figures): MonthAttendance[] {
  return ['2026-07', '2026-08', '2026-09'].map((month, index) => {
    const fullDays = [27, 27, 26][index]!;
    if (late === null && index === 2) return { month, fullDays, present: null, late: null, directToMarket: null, score: null };
    const times = late?.[index] ?? 0;
    return { month, fullDays, present: fullDays, late: times, directToMarket: 3, score: String(times === 0 ? 5 : times <= 3 ? 4 : 3) };
  });
}

function attendanceItem(figures: Figures): ScoredItem {
  const months = monthsOf(figures);
  const scores = months.flatMap((month) => month.score ?? []);
  const mean = divide(scores.reduce((sum, score) => add(sum, ratioOfText(score)), ratio(0)), ratio(3));
  const parameters = Object.entries(ATTENDANCE).map(([name, value]) => used(name, value));
  if (scores.length < 3) return item(9, 'attendance', '员工出勤率', 'attitude', 5, { parameters, missing: [{ code: 'attendance-missing', facts: { months: '2026-09' } }], records: 2 });
  return item(9, 'attendance', '员工出勤率', 'attitude', 5, { parameters, score: ratioText(mean), records: 3, steps: [says('mean-of-months', { months: 3, scores: scores.join(','), sum: String(scores.reduce((sum, score) => sum + Number(score), 0)) }, ratioText(mean))] });
}

export const ordinary: Figures = { plan: 120_000_000, actual: 128_400_000, previous: 114_600_000, planned: 2, gained: 3, ratings: ['9', '10', '10', '7/2', '11/2', '5'], late: [0, 2, 0], violations: 0, complaints: 0 };
export const lacking: Figures = { ...ordinary, plan: null, planned: null, actual: 18_450_000, previous: 12_100_000, late: null };

export function scorecardOf(name: string, figures: Figures, id = name): Scorecard {
  const items = itemsOf(figures);
  const sumOf = (some: readonly ScoredItem[]): string => ratioText(some.reduce((sum, one) => (one.score === null ? sum : add(sum, ratioOfText(one.score))), ratio(0)));
  const groups = (['results', 'ability', 'attitude'] as const).map((group): GroupScore => {
    const some = items.filter((one) => one.group === group);
    return { group, weight: some.reduce((sum, one) => sum + one.weight, 0), score: sumOf(some), missing: some.filter((one) => one.score === null).length };
  });
  const missing = items.filter((one) => one.score === null).map((one) => one.number);
  const total = missing.length === 0 ? sumOf(items) : null;
  return {
    member: { id, name, post: '大客户经理' }, period: '2026Q3', items, groups, attendance: monthsOf(figures), total, sumOfScored: sumOf(items),
    weightOfScored: items.reduce((sum, one) => sum + (one.score === null ? 0 : one.weight), 0), missing, warningThreshold: '60', warning: total === null ? null : Number(total) < 60, totalParameters: [used('total_cap', null)],
  };
}

const NAMES = ['周立夏', '秦白露', '林小满', '叶知秋', '许初雪', '韩谷雨', '唐半夏'];

/** So many people, the last `without` of them lacking data. */
export function departmentOf(people: number, without: number): DepartmentScorecards {
  const cards = Array.from({ length: people }, (_none, index) => {
    const name = NAMES[index] ?? `${NAMES[index % NAMES.length]}${Math.floor(index / NAMES.length)}`;
    const figures = { ...ordinary, gained: 2 + (index % 3 === 0 ? 2 : 0), violations: index % 2, complaints: index % 5 === 4 ? 1 : 0, actual: ordinary.actual - index * 2_500_000 };
    return { ...scorecardOf(name, index < people - without ? figures : lacking, `member-${index}`), previousTotal: index === 3 ? null : String(80 + (index % 7)) };
  });
  const totals = cards.flatMap((card) => (card.total === null ? [] : [decimalOf(card.total)]));
  const scorecards = cards.map((card) => ({ ...card, rank: card.total === null ? null : totals.filter((total) => total > decimalOf(card.total!) + 1e-9).length + 1 })).toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
  return { org: '云汐逐浪数字营销有限公司', department: '大客户部', period: '2026Q3', scorecards, ruleVersions: [{ rule: 'scorecard', label: '大客户经理/专员绩效考核指标 2.2', from: '2026-01-01' }], madeAt: '2026-10-16 17:42', checkCode: '2d3e5d829312e772' };
}

function decimalOf(text: string): number {
  const [over, under] = text.split('/').map(Number);
  return over! / (under ?? 1);
}

interface Receipt {
  readonly manager: string;
  readonly executor: string | null;
  readonly receivedFen: number;
  readonly rate: string;
}

export function slipOf(receipts: readonly Receipt[], leftOut = 0): Slip {
  const member = (name: string): { id: string; name: string } => ({ id: name, name });
  const lines = receipts.map((receipt, index): SlipLine => {
    const commissionFen = Math.round((receipt.receivedFen * decimalOf(receipt.rate)) / 100 + 1e-7);
    const executorFen = receipt.executor ? Math.round(commissionFen * 0.3 + 1e-7) : 0;
    const steps = receipt.executor ? [says('executor-share', { commissionFen, executorPercent: '30', executor: receipt.executor }, String(executorFen))] : [];
    return {
      record: `receipt-${index}`, contractNo: `HT-2026-${String(index + 9).padStart(4, '0')}`, customer: ['临澜拾光文旅有限公司', '云汐百草笺医药连锁股份有限公司', '沧屿听澜音乐教育有限公司'][index % 3]!,
      manager: member(receipt.manager), executor: receipt.executor ? member(receipt.executor) : null, dueDay: index % 4 === 3 ? null : '2026-09-10', receivedDay: `2026-09-${String(5 + (index % 24)).padStart(2, '0')}`,
      receivedFen: receipt.receivedFen, ratePercent: receipt.rate, commissionFen, managerFen: commissionFen - executorFen, executorFen, expenseAccountFen: 0, steps, missing: [],
      sources: [{ regulation: '客户部费用报销管理规定', article: '第九条（2）' }, ...(receipt.executor ? [{ regulation: '客户执行佣金管理规定', article: '第十条（2）' }] : [])],
    };
  });
  const sum = (valueOf: (line: SlipLine) => number | null): number => lines.reduce((total, line) => total + (valueOf(line) ?? 0), 0);
  const people = (['manager', 'executor'] as const).flatMap((as) => [...new Set(lines.flatMap((line) => line[as]?.name ?? []))].map((name) => {
    const mine = lines.filter((line) => line[as]?.name === name);
    return { member: member(name), as, receipts: mine.length, commissionFen: mine.reduce((total, line) => total + line.commissionFen!, 0), earnedFen: mine.reduce((total, line) => total + (as === 'manager' ? line.managerFen! : line.executorFen!), 0) };
  }));
  const left = Array.from({ length: leftOut }, (_none, index): SlipLine => ({
    record: `left-${index}`, contractNo: `HT-2026-${100 + index}`, customer: '沧屿木棉服饰有限公司', manager: member('林小满'), executor: null, dueDay: null, receivedDay: '2026-09-20', receivedFen: 3_250_000,
    ratePercent: null, commissionFen: null, managerFen: null, executorFen: null, expenseAccountFen: null, sources: [], steps: [], missing: [{ code: 'rate-missing', facts: { manager: '林小满', contractNo: `HT-2026-${100 + index}`, day: '2026-09-20' } }],
  }));
  return {
    org: '云汐逐浪数字营销有限公司', department: '大客户部', month: '2026-09', lines, leftOut: left, people,
    totals: { receipts: lines.length, receivedFen: sum((line) => line.receivedFen), commissionFen: sum((line) => line.commissionFen), managerFen: sum((line) => line.managerFen), executorFen: sum((line) => line.executorFen), expenseAccountFen: 0 },
    ruleVersions: [{ rule: 'commission', label: '客户部费用报销管理规定 第九条（2）', from: '2012-03-01' }, { rule: 'executor', label: '客户执行佣金管理规定 第十条（2）', from: '2012-03-01' }], madeAt: '2026-10-16 17:42', checkCode: 'a4252c1bb8f42b4c',
  };
}

export const receipts: readonly Receipt[] = [
  { manager: '林小满', executor: '叶知秋', receivedFen: 18_640_000, rate: '6' },
  { manager: '林小满', executor: '叶知秋', receivedFen: 15_160_000, rate: '5' },
  { manager: '林小满', executor: null, receivedFen: 9_600_000, rate: '6' },
  { manager: '周立夏', executor: '唐半夏', receivedFen: 32_000_000, rate: '4' },
  { manager: '周立夏', executor: null, receivedFen: 9_045_080, rate: '11/2' },
  { manager: '秦白露', executor: '许初雪', receivedFen: 26_850_000, rate: '9/2' },
  { manager: '秦白露', executor: '许初雪', receivedFen: 7_326_050, rate: '6' },
  { manager: '韩谷雨', executor: '叶知秋', receivedFen: 20_400_000, rate: '5' },
  { manager: '韩谷雨', executor: '许初雪', receivedFen: 4_567_890, rate: '7/2' },
];
