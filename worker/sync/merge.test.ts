import { beforeEach, describe, expect, test } from 'vitest';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import { create, edit, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const managerA = () => clientOf(idOf('managera'));
const director = () => clientOf(idOf('director'));
const report = (extra = {}) => create('visit-report', visitReport(nameOf('managera'), '2026-10-12', '千帆渡', extra));

describe('merging (step 5)', () => {
  test('paths that do not clash merge by themselves', async () => {
    const made = report();
    await managerA().push(made);
    await director().push(edit(made.record, 'issues_open', '待总监定价'));
    const answer = await managerA().push(edit(made.record, 'companions', ['叶知秋'], 1));
    expect(answer.results[0]).toMatchObject({ status: 'accepted', rev: 3, merged: 1, conflicts: [] });
    expect(answer.changes[0]!.fields).toMatchObject({ issues_open: '待总监定价', companions: ['叶知秋'] });
  });

  test('an equal value is nothing', async () => {
    const made = report();
    await managerA().push(made);
    await director().push(edit(made.record, 'issues_open', '同样'));
    const answer = await managerA().push(edit(made.record, 'issues_open', '同样', 1));
    expect(answer.results[0]).toMatchObject({ status: 'unchanged', rev: 2, conflicts: [] });
  });

  test('a clash keeps the losing value with its base and what stands', async () => {
    const made = report({ issues_open: '原文' });
    await managerA().push(made);
    await director().push(edit(made.record, 'issues_open', '总监的'));
    const answer = await managerA().push(edit(made.record, 'issues_open', '经理的', 1), edit(made.record, 'issues_handled', '另一格', 1));
    expect(answer.results[0]).toMatchObject({ status: 'accepted', conflicts: [{ path: 'issues_open' }] });
    const detail = (await (await managerA().call('GET', `/api/records/${made.record}`)).json()) as { record: { fields: object }; conflicts: object[]; history: { kind: string }[] };
    expect(detail.record.fields).toMatchObject({ issues_open: '总监的', issues_handled: '另一格' });
    expect(detail.conflicts).toMatchObject([{ path: 'issues_open', mine: '经理的', base: '原文', baseRev: 1, by: nameOf('managera') }]);
    expect(detail.history.map((change) => change.kind)).toEqual(['create', 'edit', 'edit']);
  });

  test('a deletion against a later edit is a conflict, and nothing is deleted', async () => {
    const made = report();
    await managerA().push(made);
    await director().push(edit(made.record, 'issues_open', '新内容'));
    const answer = await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    expect(answer.results[0]).toMatchObject({ status: 'unchanged', conflicts: [{ path: '@deleted' }] });
    expect((await director().sync()).changes).toMatchObject([{ record: made.record, deleted: false }]);
  });

  test('an edit against a deletion is a conflict, and the record stays deleted', async () => {
    const made = report();
    await managerA().push(made);
    await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    const answer = await director().push(edit(made.record, 'issues_open', '晚了', 1));
    expect(answer.results[0]).toMatchObject({ conflicts: [{ path: 'issues_open' }] });
    expect((await director().sync()).changes).toEqual([]);
  });

  test('creating a deleted record again brings it back with the new content', async () => {
    const made = report({ issues_open: '旧' });
    await managerA().push(made);
    await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    const again = await managerA().push(create('visit-report', visitReport(nameOf('managera'), '2026-10-12'), made.record));
    expect(again.results[0]).toMatchObject({ status: 'accepted', rev: 3 });
    expect(again.changes[0]).toMatchObject({ deleted: false });
    expect(again.changes[0]!.fields).not.toHaveProperty('issues_open');
  });
});

describe('creations', () => {
  test('a resend under another push id changes nothing', async () => {
    const made = report();
    await managerA().push(made);
    const again = await managerA().push(made);
    expect(again.results[0]).toMatchObject({ status: 'unchanged', rev: 1 });
  });

  test('a record of the same thing is a duplicate, unless it is said to be another', async () => {
    const made = report();
    await managerA().push(made);
    const second = create('visit-report', { ...made.fields, reporter: ' 林小满 ' });
    expect((await managerA().push(second)).results[0]).toMatchObject({ status: 'duplicate', duplicateOf: made.record });
    const distinct = await managerA().push({ ...second, distinct: true });
    expect(distinct.results[0]).toMatchObject({ status: 'accepted' });
  });

  test('a duplicate inside the same push is found too', async () => {
    const made = report();
    const answer = await managerA().push(made, create('visit-report', made.fields));
    expect(answer.results.map((result) => result.status)).toEqual(['accepted', 'duplicate']);
  });

  test('a record that only others may see is no duplicate', async () => {
    const gift = { customer: '千帆渡', gift_purpose: '中秋', gift_name: '茶', quantity: 1, budget_value: 10000, responsible: nameOf('managera') };
    await managerA().push(create('gift-plan', gift));
    const other = await clientOf(idOf('managerb')).push(create('gift-plan', { ...gift, responsible: nameOf('managerb') }));
    expect(other.results[0]).toMatchObject({ status: 'accepted' });
  });

  test('an id that belongs to another organisation tells nothing', async () => {
    const made = report();
    await managerA().push(made);
    const stranger = clientOf('m-stranger');
    expect((await stranger.push(edit(made.record, 'issues_open', '偷看'))).results[0]).toMatchObject({ status: 'rejected', problems: [{ code: 'not-found' }] });
    expect((await stranger.call('GET', `/api/records/${made.record}`)).status).toBe(404);
  });
});

describe('refusals and half-filled records (step 6)', () => {
  test('missing required values are taken as incomplete and state nothing', async () => {
    const fields = visitReport(nameOf('managera'), '2026-10-12');
    const { result: _result, ...visit } = (fields['visits'] as Record<string, Record<string, unknown>>)['v1']!;
    const answer = await managerA().push(create('visit-report', { ...fields, visits: { v1: visit } } as never));
    expect(answer.results[0]).toMatchObject({ status: 'incomplete', problems: [{ code: 'missing', path: 'visits/v1/result' }] });
    expect(await db.prepare('SELECT count(*) AS n FROM fact').first('n')).toBe(0);
    const filled = await managerA().push(edit(answer.results[0]!.record, 'visits/v1/result', '有希望'));
    expect(filled.results[0]).toMatchObject({ status: 'accepted', problems: [] });
    expect(await db.prepare('SELECT count(*) AS n FROM fact').first('n')).toBe(2);
  });

  test('a bad mutation is rejected with all its problems, the others go through', async () => {
    const bad = create('visit-report', { reporter: 7, report_date: '2026-02-30', nonsense: 'x' } as never);
    const answer = await managerA().push(bad, report());
    expect(answer.results[0]).toMatchObject({ status: 'rejected' });
    expect(answer.results[0]!.problems.map((problem) => problem.path).sort()).toEqual(['nonsense']);
    expect(answer.results[1]).toMatchObject({ status: 'accepted' });
    const typed = await managerA().push(create('visit-report', { reporter: 7, report_date: '2026-02-30' } as never));
    expect(typed.results[0]!.problems.map((problem) => problem.path).sort()).toEqual(['report_date', 'reporter']);
  });

  test('an unknown customer is a problem with choices; the record is taken, facts that need it wait', async () => {
    const answer = await managerA().push(create('visit-report', visitReport(nameOf('managera'), '2026-10-12', '千帆度网络')));
    expect(answer.results[0]).toMatchObject({ status: 'accepted', problems: [{ code: 'customer-unknown', path: 'visits/v1/customer', text: '千帆度网络' }] });
    expect(answer.results[0]!.problems[0]!.choices).toContain('千帆渡网络科技有限公司');
    const { results } = await db.prepare('SELECT measure FROM fact').all();
    expect(results).toEqual([{ measure: 'visit-expense' }]);
  });

  test('an unknown member is a problem with choices', async () => {
    const answer = await managerA().push(create('visit-report', visitReport('林小漫', '2026-10-12')));
    expect(answer.results[0]!.problems[0]).toMatchObject({ code: 'member-unknown', path: 'reporter', choices: ['林小满'] });
  });

  test('a field of other roles is held back on its path, the rest goes', async () => {
    const rating = { member: nameOf('managera'), quarter: '2026Q3', item: '团队协作', points: 8, proposed_by: nameOf('director'), confirmed_by: nameOf('hr') };
    const made = create('rating', rating);
    const answer = await director().push(made);
    expect(answer.results[0]).toMatchObject({ status: 'accepted', problems: [{ code: 'field-not-yours', path: 'confirmed_by' }] });
    expect(await db.prepare('SELECT count(*) AS n FROM fact').first('n')).toBe(0);
    await clientOf(idOf('hr')).push(edit(made.record, 'confirmed_by', nameOf('hr')));
    expect(await db.prepare('SELECT measure, amount, posted FROM fact').first()).toEqual({ measure: 'rating-teamwork', amount: 800, posted: '2026-09' });
  });

  test('an edit beyond the form is refused, also one that reaches for an object of the language', async () => {
    const made = report();
    await managerA().push(made);
    for (const path of ['nothing', 'visits/v1/nothing', 'visits/__proto__/customer', 'visits/constructor/customer', 'visits']) {
      const answer = await managerA().push(edit(made.record, path, 'x'));
      expect(answer.results[0], path).toMatchObject({ status: 'rejected' });
    }
  });

  test('an accepted executor assignment may neither change nor go, and is put back', async () => {
    const made = create('executor-assignment', { customer: '千帆渡', manager: nameOf('managera'), executor: nameOf('specialist'), from_day: '2026-09-01' });
    expect((await managerA().push(made)).results[0]).toMatchObject({ status: 'accepted' });
    const changed = await managerA().push(edit(made.record, 'executor', nameOf('managerb')));
    expect(changed.results[0]).toMatchObject({ status: 'rejected', restore: true, problems: [{ code: 'append-only', path: 'executor' }] });
    expect(changed.changes).toMatchObject([{ record: made.record, fields: { executor: nameOf('specialist') } }]);
    const gone = await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    expect(gone.results[0]).toMatchObject({ status: 'rejected', restore: true, problems: [{ code: 'append-only' }] });
  });

  test('a second executor of a customer is refused, as is a manager who does not own it', async () => {
    const first = { customer: '千帆渡', manager: nameOf('managera'), executor: nameOf('specialist'), from_day: '2026-09-01' };
    await director().push(create('executor-assignment', first));
    const second = await director().push(create('executor-assignment', { ...first, executor: nameOf('support') }));
    expect(second.results[0]).toMatchObject({ status: 'rejected', problems: [{ code: 'executor-already-assigned' }] });
    const foreign = await director().push(create('executor-assignment', { ...first, customer: '星河教育' }));
    expect(foreign.results[0]).toMatchObject({ status: 'rejected', problems: [{ code: 'manager-not-owner', path: 'manager' }] });
    expect(await db.prepare("SELECT count(*) AS n FROM assignment WHERE kind = 'executor'").first('n')).toBe(1);
  });

  test('a setting that no rule knows is refused', async () => {
    const answer = await director().push(create('policy-parameter', { rule: 'scorecard', parameter: 'nonsense', value: '1', from_day: '2026-01-01' }));
    expect(answer.results[0]).toMatchObject({ status: 'rejected', problems: [{ code: 'parameter-unknown' }] });
  });

  test('a setting named like something of the language is refused like any other, and the rest of the push is taken', async () => {
    const named = ['toString', 'constructor', '__proto__'].map((parameter) => create('policy-parameter', { rule: 'scorecard', parameter, value: '1', from_day: '2026-01-01' }));
    const answer = await director().push(...named, create('policy-parameter', { rule: 'scorecard', parameter: 'step_pct', value: '4', from_day: '2026-01-01' }));
    expect(answer.results.map((result) => result.problems[0]?.code ?? result.status)).toEqual(['parameter-unknown', 'parameter-unknown', 'parameter-unknown', 'accepted']);
  });

  test('what a second person has confirmed lapses when the first one changes it, and counts again once confirmed', async () => {
    const made = create('rating', { member: nameOf('managera'), quarter: '2026Q3', item: '团队协作', points: 10, proposed_by: nameOf('director') });
    await director().push(made);
    const hr = clientOf(idOf('hr'));
    const rated = () => db.prepare("SELECT sum(amount) AS points FROM fact WHERE measure = 'rating-teamwork'").first('points');
    await hr.push(edit(made.record, 'confirmed_by', nameOf('hr')));
    expect(await rated()).toBe(1000);
    const changed = await director().push(edit(made.record, 'points', 3, 2));
    expect(changed.changes[0]!.fields).toEqual({ member: nameOf('managera'), quarter: '2026Q3', item: '团队协作', points: 3, proposed_by: nameOf('director') });
    expect(await rated()).toBe(0);
    await hr.push(edit(made.record, 'confirmed_by', nameOf('hr'), 3));
    expect(await rated()).toBe(300);
    await director().push({ kind: 'delete', record: made.record, baseRev: 9 });
    await director().push(create('rating', { ...made.fields, points: 9 } as never, made.record));
    expect(await rated()).toBe(0);
  });

  const weight = (number: number, value: string, day = '2026-01-01') => create('policy-parameter', { rule: 'scorecard', parameter: `weight_${number}`, value, from_day: day });

  test('weights that no longer make 100 are refused together, and taken once they do', async () => {
    const alone = await director().push(weight(1, '30'), create('policy-parameter', { rule: 'scorecard', parameter: 'step_pct', value: '4', from_day: '2026-01-01' }));
    expect(alone.results).toMatchObject([
      { status: 'rejected', rev: 0, problems: [{ code: 'weights-not-100', path: 'value', facts: { total: '105', day: '2026-01-01' } }] },
      { status: 'accepted' },
    ]);
    const [one, two] = [weight(1, '30'), weight(2, '5')];
    expect((await director().push(one, two)).results.map((result) => result.status)).toEqual(['accepted', 'accepted']);
    expect((await director().call('GET', '/api/scorecards?period=2026Q3')).status).toBe(200);
  });

  test('a weight that holds up the others may neither change, lose its day nor go alone', async () => {
    const [one, two] = [weight(1, '30'), weight(2, '5')];
    await director().push(one, two);
    for (const mutation of [edit(one.record, 'value', '31'), edit(one.record, 'from_day', '2026-02-01'), edit(one.record, 'from_day', null), { kind: 'delete' as const, record: one.record, baseRev: 1 }]) {
      expect((await director().push(mutation)).results[0], JSON.stringify(mutation)).toMatchObject({ status: 'rejected', rev: 1, problems: [{ code: 'weights-not-100' }] });
    }
    const gone = await director().push({ kind: 'delete', record: one.record, baseRev: 1 }, { kind: 'delete', record: two.record, baseRev: 1 });
    expect(gone.results.map((result) => result.status)).toEqual(['accepted', 'accepted']);
  });
});
