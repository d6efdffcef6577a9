// Invented scorecards, slip and evidence for the pane's own tests and its gallery. Never part of the build.

import type { DepartmentScorecards, Evidence, ItemGroup, ScoredItem, Slip, SlipLine } from '../../domain/rules/results.ts';
import { refusal, step } from '../../domain/rules/step-codes.ts';

const regulation = '大客户部业务流程及管理办法';
const labels = ['销售完成率', '销售增长', '新客户开发', '市场信息收集', '团队协作', '专业知识', '分析判断力', '沟通能力', '考勤', '遵守制度', '责任感', '服务态度'];
const weights = [25, 20, 5, 10, 10, 5, 4, 6, 5, 3, 5, 2];

function item(index: number, score: string | null): ScoredItem {
  const number = index + 1;
  const group: ItemGroup = number <= 5 ? 'results' : number <= 8 ? 'ability' : 'attitude';
  return {
    number,
    key: `item-${number}`,
    label: labels[index]!,
    group,
    weight: weights[index]!,
    plan: null,
    actual: null,
    suggestion: null,
    score,
    missing: score !== null ? [] : number === 9 ? [refusal('attendance-missing', { months: '2026-09' })] : [refusal('plan-missing', { months: '2026-07,2026-08,2026-09' })],
    steps:
      number === 1 && score !== null
        ? [
            step('actual-over-plan', { actualFen: 128_400_000, planFen: 120_000_000 }, '107'),
            step('compare-with-standard', { ratePercent: '107', standardPercent: '100' }, '7'),
            step('whole-percent-steps', { direction: 'above', differencePercent: '7', stepPercent: '5', steps: 1, restPercent: '2', pointsEach: '1', nextStepFen: 3_600_000 }, '1'),
            step('full-marks-with-change', { weight: '25', change: '1' }, '26'),
          ]
        : [],
    parameters: [{ name: 'step_percent', value: '5', from: 'version', since: '2026-01-01', versionValue: '5' }],
    source: { regulation, article: `2.2 第 ${number} 项` },
    statement: '实际比计划每高 5% 加 1 分，每低 5% 扣 1 分，不足 5% 不计；扣到 0 为止，加分不封顶。',
    versionFrom: '2026-01-01',
    records: 12,
  };
}

type Card = DepartmentScorecards['scorecards'][number];

function card(id: string, name: string, post: string, parts: readonly [string, string, string], total: string | null, previousTotal: string | null, rank: number | null): Card {
  const lacking = total === null ? [1, 9] : [];
  return {
    member: { id, name, post },
    period: '2026Q3',
    items: labels.map((_, index) => item(index, lacking.includes(index + 1) ? null : index === 0 ? '26' : String(weights[index]))),
    groups: [
      { group: 'results', weight: 60, score: parts[0], missing: total === null ? 1 : 0 },
      { group: 'ability', weight: 20, score: parts[1], missing: 0 },
      { group: 'attitude', weight: 20, score: parts[2], missing: total === null ? 1 : 0 },
    ],
    attendance: [],
    total,
    sumOfScored: '49',
    weightOfScored: total === null ? 70 : 100,
    missing: lacking,
    warningThreshold: '72',
    warning: total === null ? null : total === '71',
    totalParameters: [],
    rank,
    previousTotal,
  };
}

export const demoScores: DepartmentScorecards = {
  org: '临澜云帆传媒',
  department: '大客户部',
  period: '2026Q3',
  scorecards: [
    card('m1', '周立夏', '客户经理', ['115/2', '39/2', '35/2'], '189/2', '91', 1),
    card('m2', '秦白露', '客户经理', ['107/2', '20', '59/3'], '559/6', '189/2', 2),
    card('m3', '林小满', '客户经理', ['52', '19', '59/3'], '272/3', '177/2', 3),
    card('m4', '叶知秋', '客户专员', ['51', '18', '20'], '89', '89', 4),
    card('m5', '许初雪', '客户专员', ['47', '15', '113/6'], '485/6', '159/2', 5),
    card('m6', '韩谷雨', '客户经理', ['40', '35/2', '27/2'], '71', '159/2', 6),
    card('m7', '唐半夏', '客户专员', ['35/2', '17', '29/2'], null, null, null),
  ],
  ruleVersions: [],
  madeAt: '2026-10-16 17:42',
  checkCode: '9f3c41d70be2a6c8',
};

function line(record: string, customer: string, manager: string, executor: string | null, receivedFen: number, commissionFen: number | null): SlipLine {
  const executorFen = commissionFen === null ? null : executor ? Math.round(commissionFen * 0.3) : 0;
  return {
    record,
    contractNo: 'HT-2026-031',
    customer,
    manager: { id: manager, name: manager },
    executor: executor ? { id: executor, name: executor } : null,
    dueDay: '2026-09-10',
    receivedDay: '2026-09-12',
    receivedFen,
    ratePercent: commissionFen === null ? null : '5',
    commissionFen,
    managerFen: commissionFen === null || executorFen === null ? null : commissionFen - executorFen,
    executorFen,
    expenseAccountFen: null,
    sources: [{ regulation: '佣金管理办法', article: 'C-08' }],
    steps: commissionFen === null ? [] : [step('commission', { receivedFen, ratePercent: '5' }, commissionFen)],
    missing: commissionFen === null ? [refusal('rate-missing', { manager: '林小满', contractNo: 'HT-2026-031', day: '2026-09-12' })] : [],
  };
}

export const demoSlip: Slip = {
  org: '临澜云帆传媒',
  department: '大客户部',
  month: '2026-09',
  lines: [line('r1', '临澜拾光文旅', '林小满', '叶知秋', 37_528_000, 1_876_400), line('r2', '云汐栗子生鲜', '林小满', null, 11_520_000, 576_000), line('r3', '沧屿听澜音乐', '周立夏', '唐半夏', 38_490_000, 1_924_500)],
  leftOut: [line('r4', '木棉服饰', '林小满', null, 3_250_000, null)],
  people: [
    { member: { id: '林小满', name: '林小满' }, as: 'manager', receipts: 2, commissionFen: 2_452_400, earnedFen: 1_889_480 },
    { member: { id: '周立夏', name: '周立夏' }, as: 'manager', receipts: 1, commissionFen: 1_924_500, earnedFen: 1_347_150 },
    { member: { id: '叶知秋', name: '叶知秋' }, as: 'executor', receipts: 1, commissionFen: 1_876_400, earnedFen: 562_920 },
    { member: { id: '唐半夏', name: '唐半夏' }, as: 'executor', receipts: 1, commissionFen: 1_924_500, earnedFen: 577_350 },
  ],
  totals: { receipts: 3, receivedFen: 87_538_000, commissionFen: 4_376_900, managerFen: 3_236_630, executorFen: 1_140_270, expenseAccountFen: 0 },
  ruleVersions: [],
  madeAt: '2026-10-16 17:42',
  checkCode: '9f3c41d70be2a6c8',
};

const fact = (measure: string, label: string, form: string, day: string, amount: number, record: string, customer: string | null) =>
  ({ measure, label, unit: 'fen', posted: day.slice(0, 7), day, amount, sign: 1, record, form, line: '', customer }) as const;

export const demoEvidence: Evidence = {
  figure: 'scorecard/2026Q3/m3/1',
  facts: [
    fact('planned-sales', '计划销售额', 'sales-plan', '2026-07-31', 38_000_000, 'p1', null),
    fact('planned-sales', '计划销售额', 'sales-plan', '2026-08-31', 40_000_000, 'p2', null),
    fact('planned-sales', '计划销售额', 'sales-plan', '2026-09-30', 42_000_000, 'p3', null),
    fact('sales', '实际销售额', 'sales', '2026-07-31', 16_800_000, 's1', '临澜拾光文旅'),
    fact('sales', '实际销售额', 'sales', '2026-08-31', 9_600_000, 's2', '沧屿听澜音乐'),
    fact('sales', '实际销售额', 'sales', '2026-09-30', 102_000_000, 's3', '云汐栗子生鲜'),
  ],
};
