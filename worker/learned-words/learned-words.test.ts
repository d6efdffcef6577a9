import { beforeEach, describe, expect, test } from 'vitest';
import { learnedLimits } from '../../domain/protocol/learned-words.ts';
import type { LearnedWord, TaughtWord, TeachAnswer } from '../../domain/protocol/learned-words.ts';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import type { Part } from '../test-support/department.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const word = (label: string, path: string | null, form = 'customer-archive'): LearnedWord => ({ form, label, path });
const customer = word('甲方全称', 'customer_name');
const teach = (part: Part, ...words: LearnedWord[]) => clientOf(idOf(part)).call('PUT', '/api/learned-words', { words });
const taught = async (member: string) => ((await (await clientOf(member).call('GET', '/api/learned-words')).json()) as { words: TaughtWord[] }).words;
const remove = (part: Part, { form, label }: LearnedWord) => clientOf(idOf(part)).call('DELETE', `/api/learned-words/${form}/${encodeURIComponent(label)}`);
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('teaching', () => {
  test('keeps several words at once, with who taught them and when', async () => {
    const answer = (await (await teach('managera', customer, word('拍板人', 'decision_chain/decider/name'), word('备案号', null))).json()) as TeachAnswer;
    expect(answer.kept).toEqual([]);
    expect(answer.words.map(({ label, path, by, at }) => [label, path, by, at])).toEqual([
      ['备案号', null, nameOf('managera'), '2026-10-16T01:12:33.000Z'],
      ['拍板人', 'decision_chain/decider/name', nameOf('managera'), '2026-10-16T01:12:33.000Z'],
      ['甲方全称', 'customer_name', nameOf('managera'), '2026-10-16T01:12:33.000Z'],
    ]);
    expect(await taught(idOf('specialist'))).toEqual(answer.words);
  });

  test('once more says nothing new; by who taught it, or a director, it gives the label another meaning, and the history stays', async () => {
    await teach('managera', customer);
    await teach('managera', customer);
    await teach('managera', word('甲方全称', 'involved_units'));
    await teach('director', word('甲方全称', null));
    expect((await taught(idOf('managera'))).map(({ path, by }) => [path, by])).toEqual([[null, nameOf('director')]]);
    const { results } = await db.prepare('SELECT no, path, member, remover FROM learned_word ORDER BY no').all();
    expect(results).toEqual([
      { no: 1, path: 'customer_name', member: idOf('managera'), remover: idOf('managera') },
      { no: 2, path: 'involved_units', member: idOf('managera'), remover: idOf('director') },
      { no: 3, path: null, member: idOf('director'), remover: null },
    ]);
  });

  test("leaves a colleague's meaning of the same label as it is, and takes the rest", async () => {
    await teach('managera', customer);
    const answer = (await (await teach('managerb', word('甲方全称', 'involved_units'), word('盘子', 'budget_amount'))).json()) as TeachAnswer;
    expect(answer.kept).toEqual([{ form: 'customer-archive', label: '甲方全称' }]);
    expect(answer.words.map(({ label, path }) => [label, path])).toEqual([['甲方全称', 'customer_name'], ['盘子', 'budget_amount']]);
  });

  test('is for who may write the form', async () => {
    expect(await codeOf(await teach('finance', customer))).toEqual([403, 'role-lacks-right']);
    expect(await codeOf(await teach('gm', customer))).toEqual([403, 'role-lacks-right']);
    expect(await taught(idOf('director'))).toEqual(expect.not.arrayContaining([expect.objectContaining({ label: '甲方全称' })]));
  });

  test('is refused as a whole where a word names nothing, with every place', async () => {
    const response = await teach('managera', customer, word('甲', 'no_such_field'), word('乙', 'decision_chain/nobody/name'), word('丙', 'grade', 'no-such-form'), word('甲方全称', null));
    const body = (await response.json()) as { code: string; errors: { at: string }[] };
    expect([response.status, body.code, body.errors.map(({ at }) => at)]).toEqual([422, 'word-without-field', ['words.1.path', 'words.2.path', 'words.3.form', 'words.4.label']]);
    expect(await codeOf(await teach('managera', word('有 空格', 'grade')))).toEqual([422, 'malformed']);
    expect(await codeOf(await teach('managera'))).toEqual([422, 'malformed']);
    expect(await taught(idOf('managera'))).toEqual([]);
  });

  test('ends where a department has as many words as it may have', async () => {
    const many = Array.from({ length: learnedLimits.department }, (_, place) => word(`标签${place}`, null));
    for (let from = 0; from < many.length; from += learnedLimits.request) await teach('managera', ...many.slice(from, from + learnedLimits.request));
    expect(await codeOf(await teach('managera', customer))).toEqual([409, 'words-full']);
    expect((await teach('managera', many[0]!)).status).toBe(200);
  });
});

describe('taking back', () => {
  test('is for who taught the word, and for a director or an administrator', async () => {
    await teach('managera', customer, word('盘子', 'budget_amount'), word('备案号', null));
    expect(await codeOf(await remove('managerb', customer))).toEqual([403, 'role-lacks-right']);
    expect((await remove('managera', customer)).status).toBe(204);
    expect((await remove('director', word('盘子', null))).status).toBe(204);
    expect((await remove('admin', word('备案号', null))).status).toBe(204);
    expect(await taught(idOf('managera'))).toEqual([]);
    expect(await codeOf(await remove('director', customer))).toEqual([404, 'not-found']);
  });

  test('lets the label be taught anew', async () => {
    await teach('managera', customer);
    await remove('managera', customer);
    expect(((await (await teach('managerb', word('甲方全称', 'involved_units'))).json()) as TeachAnswer).words).toMatchObject([{ path: 'involved_units', by: nameOf('managerb') }]);
  });
});

test('what a department has taught comes with the sign-in, the session and every sync, and to no other organisation', async () => {
  await teach('managera', customer);
  const session = (await (await clientOf(idOf('specialist')).call('GET', '/api/session')).json()) as { learned: TaughtWord[] };
  const { learned } = await clientOf(idOf('specialist')).sync();
  expect(learned).toEqual([{ ...customer, member: idOf('managera'), by: nameOf('managera'), at: '2026-10-16T01:12:33.000Z' }]);
  expect(session.learned).toEqual(learned);
  expect(await taught('m-stranger')).toEqual([]);
  expect((await clientOf('m-stranger').sync()).learned).toEqual([]);
});
