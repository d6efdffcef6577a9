// What the parameters of the rules are called. `weight_1` to `weight_12` are named by their item.

export const parameters: Readonly<Record<string, string>> = {
  standard_pct: '标准完成率（%）',
  step_pct: '每一档（%）',
  step_pts: '每一档加减（分）',
  bonus_cap: '加分上限（分）',
  growth_step: '每一档（元）',
  growth_cap: '加分上限（分）',
  negative_growth_penalty: '负增长扣分（分）',
  new_customer_plan: '新客户计划（家）',
  new_customer_mode: '计分口径',
  shortfall_step: '每少几家扣分（家）',
  market_information_levels: '评分范围（分）',
  teamwork_levels: '评分范围（分）',
  incident_pts: '每次影响团队扣（分）',
  knowledge_parts: '各部分（分）',
  knowledge_mode: '各部分怎样合成',
  judgement_levels: '各档（分）',
  communication_levels: '各档（分）',
  responsibility_levels: '各档（分）',
  full_attendance_offset_days: '满勤可少（天）',
  late_1_3: '迟到 1 至 3 次（分）',
  late_4_6: '迟到 4 至 6 次（分）',
  late_over_6: '迟到 6 次以上',
  direct_to_market_limit: '直接去市场不扣（次）',
  direct_over_penalty: '超过后扣（分）',
  direct_over_high_from: '从几次起扣高档（次）',
  violation_pts: '每次违反扣（分）',
  complaint_pts: '每次有效投诉扣（分）',
  warning_threshold: '预警线（分）',
  total_cap: '总分上限（分）',
  expense_rate: '销售费用账户（%）',
  rate_min: '最低费率（%）',
  rate_max: '最高费率（%）',
  executor_percent: '客户执行分成（%）',
};

/** Values that are words. */
export const parameterValues: Readonly<Record<string, string>> = { zero: '当月 0 分', additive: '相加', single: '取一档' };

export const itemWeight = (item: string): string => `第 ${item} 项权重`;
