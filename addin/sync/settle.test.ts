import { describe, expect, it } from 'vitest';
import type { Fields } from '../../domain/forms/definition.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { SyncedRecord, SyncResult } from '../../domain/protocol/messages.ts';
import { hash, ledgerEntryOf } from '../sheets/ledger-entry.ts';
import type { KnownRecord } from './known-record.ts';
import type { SyncedEntry } from './ledger.ts';
import { settle } from './settle.ts';

const form = formOf('contract')!;
const salt = 'salt';
const agreed: Fields = { contract_no: 'HT-1', customer: '千帆渡', remark: 'first' };

function known(fields: Fields, extra: Partial<SyncedEntry> | null = {}, unreadable: string[] = []): KnownRecord {
  const where = { sheet: 's1', place: { row: 3, column: 0 }, rowPlaces: {} };
  const entry = extra ? { ...ledgerEntryOf(form, { id: 'record-1', rev: 4, fields: agreed }, where, salt), ...extra } : null;
  const problems = unreadable.map((path) => ({ code: 'unreadable', path }));
  const range = { row: 3, column: 0, rows: 1, columns: 6 };
  const found = { form: form.id, sheetName: '合同台账', range, ...where, fields, cells: {}, uncertain: [], problems, tables: {} };
  return { id: 'record-1', form, found, entry };
}

function server(fields: Fields, extra: Partial<SyncedRecord> = {}): SyncedRecord {
  return {
    record: 'record-1', form: form.id, rev: 6, seq: 9, owner: 'm', customer: null, by: '周立夏', at: '', deleted: false, state: 'accepted',
    fields: fields as SyncedRecord['fields'], fieldRev: {}, masked: [], problems: [], ...extra,
  };
}

function result(extra: Partial<SyncResult> = {}): SyncResult {
  return { record: 'record-1', status: 'accepted', rev: 5, merged: 0, problems: [], conflicts: [], ...extra };
}

const nothing = { sent: [], result: undefined, server: undefined, left: false, decided: (): boolean => false } as const;

describe('settling a record', () => {
  it("lets a colleague's change into a cell that nobody touched", () => {
    const settled = settle(known(agreed), { ...nothing, server: server({ ...agreed, remark: 'theirs' }) }, salt);
    expect(settled.incoming).toMatchObject([{ path: 'remark', value: 'theirs' }]);
    expect(settled).toMatchObject({ kept: [], rev: 6 });
  });

  it('keeps a cell that was typed in, and its edit still names the rev that was seen', () => {
    const settled = settle(known({ ...agreed, remark: 'mine' }), { ...nothing, server: server({ ...agreed, remark: 'theirs' }) }, salt);
    expect(settled).toMatchObject({ incoming: [], kept: ['remark'], baseRevs: { remark: 4 } });
    expect(settled.hashes['remark']).toBe(hash('first', salt));
  });

  it('asks where what was agreed went away and came back meanwhile', () => {
    const back = server(agreed, { fieldRev: { remark: 6 } });
    expect(settle(known({ ...agreed, remark: 'mine' }), { ...nothing, server: back }, salt)).toMatchObject({ unheard: ['remark'], baseRevs: { remark: 4 } });
    const untouched = server(agreed, { fieldRev: { remark: 3 } });
    expect(settle(known({ ...agreed, remark: 'mine' }), { ...nothing, server: untouched }, salt)).toMatchObject({ unheard: [], baseRevs: {} });
  });

  it('asks about a value that a colleague has emptied, where nothing was ever agreed', () => {
    const { remark: _gone, ...emptied } = agreed;
    const twin = { ...nothing, result: result({ status: 'duplicate', duplicateOf: 'record-9' }), server: server(emptied, { record: 'record-9', fieldRev: { remark: 5 } }) };
    expect(settle(known(agreed, null), twin, salt)).toMatchObject({ kept: ['remark'], baseRevs: { remark: 0 } });
  });

  it('sends what is typed into a record that a snapshot did not bring, and nothing of one that left', () => {
    expect(settle(known(agreed), { ...nothing, absent: true }, salt)).toMatchObject({ gone: true, deleted: true });
    expect(settle(known(agreed), { ...nothing, left: true, absent: true }, salt)).toMatchObject({ gone: true, deleted: false });
  });

  it('holds a value that lost, so that it is not sent again as it is', () => {
    const lost = result({ rev: 6, conflicts: [{ id: 'conflict-1', path: 'remark' }] });
    const sent = [{ kind: 'edit', record: 'record-1', path: 'remark', baseRev: 4, to: 'mine' }] as const;
    const settled = settle(known({ ...agreed, remark: 'mine' }), { ...nothing, sent, result: lost, server: server({ ...agreed, remark: 'theirs' }) }, salt);
    expect(settled).toMatchObject({ kept: ['remark'], held: { remark: hash('mine', salt) }, baseRevs: { remark: 6 } });
  });

  it('of a ledger in doubt agrees to what was sent only where the cell says it too', () => {
    const sent = [{ kind: 'edit', record: 'record-1', path: 'remark', baseRev: 4, to: 'sealed' }] as const;
    const answered = { ...nothing, sent, result: result(), server: server({ ...agreed, remark: 'sealed' }, { fieldRev: { remark: 5 } }), isDoubtful: true };
    expect(settle(known(agreed), answered, salt)).toMatchObject({ incoming: [{ path: 'remark', value: 'sealed' }], kept: [] });
    expect(settle(known({ ...agreed, remark: 'another' }), answered, salt)).toMatchObject({ incoming: [], kept: ['remark'], baseRevs: { remark: 4 } });
    expect(settle(known(agreed), { ...answered, isDoubtful: false }, salt)).toMatchObject({ incoming: [], kept: ['remark'], baseRevs: {} });
  });

  it('agrees that a cell is empty, where nothing but a value that lost is remembered of it', () => {
    const { remark: _gone, ...emptied } = agreed;
    const { remark: _none, ...hashes } = known(agreed).entry!.hashes;
    const losing = { hashes, held: { remark: hash('mine', salt) }, baseRevs: { remark: 5 } };
    const { held, baseRevs, incoming, kept } = settle(known(emptied, losing), { ...nothing, server: server(emptied) }, salt);
    expect([held, baseRevs, incoming, kept]).toEqual([{}, {}, [], []]);
  });

  it('holds what a row says whose record is known and out of sight, and compares it once the record comes', () => {
    const sent = [{ kind: 'create', record: 'record-1', form: form.id, fields: agreed as never }] as const;
    const hidden = { ...nothing, sent, left: true, result: result({ status: 'duplicate', rev: 0, duplicateOf: 'record-9', hidden: true }) };
    const settled = settle(known(agreed, null), hidden, salt);
    expect(settled).toMatchObject({ id: 'record-9', rev: 0, gone: true, deleted: false, unsent: false, missed: false });
    expect([settled.hashes, settled.held['remark']]).toEqual([{}, hash('first', salt)]);
    const back = settle(known(agreed, { rev: 0, gone: true, hashes: {}, held: settled.held }), { ...nothing, server: server({ ...agreed, remark: 'theirs' }) }, salt);
    expect([back.gone, back.held, back.kept, back.baseRevs]).toEqual([false, {}, ['remark'], { remark: 0 }]);
  });

  it('lets what stands over a value that lost once the conflict is decided, and not over what was typed since', () => {
    const losing = { held: { remark: hash('mine', salt) }, baseRevs: { remark: 5 } };
    const decided = { ...nothing, decided: (path: string) => path === 'remark', server: server({ ...agreed, remark: 'theirs' }) };
    expect(settle(known({ ...agreed, remark: 'mine' }, losing), decided, salt)).toMatchObject({ incoming: [{ path: 'remark', value: 'theirs' }], held: {}, missed: false });
    expect(settle(known({ ...agreed, remark: 'typed since' }, losing), decided, salt)).toMatchObject({ incoming: [], kept: ['remark'], baseRevs: { remark: 5 } });
    expect(settle(known({ ...agreed, remark: 'mine' }, losing), { ...decided, server: undefined }, salt)).toMatchObject({ incoming: [], missed: true });
  });

  it('agrees what was taken', () => {
    const sent = [{ kind: 'edit', record: 'record-1', path: 'remark', baseRev: 4, to: 'mine' }] as const;
    const settled = settle(known({ ...agreed, remark: 'mine' }), { ...nothing, sent, result: result() }, salt);
    expect(settled).toMatchObject({ rev: 5, incoming: [], kept: [] });
    expect(settled.hashes['remark']).toBe(hash('mine', salt));
  });

  it('agrees what was taken as of then, where a co-author has heard of what came after', () => {
    const edit = { kind: 'edit', record: 'record-1', path: 'remark', baseRev: 3, to: 'mine' } as const;
    const late = { ...nothing, sent: [edit], result: result({ rev: 5 }) };
    const wentOn = known({ ...agreed, remark: 'mine' }, { rev: 6, baseRevs: { remark: 3 } });
    expect(settle(wentOn, late, salt)).toMatchObject({ rev: 6, baseRevs: { remark: 5 }, hashes: { remark: hash('mine', salt) } });
    expect(settle(wentOn, { ...late, server: server({ ...agreed, remark: 'theirs' }, { fieldRev: { remark: 6 } }) }, salt)).toMatchObject({ incoming: [{ path: 'remark', value: 'theirs' }] });
    expect(settle(wentOn, { ...late, server: server({ ...agreed, remark: 'mine' }) }, salt)).toMatchObject({ baseRevs: {} });
  });

  it('leaves everything pending where the push was rejected', () => {
    const sent = [{ kind: 'edit', record: 'record-1', path: 'remark', baseRev: 4, to: 'mine' }] as const;
    const settled = settle(known({ ...agreed, remark: 'mine' }), { ...nothing, sent, result: result({ status: 'rejected' }) }, salt);
    expect(settled.rev).toBe(4);
    expect(settled.hashes['remark']).toBe(hash('first', salt));
  });

  it('never empties a cell because its field is masked, and never writes an unreadable one', () => {
    const hidden = server({ contract_no: 'HT-1', remark: 'theirs' }, { masked: ['customer'] });
    const settled = settle(known(agreed, {}, ['remark']), { ...nothing, server: hidden }, salt);
    expect(settled).toMatchObject({ incoming: [], kept: ['remark'] });
  });

  it('adopts a record of the same key: equal is agreed, empty is filled, other values ask from rev 0', () => {
    const mine = { contract_no: 'HT-1', customer: '千帆渡（新）' };
    const theirs = server({ ...agreed, customer: '千帆渡' }, { record: 'record-9' });
    const settled = settle(known(mine, null), { ...nothing, result: result({ status: 'duplicate', duplicateOf: 'record-9' }), server: theirs }, salt);
    expect(settled).toMatchObject({ id: 'record-9', kept: ['customer'], baseRevs: { customer: 0 }, unsent: false });
    expect(settled.incoming.map((change) => change.path)).toEqual(['remark']);
    expect(settled.hashes['customer']).not.toBe(hash('千帆渡（新）', salt));
  });

  it('puts an append-only record back, whatever was typed', () => {
    const restoring = result({ status: 'rejected', restore: true });
    const settled = settle(known({ ...agreed, remark: 'mine' }), { ...nothing, result: restoring, server: server(agreed) }, salt);
    expect(settled.incoming).toMatchObject([{ path: 'remark', value: 'first' }]);
  });

  it('empties the cells of a record deleted elsewhere, unless somebody typed in one of them', () => {
    const settled = settle(known(agreed), { ...nothing, server: server({}, { deleted: true }) }, salt);
    expect(settled.incoming.map((change) => [change.path, change.value])).toEqual([['contract_no', null], ['customer', null], ['remark', null]]);
    const typedIn = settle(known({ ...agreed, remark: 'mine' }), { ...nothing, server: server({}, { deleted: true }) }, salt);
    expect(typedIn).toMatchObject({ incoming: [], kept: ['remark'], gone: true });
  });

  it('empties the row of a deleted record once the Worker finds nothing new in it, and not while it does', () => {
    const typed = known({ ...agreed, remark: 'typed' }, { gone: true, deleted: true });
    const sent = [{ kind: 'edit' as const, record: 'record-1', path: 'remark', baseRev: 4, to: 'typed' }];
    const same = settle(typed, { ...nothing, sent, result: result({ status: 'unchanged' }) }, salt);
    expect(same.incoming.map(({ path, value, agreedBefore }) => [path, value, agreedBefore === hash('typed', salt)])).toEqual([['contract_no', null, false], ['customer', null, false], ['remark', null, false]]);
    const conflicts = [{ id: 'cf-1', path: 'remark' }];
    expect(settle(typed, { ...nothing, sent, result: result({ status: 'unchanged', conflicts }) }, salt).incoming).toEqual([]);
    expect(settle(known(agreed), { ...nothing, sent: [], result: result({ status: 'unchanged' }) }, salt).incoming).toEqual([]);
  });

  it('holds a value that the sender may not set, instead of taking it for agreed', () => {
    const sent = [{ kind: 'edit', record: 'record-1', path: 'remark', baseRev: 4, to: 'mine' }] as const;
    const held = result({ status: 'unchanged', rev: 4, problems: [{ code: 'field-not-yours', path: 'remark' }] });
    const settled = settle(known({ ...agreed, remark: 'mine' }), { ...nothing, sent, result: held }, salt);
    expect(settled.hashes['remark']).toBe(hash('first', salt));
    expect(settled.held).toEqual({ remark: hash('mine', salt) });
  });

  it('takes back a record that is visible again', () => {
    expect(settle(known(agreed, { gone: true }), { ...nothing, server: server(agreed) }, salt).gone).toBe(false);
  });

  it('leaves the cells of a record that is no longer visible', () => {
    expect(settle(known(agreed), { ...nothing, left: true }, salt)).toMatchObject({ incoming: [], gone: true });
  });
});
