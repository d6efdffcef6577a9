// A month's attendance score as a formula over the cells of the annex, under the same guard as the items' formulas.

import type { MonthAttendance, ScoredItem } from '../../../domain/rules/results.ts';
import { numberOf } from './figures.ts';

export interface MonthCells {
  readonly weight: string;
  readonly fullDays: string;
  readonly present: string;
  readonly late: string;
  readonly direct: string;
}

/** null where months had different settings, or the formula does not give the server's score. */
export function monthFormula(item: ScoredItem, month: MonthAttendance, cells: MonthCells): string | null {
  const settings = settingsOf(item);
  if (!settings) return null;
  const { slight, some, many, limit, lower, higher, highFrom } = settings;
  const { weight, fullDays, present, late, direct } = cells;
  const lateness = `IF(${late}=0,0,IF(${late}<=3,${slight},IF(${late}<=6,${some},${many ?? 0})))`;
  const outside = `IF(${direct}<=${limit},0,IF(${direct}>=${highFrom},${higher},${lower}))`;
  const score = `MAX(0,${weight}-MAX(0,${fullDays}-${present})-${lateness}-${outside})`;
  const formula = `IF(COUNT(${present},${late},${direct})<3,"",${many === null ? `IF(${late}>6,0,${score})` : score})`;
  if (month.score === null) return formula;
  return Math.abs(reckoned(item.weight, month, settings) - numberOf(month.score)) < 1e-9 ? formula : null;
}

interface Settings {
  readonly slight: number;
  readonly some: number;
  /** null: the month is 0. */
  readonly many: number | null;
  readonly limit: number;
  readonly lower: number;
  readonly higher: number;
  readonly highFrom: number;
}

function settingsOf(item: ScoredItem): Settings | null {
  const one = (name: string): string | null => {
    const values = new Set(item.parameters.filter((parameter) => parameter.name === name).map((parameter) => String(parameter.value)));
    return values.size === 1 ? [...values][0]! : null;
  };
  const size = (name: string): number => Math.abs(Number(one(name) ?? Number.NaN));
  const [lower, higher] = (one('direct_over_penalty') ?? '').split('..').map((end) => Math.abs(Number(end)));
  const many = one('late_over_6') === 'zero' ? null : size('late_over_6');
  const settings = { slight: size('late_1_3'), some: size('late_4_6'), many, limit: size('direct_to_market_limit'), lower: lower!, higher: higher ?? lower!, highFrom: size('direct_over_high_from') };
  return Object.values(settings).every((value) => value === null || Number.isFinite(value)) ? settings : null;
}

function reckoned(weight: number, month: MonthAttendance, settings: Settings): number {
  const [present, late, direct] = [month.present ?? 0, month.late ?? 0, month.directToMarket ?? 0];
  if (late > 6 && settings.many === null) return 0;
  const lateness = late === 0 ? 0 : late <= 3 ? settings.slight : late <= 6 ? settings.some : settings.many!;
  const outside = direct <= settings.limit ? 0 : direct >= settings.highFrom ? settings.higher : settings.lower;
  return Math.max(0, weight - Math.max(0, month.fullDays - present) - lateness - outside);
}
