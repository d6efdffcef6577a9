// What the ranking shows of scorecards: bar, change, and what is missing before anything else. Pure, without words.

import type { DepartmentScorecards, ItemGroup, Scorecard } from '../../domain/rules/results.ts';
import type { Refusal } from '../../domain/rules/rule.ts';
import { change } from '../words/numbers.ts';
import { wordMissingBriefly } from '../words/steps.ts';

export interface MissingPlace {
  readonly member: string;
  readonly text: string;
  readonly refusal: Refusal;
}

export interface MissingSummary {
  readonly places: readonly MissingPlace[];
  readonly people: number;
  readonly items: number;
}

/** Several items often lack the same thing: each place once, with the people and items it holds up. */
export function missingOf(cards: readonly Scorecard[]): MissingSummary {
  const places = new Map<string, MissingPlace>();
  for (const card of cards) {
    for (const item of card.items) {
      for (const refusal of item.missing) {
        if (isSuppliedWithPlan(refusal, card)) continue;
        const text = saidWith(refusal, item.label);
        places.set(`${card.member.id} ${text}`, { member: card.member.name, text, refusal });
      }
    }
  }
  return {
    places: [...places.values()],
    people: cards.filter((card) => card.missing.length > 0).length,
    items: cards.reduce((sum, card) => sum + card.missing.length, 0),
  };
}

/** The plan of sales and that of new customers stand in one row: one place to fill. */
function isSuppliedWithPlan(refusal: Refusal, card: Scorecard): boolean {
  const lacksPlan = card.items.flatMap((item) => item.missing).filter((other) => other.code === 'plan-missing');
  return refusal.code === 'new-customer-plan-missing' && lacksPlan.some((other) => other.facts['months'] === refusal.facts['months']);
}

/** A rating's refusal names only its quarter: which item it is belongs to the line. */
function saidWith(refusal: Refusal, label: string): string {
  const text = wordMissingBriefly(refusal);
  return refusal.code.startsWith('rating-') ? `${label}　${text}` : text;
}

export interface BarPart {
  readonly group: ItemGroup;
  readonly score: string;
  readonly lacks: boolean;
}

export function barOf(card: Scorecard): { parts: readonly BarPart[]; lackingWeight: number } {
  const weightOfAll = card.items.reduce((sum, item) => sum + item.weight, 0);
  return {
    parts: card.groups.map((group) => ({ group: group.group, score: group.score, lacks: group.missing > 0 })),
    lackingWeight: card.missing.length > 0 ? weightOfAll - card.weightOfScored : 0,
  };
}

/** Signed change against the period before; null where either total is missing, '' where it is the same. */
export function changeOf(card: DepartmentScorecards['scorecards'][number]): string | null {
  return card.total === null || card.previousTotal === null ? null : change(card.total, card.previousTotal);
}

/** The post without the words that all posts of the department begin with, for a narrow column. */
export function shortPost(post: string): string {
  return post.replace(/^(大?客户)(?=..)/, '');
}
