import { describe, expect, it } from 'vitest';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import { storageOrMemory } from '../connection/session-store.ts';
import { PaneError } from '../panes/services.ts';
import { teachingOver } from './teaching.ts';
import { wordStore } from './word-store.ts';

const word = (label: string, path: string | null = 'grade'): LearnedWord => ({ form: 'customer-archive', label, path });

function desk(refusal: () => PaneError | null = () => null, isSignedIn = true) {
  const store = wordStore(storageOrMemory(() => undefined), '', () => ({ org: { id: 'org-1' }, member: { department: 'dep-1' } }));
  const sent: string[][] = [];
  const department = new Map<string, LearnedWord>();
  const connection = {
    teach: async (words: readonly LearnedWord[]) => {
      const error = refusal();
      if (error) throw error;
      sent.push(words.map(({ label }) => label));
      const kept = words.filter(({ label, path }) => department.has(label) && department.get(label)!.path !== path);
      for (const entry of words) if (!department.has(entry.label)) department.set(entry.label, entry);
      return { words: [...department.values()].map((entry) => ({ ...entry, member: 'm', by: '', at: '' })), kept };
    },
    takeBack: async ({ label }: { label: string }) => {
      const error = refusal();
      if (error) throw error;
      if (!department.delete(label)) throw new PaneError({ code: 'not-found', status: 404 });
    },
  };
  return { store, sent, department, teaching: teachingOver(connection, store, () => isSignedIn) };
}

describe('teaching', () => {
  it('goes to the department, however many words', async () => {
    const { store, sent, teaching } = desk();
    const words = Array.from({ length: 130 }, (_, place) => word(`标签${place}`));
    expect(await teaching.teach(words, true)).toEqual({ saved: 'department', kept: [] });
    expect(sent.map((part) => part.length)).toEqual([100, 30]);
    expect([store.words().length, store.unsent().length]).toEqual([130, 0]);
  });

  it("leaves a colleague's word as it is, and reads with that", async () => {
    const { store, department, teaching } = desk();
    department.set('盘子', word('盘子', 'expected_funds'));
    expect(await teaching.teach([word('盘子'), word('甲方')], true)).toEqual({ saved: 'department', kept: ['盘子'] });
    expect(store.words().map(({ path }) => path)).toEqual(['expected_funds', 'grade']);
  });

  it('stays on the device where it is not shared', async () => {
    const { store, sent, teaching } = desk();
    expect(await teaching.teach([word('盘子')], false)).toEqual({ saved: 'device', kept: [] });
    expect([sent, store.unsent(), store.words().length]).toEqual([[], [], 1]);
  });

  it.each([['offline', undefined], ['timeout', undefined], ['busy', 503], ['token-expired', 401]])('waits for the next sync where the server says %s', async (code, status) => {
    let isOut = true;
    const { store, sent, teaching } = desk(() => (isOut ? new PaneError({ code, ...(status === undefined ? {} : { status }) }) : null));
    expect(await teaching.teach([word('盘子')], true)).toEqual({ saved: 'unsent', kept: [] });
    await teaching.sendUnsent();
    expect(store.unsent()).toHaveLength(1);
    isOut = false;
    await teaching.sendUnsent();
    expect([sent, store.unsent(), store.words().length]).toEqual([[['盘子']], [], 1]);
  });

  it('waits for a sign-in, and is never sent by who is not signed in', async () => {
    const { sent, store, teaching } = desk(() => null, false);
    expect(await teaching.teach([word('盘子')], true)).toMatchObject({ saved: 'unsent' });
    expect([sent, store.unsent().length]).toEqual([[], 1]);
  });

  it('that is refused is said and not kept; what waited and is refused stays on the device', async () => {
    let isOut = true;
    const { store, teaching } = desk(() => new PaneError(isOut ? { code: 'offline' } : { code: 'role-lacks-right', status: 403 }));
    await teaching.teach([word('盘子')], true);
    isOut = false;
    await expect(teaching.teach([word('甲方')], true)).rejects.toMatchObject({ failure: { code: 'role-lacks-right' } });
    await teaching.sendUnsent();
    expect(store.all()).toEqual([{ ...word('盘子'), where: 'device' }]);
  });
});

describe('taking back', () => {
  it("is the device's own matter, or the department's; a word that is gone already is gone", async () => {
    const { store, department, teaching } = desk();
    await teaching.teach([word('盘子'), word('甲方')], true);
    await teaching.teach([word('备案号', null)], false);
    await teaching.takeBack({ ...word('备案号', null), where: 'device' });
    await teaching.takeBack({ ...word('盘子'), where: 'department' });
    expect([...department.keys()]).toEqual(['甲方']);
    department.clear();
    await teaching.takeBack({ ...word('甲方'), where: 'department' });
    expect(store.words()).toEqual([]);
  });

  it('out of reach of the server changes nothing of the department', async () => {
    let isOut = false;
    const { store, teaching } = desk(() => (isOut ? new PaneError({ code: 'offline' }) : null));
    await teaching.teach([word('盘子')], true);
    isOut = true;
    await expect(teaching.takeBack({ ...word('盘子'), where: 'department' })).rejects.toMatchObject({ failure: { code: 'offline' } });
    expect(store.words()).toHaveLength(1);
  });
});
