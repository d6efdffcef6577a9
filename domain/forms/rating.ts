// 评分表: a person's points for the scorecard's judged items. They count once one has proposed and another confirmed.

import { lastDayOfQuarter, optionalFact } from './facts.ts';
import { ratingRange } from './rating-points.ts';
import { choice, field, labels } from './types.ts';
import type { MeasureId } from '../measures/registry.ts';
import type { Fields, FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

const measureByItem: Readonly<Record<string, MeasureId>> = {
  市场信息收集: 'rating-market-information',
  团队协作: 'rating-teamwork',
  专业知识: 'rating-knowledge',
  分析判断力: 'rating-judgement',
  沟通能力: 'rating-communication',
  责任感: 'rating-responsibility',
};

export const rating: FormDefinition = {
  id: 'rating',
  title: '评分表',
  kind: 'list',
  fields: [
    field('member', '被考核人', 'member', { required: true, synonyms: ['姓名', '被评分人', '考核对象', '员工姓名', '被考评人', '被考核者', '员工'] }),
    field('quarter', '季度', 'quarter', { required: true, synonyms: ['考核季度', '考核期', '所属季度', '考核周期', '考评季度'] }),
    choice('item', '考核指标', labels(...Object.keys(measureByItem)), { required: true, synonyms: ['指标', '评分项目', '考核项目', '考核项', '评分项', '考核内容', '指标名称', '考评指标', '评分指标'] }),
    field('points', '评分', 'number', { required: true, synonyms: ['得分', '分数', '分值', '打分', '考核得分', '考核分'] }),
    field('proposed_by', '评分人', 'member', { synonyms: ['提议人', '打分人', '考核人', '提出人', '考评人'], editors: ['director', 'gm'] }),
    field('confirmed_by', '确认人', 'member', { synonyms: ['复核人', '审核人', '人力确认', '确认人签字'], editors: ['hr', 'gm'] }),
  ],
  naturalKey: ['member', 'quarter', 'item'],
  owner: 'member',
  day: 'quarter',
  rights: {
    manager: { read: 'own', write: 'none' },
    specialist: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    hr: { read: 'org', write: 'org' },
    gm: { read: 'org', write: 'org' },
  },
  check: (fields) => ratingRange(fields['item'], fields['points']),
  facts: ratingFacts,
};

export const ratingLayout: PaperLayout = {
  titles: ['考核评分表', '季度评分表', '绩效评分表'],
  orientation: 'portrait', columns: [14, 14, 18, 10, 14, 14],
};

function ratingFacts(fields: Fields) {
  const measure = measureByItem[String(fields['item'])];
  const points = fields['points'];
  if (!measure || !fields['proposed_by'] || !fields['confirmed_by'] || typeof points !== 'number') return [];
  return optionalFact(measure, lastDayOfQuarter(fields['quarter']), Math.round(points * 100), { member: 'member' });
}
