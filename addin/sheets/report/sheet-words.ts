// The generated sheets' own words: titles, heads, notes. Sentences about a reckoning come from ReportWords.

import { daysInMonth } from '../../../domain/values/day.ts';
import type { Month } from '../../../domain/values/day.ts';
import { isQuarter, monthsOf } from '../../../domain/values/period.ts';
import type { Period } from '../../../domain/values/period.ts';
import type { ItemGroup } from '../../../domain/rules/results.ts';

const NUMERALS = ['', '一', '二', '三', '四'];

export const groupName: Readonly<Record<ItemGroup, string>> = { results: '业绩', ability: '能力', attitude: '态度' };

/** `2026 年第三季度`, `2026 年 9 月` */
export function periodName(period: Period): string {
  const year = Number(period.slice(0, 4));
  return isQuarter(period) ? `${year} 年第${NUMERALS[Number(period[5])]}季度` : `${year} 年 ${Number(period.slice(5))} 月`;
}

/** `7 月 1 日至 9 月 30 日` */
export function periodDays(period: Period): string {
  const months = monthsOf(period);
  const last = months[months.length - 1]!;
  return `${monthName(months[0]!)} 1 日至 ${monthName(last)} ${daysInMonth(last)} 日`;
}

export function monthName(month: Month): string {
  return `${Number(month.slice(5))} 月`;
}

/** `上季` or `上月` */
export function periodBefore(period: Period): string {
  return isQuarter(period) ? '上季' : '上月';
}

export function periodNow(period: Period): string {
  return isQuarter(period) ? '本季' : '本月';
}

/** The sheets' foot: which rules, when, and the check code. */
export function footer({ ruleVersions, madeAt, checkCode }: { readonly ruleVersions: readonly { readonly label: string; readonly from: string }[]; readonly madeAt: string; readonly checkCode: string }): string {
  const code = checkCode.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 ');
  return `规则：${rulesInShort(ruleVersions)}　出表 ${madeAt}　校验码 ${code}`;
}

/** Rules of the same first day are named together, the longest list in short: the foot is one line. */
function rulesInShort(versions: readonly { readonly label: string; readonly from: string }[]): string {
  const byDay = Map.groupBy(versions, (version) => version.from);
  return [...byDay].map(([from, group]) => `${namesInShort(group.map((version) => version.label))}，版本 ${from} 起`).join('；');
}

function namesInShort(labels: readonly string[]): string {
  return labels.length <= 2 ? labels.join('，') : `${labels[0]}等 ${labels.length} 条`;
}
