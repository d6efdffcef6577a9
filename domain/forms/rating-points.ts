// Which points seed 0's scorecard (2.2) allows for each judged item. At most two decimals, since points are kept in
// hundredths.

import type { FieldProblem, Fields } from './definition.ts';

type Allowed = (hundredths: number) => boolean;

const upToTen: Allowed = (points) => points >= 0 && points <= 1000;

const allowedByItem: Readonly<Record<string, Allowed>> = {
  市场信息收集: upToTen,
  团队协作: upToTen,
  // Sums of 4, 3, 2 and 1 points reach every whole number from 0 to 10.
  专业知识: (points) => upToTen(points) && points % 100 === 0,
  分析判断力: (points) => [400, 350, 300, 250].includes(points),
  沟通能力: (points) => [600, 550, 500, 450].includes(points),
  责任感: (points) => (points >= 0 && points <= 300) || (points >= 400 && points <= 500),
};

export function ratingRange(item: Fields[string] | undefined, points: Fields[string] | undefined): FieldProblem[] {
  const allowed = allowedByItem[String(item)];
  if (!allowed || typeof points !== 'number') return [];
  const hundredths = Math.round(points * 100);
  if (Math.abs(points * 100 - hundredths) > 1e-6) return [{ code: 'too-many-decimals', path: 'points', facts: { maximum: 2 } }];
  return allowed(hundredths) ? [] : [{ code: 'points-not-allowed', path: 'points', facts: { item: String(item), points } }];
}
