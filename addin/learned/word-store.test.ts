import { describe, expect, it } from 'vitest';
import { storageOrMemory } from '../connection/session-store.ts';
import { wordStore } from './word-store.ts';
import type { Owner } from './word-store.ts';

const word = (label: string, path: string | null) => ({ form: 'customer-archive', label, path });
const taught = (label: string, path: string | null) => ({ ...word(label, path), member: 'm-1', by: '林小满', at: '2026-10-16T01:00:00Z' });
const lin: Owner = { org: { id: 'org-1' }, member: { department: 'dep-1' } };
const other: Owner = { org: { id: 'org-2' }, member: { department: 'dep-1' } };

function device() {
  const storage = storageOrMemory(() => undefined);
  let owner: Owner = lin;
  return { storage, open: () => wordStore(storage, '', () => owner), as: (next: Owner) => void (owner = next) };
}

describe("a device's words", () => {
  it('outlive the pane, and are read with before anybody signs in', () => {
    const { open, as } = device();
    open().heard([taught('甲方全称', 'customer_name')]);
    as(null);
    expect(open().words()).toMatchObject([{ label: '甲方全称', path: 'customer_name' }]);
  });

  it('stay the same list until something changes, so that what is made of them is kept', () => {
    const store = device().open();
    store.keep([word('盘子', 'budget_amount')], 'device');
    const before = store.words();
    expect(store.heard([])).toBe(false);
    expect(store.words()).toBe(before);
    expect(store.heard([taught('甲方全称', 'customer_name')])).toBe(true);
    expect(store.words()).not.toBe(before);
  });

  it("are a department's own: another organisation on the same device has others", () => {
    const { open, as } = device();
    const store = open();
    store.heard([taught('甲方全称', 'customer_name')]);
    store.keep([word('盘子', 'budget_amount')], 'unsent');
    as(other);
    expect([store.words(), store.unsent()]).toEqual([[], []]);
    as(lin);
    expect(store.words().map(({ label }) => label)).toEqual(['盘子', '甲方全称']);
  });

  it('that were taught before anybody signed in go with whoever signs in first', () => {
    const { open, as } = device();
    as(null);
    open().keep([word('盘子', 'budget_amount')], 'unsent');
    expect(open().words()).toHaveLength(1);
    as(lin);
    expect(open().unsent()).toEqual([word('盘子', 'budget_amount')]);
    as(other);
    expect(open().unsent()).toEqual([]);
  });

  it("come first: what was chosen here is read before the department's meaning, and listed in its place", () => {
    const store = device().open();
    store.heard([taught('盘子', 'expected_funds'), taught('甲方全称', 'customer_name')]);
    store.keep([word('盘子', 'budget_amount')], 'device');
    expect(store.words().find(({ label }) => label === '盘子')!.path).toBe('budget_amount');
    expect(store.all().map(({ label, path, where }) => [label, path, where])).toEqual([['盘子', 'budget_amount', 'device'], ['甲方全称', 'customer_name', 'department']]);
    store.keep([word('盘子', null)], 'unsent');
    expect(store.all().map(({ where }) => where)).toEqual(['unsent', 'department']);
    store.drop([word('盘子', null)]);
    expect(store.words().map(({ path }) => path)).toEqual(['expected_funds', 'customer_name']);
  });

  it('are none where the storage holds something else, or throws', () => {
    const { storage, open } = device();
    storage.setItem('keybook.words.org-1.dep-1', '{"department":[{"form":1}]}');
    expect(open().words()).toEqual([]);
    const broken = { getItem: () => { throw new Error('denied'); }, setItem: () => { throw new Error('denied'); }, removeItem: () => { throw new Error('denied'); } };
    const store = wordStore(broken, '', () => lin);
    store.keep([word('盘子', 'budget_amount')], 'device');
    expect(store.words()).toHaveLength(1);
  });
});
