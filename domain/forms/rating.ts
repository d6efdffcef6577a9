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
    field('member', '被考核人', 'member', { required: true }),
    field('quarter', '季度', 'quarter', { required: true }),
    choice('item', '考核指标', labels(...Object.keys(measureByItem)), { required: true }),
    field('points', '评分', 'number', { required: true }),
    field('proposed_by', '评分人', 'member', { editors: ['director', 'gm'] }),
    field('confirmed_by', '确认人', 'member', { editors: ['hr', 'gm'] }),
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
