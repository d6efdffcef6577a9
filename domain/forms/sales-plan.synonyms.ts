// What people also call the parts of 销售计划表.

import type { Synonyms } from './parts.ts';

export const salesPlanSynonyms: Synonyms = {
  member: ['客户经理', '人员', '员工姓名', '业务员', '销售人员', '员工', '负责人'],
  month: ['计划月份', '年月', '所属月份', '计划年月', '月度'],
  planned_sales: ['计划销售额', '计划完成销售额', '销售计划额', '销售目标额', '计划销售金额', '销售计划', '计划金额', '销售目标', '目标销售额', '月度销售目标'],
  planned_new_customers: ['计划开发新客户', '计划新客户', '计划开发新客户数', '计划新增客户数', '新客户计划数', '计划新增客户', '新客户目标', '计划新客户个数', '新客户目标数'],
};
