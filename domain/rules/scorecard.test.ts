import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../measures/fact.ts';
import { measures } from '../measures/registry.ts';
import { eachMonth, factsOfCase } from './case.ts';
import type { GivenFact } from './case.ts';
import { departmentScorecards } from './department-scorecards.ts';
import { isRefusal } from './item.ts';
import type { Scorecard } from './results.ts';
import type { PolicyParameter } from './rule.ts';
import { factWindow, scorecard } from './scorecard.ts';

const member = { id: 'member-1', name: '林小满', post: '大客户经理' };

/** The mockup's person in 2026Q3: 52 + 19 + 19.67. */
const whole: readonly GivenFact[] = [
  ...eachMonth('planned-sales', [38_000_000, 40_000_000, 42_000_000]),
  ...eachMonth('planned-new-customers', [1, 1, 0]),
  ['sales', '2026-06-30', 114_600_000],
  ...eachMonth('sales', [31_050_000, 43_400_000, 53_950_000]),
  ['new-customer', '2026-07-03', 1], ['new-customer', '2026-08-03', 1], ['new-customer', '2026-09-03', 1],
  ['rating-market-information', '2026-09-30', 900], ['rating-teamwork', '2026-09-30', 1000],
  ['rating-knowledge', '2026-09-30', 1000], ['rating-judgement', '2026-09-30', 350], ['rating-communication', '2026-09-30', 550],
  ['rating-responsibility', '2026-09-30', 500],
  ...eachMonth('days-present', [27, 27, 26]), ...eachMonth('late', [0, 2, 0]), ...eachMonth('direct-to-market', [4, 5, 3]),
];

function cardOf(given: readonly GivenFact[] | { facts: readonly Fact[] }, policy: readonly PolicyParameter[] = [], period = '2026Q3'): Scorecard {
  const facts = 'facts' in given ? given.facts : factsOfCase(given, member.id);
  const card = scorecard({ member, period, facts, policy });
  if (isRefusal(card)) throw new Error(`${card.code} ${JSON.stringify(card.facts)}`);
  return card;
}

function setting(rule: string, parameter: string, value: string | number | null, fromDay = '2026-01-01'): PolicyParameter {
  return { rule, parameter, value, fromDay, record: `${parameter}-${fromDay}` };
}

describe('a whole scorecard', () => {
  test('sums the items exactly', () => {
    const card = cardOf(whole);
    expect(card.total).toBe('272/3');
    expect(card.groups.map((group) => [group.group, group.weight, group.score])).toEqual([['results', 60, '52'], ['ability', 20, '19'], ['attitude', 20, '59/3']]);
    expect(card.items.map((item) => item.records)).toEqual([6, 4, 9, 1, 1, 1, 1, 1, 9, 0, 1, 0]);
    expect(card).toMatchObject({ warning: false, missing: [], weightOfScored: 100, warningThreshold: '60' });
    expect(card.attendance.map((month) => [month.month, month.fullDays, month.score])).toEqual([['2026-07', 27, '5'], ['2026-08', 27, '4'], ['2026-09', 26, '5']]);
  });

  test('without plan and September attendance there is no total, no warning, but the sum of what is scored', () => {
    const lacking = whole.filter(([measure, day]) => !measure.startsWith('planned-') && !(measure === 'days-present' && day === '2026-09-30'));
    const card = cardOf(lacking);
    expect(card).toMatchObject({ total: null, warning: null, missing: [1, 3, 9], weightOfScored: 65, sumOfScored: '54' });
    expect(card.items[8]!.missing[0]).toMatchObject({ code: 'attendance-missing', facts: { months: '2026-09' }, source: { article: '2.2 第 9 项' } });
    expect(card.attendance[2]).toEqual({ month: '2026-09', fullDays: 26, present: null, late: null, directToMarket: null, score: null });
  });

  test('facts of other people do not count', () => {
    const others = factsOfCase([['sales', '2026-08-31', 900], ['complaint', '2026-08-31', 1]], 'member-2');
    expect(cardOf({ facts: [...factsOfCase(whole, member.id), ...others] })).toEqual(cardOf(whole));
  });

  test('reads the previous period, its own months and its quarter', () => {
    expect(factWindow('2026Q3')).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09']);
    expect(factWindow('2026-07')).toEqual(['2026-06', '2026-07', '2026-08', '2026-09']);
    expect(factWindow('2026-09')).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  test('a month is scored with the ratings of its quarter', () => {
    const card = cardOf(whole, [], '2026-08');
    expect(card.items.map((item) => item.score)).toEqual(['26', '1', '5', '9', '10', '10', '7/2', '11/2', '4', '5', '5', '5']);
  });
});

describe('what was posted later', () => {
  test('a late sale counts in the month in which it is posted', () => {
    const late: Fact = { ...factsOfCase([['sales', '2026-06-20', 5_000_000]], member.id)[0]!, record: 'late-sale', posted: '2026-07' };
    expect(cardOf({ facts: [...factsOfCase(whole, member.id), late] }).items[0]!.actual!.amount).toBe('133400000');
  });

  test('attendance and ratings of a closed quarter do not spill into the next', () => {
    const spilled = factsOfCase([['days-present', '2026-06-30', 20], ['rating-teamwork', '2026-06-30', 300]], member.id)
      .map((fact, index): Fact => ({ ...fact, record: `spilled-${index}`, posted: '2026-07' }));
    expect(cardOf({ facts: [...factsOfCase(whole, member.id), ...spilled] }).total).toBe('272/3');
  });
});

describe('settings', () => {
  test('may name the item or the card', () => {
    for (const rule of ['sales-completion', 'scorecard']) {
      const item = cardOf(whole, [setting(rule, 'step_pct', '7')]).items[0]!;
      expect(item.score).toBe('26');
      expect(item.parameters.find((used) => used.name === 'step_pct')).toEqual({ name: 'step_pct', value: '7', from: 'policy', since: '2026-01-01', versionValue: '5', record: 'step_pct-2026-01-01' });
    }
    expect(cardOf(whole, [setting('scorecard', 'step_pct', '7.01')]).items[0]!.score).toBe('25');
  });

  test('the latest from-day decides, in whatever order the settings were made', () => {
    const settings = [setting('scorecard', 'step_pct', '7', '2026-03-01'), setting('scorecard', 'step_pct', '8', '2026-02-01'), setting('scorecard', 'step_pct', '1', '2026-10-01')];
    for (const policy of [settings, [...settings].reverse()]) {
      expect(cardOf(whole, policy).items[0]!.parameters.find((used) => used.name === 'step_pct')!.value).toBe('7');
    }
  });

  test('weights that do not make 100 refuse the card', () => {
    const refused = scorecard({ member, period: '2026Q3', facts: [], policy: [setting('scorecard', 'weight_1', '26')] });
    expect(refused).toMatchObject({ code: 'weights-not-100', facts: { total: '101', day: '2026-09-30' } });
  });

  test('weights that still make 100 carry into the items', () => {
    const policy = [setting('scorecard', 'weight_1', '24'), setting('scorecard', 'weight_7', '5')];
    const card = cardOf(whole, policy);
    expect(card.items[0]!.score).toBe('25');
    expect(card.items[6]).toMatchObject({ weight: 5, score: '35/8' });
    expect(card.items[6]!.steps.at(-1)!.code).toBe('rating-scaled');
  });

  test('the warning is strictly below the threshold, on the total after its cap', () => {
    const at = (value: string) => cardOf(whole, [setting('scorecard', 'warning_threshold', value)]).warning;
    expect(at('90.66')).toBe(false);
    expect(at('90.67')).toBe(true);
    expect(cardOf(whole, [setting('scorecard', 'total_cap', '90'), setting('scorecard', 'warning_threshold', '90')])).toMatchObject({ total: '90', warning: false, sumOfScored: '272/3' });
    expect(cardOf(whole, [setting('scorecard', 'total_cap', '90'), setting('scorecard', 'warning_threshold', '90.01')]).warning).toBe(true);
  });

  test('a setting that cannot be read leaves its item without data, and says so', () => {
    const item = cardOf(whole, [setting('sales-growth', 'growth_step', '十万')]).items[1]!;
    expect(item).toMatchObject({ score: null, missing: [{ code: 'parameter-unreadable', facts: { parameter: 'growth_step', value: '十万' } }] });
    expect(cardOf(whole, [setting('sales-growth', 'growth_step', 0)]).items[1]!.missing[0]!.code).toBe('parameter-out-of-range');
  });
});

test('a period before the regulation is refused, not scored by a later version', () => {
  for (const period of ['2012-07', '2012Q2']) expect(scorecard({ member, period, facts: [], policy: [] })).toMatchObject({ code: 'outside-versions', facts: { first: '2012-08-08' } });
  expect(isRefusal(scorecard({ member, period: '2012-08', facts: [], policy: [] }))).toBe(false);
});

test('in the first quarter a month before the regulation has no attendance score', () => {
  const card = cardOf([], [], '2012Q3');
  expect(card.items[8]!.missing.map((why) => why.code)).toEqual(['outside-versions', 'attendance-missing']);
});

describe('properties', () => {
  const days = ['2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-15', '2026-09-30', '2026-10-02'];
  const anyFact = fc.record({
    measure: fc.constantFrom(...measures.map((measure) => measure.id)), day: fc.constantFrom(...days),
    amount: fc.integer({ min: 0, max: 900 }), record: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  }).map(({ measure, day, amount, record }, index?: number): Fact => ({
    member: member.id, measure, day, posted: day.slice(0, 7), record: `${record}-${measure}-${day}`, line: '', seq: index ?? 1, amount, sign: 1, customer: null,
  }));

  test('the order in which facts were written does not matter', () => {
    fc.assert(fc.property(fc.array(anyFact, { maxLength: 60 }), fc.nat(), (facts, turn) => {
      const base = [...factsOfCase(whole, member.id), ...facts];
      const turned = [...base.slice(turn % base.length), ...base.slice(0, turn % base.length)].reverse();
      expect(cardOf({ facts: turned })).toEqual(cardOf({ facts: base }));
    }), { seed: 20261121, numRuns: 60 });
  });

  test('taking a fact back restores the card', () => {
    fc.assert(fc.property(anyFact, (fact) => {
      const base = factsOfCase(whole, member.id);
      const back: Fact = { ...fact, seq: 2, amount: -fact.amount, sign: -1 };
      expect(cardOf({ facts: [...base, fact, back] })).toEqual(cardOf({ facts: base }));
    }), { seed: 20261121, numRuns: 200 });
  });

  test('a fen more never scores less in item 1', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.integer({ min: 0, max: 10 ** 12 }), (planFen, actualFen) => {
      const score = (fen: number) => {
        const [over, under = '1'] = cardOf([...eachMonth('planned-sales', [planFen, 0, 0]), ['sales', '2026-08-31', fen]]).items[0]!.score!.split('/');
        return Number(over) / Number(under);
      };
      expect(score(actualFen + 1)).toBeGreaterThanOrEqual(score(actualFen));
    }), { seed: 20261121, numRuns: 100 });
  });

  test('the fen named to the next step is exactly the one that is missing', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 11 }), fc.integer({ min: 0, max: 3 * 10 ** 11 }), (planFen, actualFen) => {
      const steps = (fen: number) => {
        const facts = cardOf([...eachMonth('planned-sales', [planFen, 0, 0]), ['sales', '2026-08-31', fen]]).items[0]!.steps[2]!.facts;
        return { steps: Number(facts['steps']), next: Number(facts['nextStepFen']), above: facts['direction'] === 'above' };
      };
      const { steps: here, next, above } = steps(actualFen);
      const towards = above ? 1 : -1;
      expect(next).toBeGreaterThan(0);
      expect(steps(actualFen + towards * next).steps).toBeGreaterThan(here);
      const short = steps(actualFen + towards * (next - 1));
      expect(short.above === above ? short.steps : 0).toBe(here);
    }), { seed: 20261121, numRuns: 200 });
  });
});

describe('the department', () => {
  const cards = [
    { ...cardOf(whole), member: { ...member, id: 'm1' }, previousTotal: '177/2' },
    { ...cardOf(whole), member: { ...member, id: 'm2' }, previousTotal: null },
    { ...cardOf([]), member: { ...member, id: 'm3' }, previousTotal: null },
    { ...cardOf(whole), total: '91', member: { ...member, id: 'm4' }, previousTotal: null },
  ];
  const department = (ranked: boolean, scorecards = cards) => departmentScorecards({ org: '某公司', department: '大客户部', period: '2026Q3', scorecards, ranked, madeAt: '2026-10-16 17:42' });

  test('equal totals share a rank, and who lacks data has none', () => {
    expect(department(true).scorecards.map((card) => [card.member.id, card.rank])).toEqual([['m4', 1], ['m1', 2], ['m2', 2], ['m3', null]]);
  });

  test('one\'s own card shows no rank', () => {
    expect(department(false).scorecards.every((card) => card.rank === null)).toBe(true);
  });

  test('the check code is over the figures and not over the time', () => {
    expect(department(true).checkCode).toMatch(/^[0-9a-f]{16}$/);
    expect(department(true, [...cards].slice(1)).checkCode).not.toBe(department(true).checkCode);
    expect(departmentScorecards({ ...department(true), scorecards: cards, ranked: true, madeAt: 'later' }).checkCode).toBe(department(true).checkCode);
  });
});
