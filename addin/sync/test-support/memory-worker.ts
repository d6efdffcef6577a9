// Test support: a Worker in memory that follows the protocol's plain path (rights, books and audit left out), with faults
// to switch on. The real one is proved in worker/ and in the browser test.

import { pathsOf, readPath, writePath } from '../../../domain/forms/fields.ts';
import type { Fields, Path, Value } from '../../../domain/forms/definition.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import type { TaughtWord } from '../../../domain/protocol/learned-words.ts';
import { deletedPath, mergeEdits } from '../../../domain/protocol/merge.ts';
import type { PathEdit } from '../../../domain/protocol/merge.ts';
import { limits } from '../../../domain/protocol/messages.ts';
import type { LookupAnswer, LookupRequest, Mutation, SignInAnswer, SyncAnswer, SyncedRecord, SyncRequest, SyncResult } from '../../../domain/protocol/messages.ts';
import { unpacked } from '../../../domain/protocol/packing.ts';
import { decideConflict, keepConflict, openConflicts } from './memory-conflicts.ts';
import type { KeptConflict } from './memory-conflicts.ts';
import { historyOf, newsAfter } from './memory-feed.ts';
import type { FeedEntry } from './memory-feed.ts';
import { keyOf, twinAmong, wireOf } from './memory-records.ts';
import type { StoredRecord } from './memory-records.ts';
import { refusal, teachIn } from './memory-words.ts';

export type Fault = 'offline' | 'answer-lost' | 'unavailable';

export class MemoryWorker {
  readonly records = new Map<string, StoredRecord>();
  readonly conflicts: KeptConflict[] = [];
  /** Every value that a path ever took. */
  readonly history: { record: string; path: Path; value: unknown }[] = [];
  readonly requests: SyncRequest[] = [];
  readonly faults: Fault[] = [];
  readonly org: string;
  pageSize = 400;
  /** What happens just when an answer is on its way. */
  onAnswered: () => void = () => {};
  /** What a member may not see; by default everything is seen. */
  hides: (member: string, record: StoredRecord) => boolean = () => false;
  /** Why a record is not taken; by default every one is. */
  refuses: (mutations: readonly Mutation[]) => string | null = () => null;
  /** For whom every workbook is. */
  audience: SyncAnswer['audience'] = { kind: 'department', id: 'department-1' };
  #seq = 0;
  readonly #feed: FeedEntry[] = [];
  #receipts = 0;
  readonly #answers = new Map<string, { body: string; answer: SyncAnswer }>();
  readonly #seen = new Map<string, Set<string>>();

  readonly learned: TaughtWord[] = [];
  today = '2026-11-20';
  /** What is wrong with a record's content, by record. */
  readonly problems = new Map<string, SyncedRecord['problems']>();

  constructor(org = 'org-0001') {
    this.org = org;
  }

  signIn(name: string): SignInAnswer {
    const member = { id: `member-${name.codePointAt(0)}`, name, post: '客户经理', roles: ['manager'], department: 'department-1', departmentName: '大客户部' };
    return { token: `token-${encodeURIComponent(name)}`, expiresAt: '2027-01-01T00:00:00Z', member, org: { id: this.org, name: '示例公司' }, today: this.today, learned: this.learned };
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const fault = this.faults.shift();
    if (fault === 'offline') throw new TypeError('fetch failed');
    if (fault === 'unavailable') return refusal(503, 'unavailable');
    const name = decodeURIComponent(new Headers(init.headers).get('authorization')?.replace('Bearer token-', '') ?? '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    if (address.endsWith('/api/sign-in')) return Response.json(this.signIn((body as { code: string }).code));
    if (!name) return refusal(401, 'unauthorized');
    if (address.endsWith('/api/session')) {
      const { token: _secret, ...session } = this.signIn(name);
      return Response.json(session);
    }
    if (address.endsWith('/api/records/lookup')) return Response.json(this.lookup(name, body as LookupRequest));
    if (address.includes('/api/learned-words')) return teachIn(this.learned, name, address, init);
    if (address.includes('/api/news?')) {
      const news = newsAfter(this.#feed, Number(new URL(address, 'http://worker').searchParams.get('cursor')), (record) => this.records.get(record)?.fields ?? {});
      return news ? Response.json(news) : new Response(null, { status: 204 });
    }
    if (init.method === 'GET' && address.includes('/api/records/')) return this.#told(name, decodeURIComponent(address.split('/').at(-1)!.split('?')[0]!));
    if (!address.endsWith('/api/sync')) return refusal(404, 'not-found');
    if (typeof init.body === 'string' && init.body.length > limits.bodyBytes) return refusal(413, 'body-too-large');
    const answer = this.sync(name, unpacked(body) as SyncRequest);
    this.onAnswered();
    if (fault === 'answer-lost') throw new TypeError('fetch failed');
    return answer instanceof Response ? answer : Response.json(answer);
  };

  sync(member: string, request: SyncRequest): SyncAnswer | Response {
    this.requests.push(structuredClone(request));
    const known = request.push ? this.#answers.get(request.push.id) : undefined;
    const body = JSON.stringify(request.push);
    if (known && known.body !== body) return refusal(422, 'push-changed');
    const results = known ? known.answer.results : this.#results(member, request.push?.mutations ?? []);
    if (results instanceof Response) return results;
    const receipt = known ? known.answer.receipt : request.push ? this.#receipt() : null;
    const pulled = this.#pull(member, request);
    const restored = results.flatMap((result) => (result.restore ? [wireOf(this.records.get(result.record)!)] : []));
    const answer: SyncAnswer = { ...pulled, changes: [...pulled.changes, ...restored], receipt, results };
    if (request.push && !known) this.#answers.set(request.push.id, { body, answer });
    return answer;
  }

  readonly lookups: LookupRequest[] = [];

  lookup(member: string, request: LookupRequest): LookupAnswer {
    this.lookups.push(structuredClone(request));
    const { cursor, scope, today } = this.#pull(member, { workbook: 'lookup', cursor: this.#seq } as SyncRequest);
    const records = request.records.map(({ record, form, fields }): LookupAnswer['records'][number] => {
      const own = this.records.get(record);
      const found = own && !own.deleted ? own : twinAmong(this.records.values(), form, fields);
      return found && !this.hides(member, found) ? { record, is: 'known', as: found.id, rev: found.rev, by: found.by, at: '' } : { record, is: 'new' };
    });
    return { records, cursor, scope, today };
  }

  /** A colleague's change from somewhere else. */
  edit(record: string, path: Path, value: Parameters<typeof writePath>[2], by = '周立夏'): void {
    const stored = this.records.get(record)!;
    this.#touch(stored, by, 'edit', { [path]: [readPath(stored.fields, path) ?? null, value] });
    stored.fields = writePath(stored.fields, path, value);
    stored.fieldRev[path] = stored.rev;
  }

  create(form: string, id: string, fields: Fields, by = '周立夏'): void {
    const stored: StoredRecord = { id, form, rev: 0, seq: 0, by, fields, fieldRev: {}, deleted: false, masked: [] };
    this.#touch(stored, by, 'create', Object.fromEntries(pathsOf(fields).map(([path, to]) => [path, [null, to]])));
    for (const [path] of pathsOf(fields)) stored.fieldRev[path] = 1;
    this.records.set(id, stored);
  }

  remove(record: string, by = '周立夏'): void {
    const stored = this.records.get(record)!;
    this.#touch(stored, by, 'delete', { '@deleted': [false, true] });
    stored.deleted = true;
  }

  #touch(stored: StoredRecord, by: string, kind: FeedEntry['kind'], patch: FeedEntry['patch']): void {
    this.#seq += 1;
    this.#feed.push({ seq: this.#seq, record: stored.id, form: stored.form, by, kind, patch });
    stored.rev += 1;
    stored.seq = this.#seq;
    stored.by = by;
  }

  #receipt(): SyncAnswer['receipt'] {
    this.#receipts += 1;
    return { number: `R-${this.#receipts}`, at: '2026-11-20T10:00:00Z', chain: 'c'.repeat(16) };
  }

  #results(member: string, mutations: readonly Mutation[]): SyncResult[] | Response {
    const byRecord = Map.groupBy(mutations, (mutation) => mutation.record);
    if (byRecord.size > limits.records) return refusal(422, 'too-many-records');
    return [...byRecord].map(([record, ofRecord]) => this.#merge(member, record, ofRecord));
  }

  #merge(member: string, record: string, mutations: readonly Mutation[]): SyncResult {
    const result: SyncResult = { record, status: 'accepted', rev: 0, merged: 0, problems: [], conflicts: [] };
    const code = this.refuses(mutations);
    if (code !== null) return { ...result, status: 'rejected', problems: [{ code, path: '' }] };
    const create = mutations.find((mutation) => mutation.kind === 'create');
    if (create) {
      const twin = twinAmong(this.records.values(), create.form, create.fields);
      if (twin && !create.distinct) return { ...result, status: 'duplicate', duplicateOf: twin.id };
      this.create(create.form, record, create.fields, member);
      return { ...result, rev: 1 };
    }
    const stored = this.records.get(record);
    if (!stored || this.hides(member, stored)) return { ...result, status: 'rejected', problems: [{ code: 'not-found', path: '' }] };
    if (formOf(stored.form)?.appendOnly) {
      return { ...result, rev: stored.rev, status: 'rejected', problems: [{ code: 'append-only', path: '' }], restore: true };
    }
    return this.#apply(member, stored, mutations, result);
  }

  /** By the merge of the real Worker. */
  #apply(member: string, stored: StoredRecord, mutations: readonly Mutation[], result: SyncResult): SyncResult {
    const decisions = mutations.flatMap((mutation) => (mutation.kind === 'decide' ? [mutation] : []));
    const unheard = decisions.flatMap((decision) => this.#decide(member, stored, decision));
    const edits = mutations.flatMap((mutation): PathEdit[] => {
      if (mutation.kind === 'edit') return [{ path: mutation.path, baseRev: mutation.baseRev, to: mutation.to }];
      return mutation.kind === 'delete' || mutation.kind === 'restore' ? [{ path: deletedPath, baseRev: mutation.baseRev, to: mutation.kind === 'delete' }] : [];
    });
    const { rev, fieldRev, ...standing } = stored;
    const { patch, lost, fields, revs, deleted } = mergeEdits({ ...standing, rev, revs: fieldRev }, edits);
    const isChanged = Object.keys(patch).length > 0;
    if (isChanged) {
      this.#touch(stored, member, deletedPath in patch ? (deleted ? 'delete' : 'restore') : 'edit', patch);
      Object.assign(stored, { fields, deleted, fieldRev: { ...revs } });
      for (const [path, [, value]] of Object.entries(patch)) this.history.push({ record: stored.id, path, value });
    }
    const conflicts = [...unheard, ...lost.map(({ path, to }) => ({ id: keepConflict(this.conflicts, stored.id, path, to as Parameters<typeof keepConflict>[3], member), path }))];
    const merged = edits.filter((edit) => edit.path in patch && edit.baseRev < rev).length;
    return { ...result, rev: stored.rev, merged, conflicts, status: isChanged || conflicts.length + decisions.length > 0 ? 'accepted' : 'unchanged' };
  }

  #decide(member: string, stored: StoredRecord, decision: Extract<Mutation, { kind: 'decide' }>): SyncResult['conflicts'] {
    const touch = (path: Path, from: Value | null): void => this.#touch(stored, member, 'decide', { [path]: [from, decision.to] });
    const path = decideConflict(this.conflicts, stored, decision, touch);
    if (path === null) return [{ id: decision.conflict, path: this.conflicts.find(({ id }) => id === decision.conflict)!.path }];
    this.history.push({ record: stored.id, path, value: decision.to });
    return [];
  }

  /** GET /api/records/:id. */
  #told(member: string, id: string): Response {
    const stored = this.records.get(id);
    if (!stored || this.hides(member, stored)) return refusal(404, 'not-found');
    const conflicts = this.conflicts.filter((conflict) => conflict.record === id).map(({ isDecided, ...conflict }) => ({ ...conflict, at: '2026-11-20T10:00:00Z', decided: isDecided ? this.#seq : null, baseRev: 0, theirs: 0, decidedBy: '', decidedAt: '' }));
    return Response.json({ record: { ...wireOf(stored), label: keyOf(formOf(stored.form)!, stored.fields) }, history: historyOf(this.#feed, id), conflicts });
  }

  #pull(member: string, request: SyncRequest): SyncAnswer {
    const scope = `scope-${member}-${this.hides.toString().length}`;
    const isSnapshot = request.cursor === 0 || request.scope !== scope || request.after != null;
    const visible = [...this.records.values()].filter((record) => !this.hides(member, record));
    const [before, after] = request.after ? [Number(request.after.split('.')[0]), request.after.split('.')[1]!] : [request.cursor, ''];
    const isTold = (record: StoredRecord): boolean => !record.deleted || (before > 0 && record.seq > before);
    const wanted = isSnapshot
      ? visible.filter((record) => isTold(record) && record.id > after).sort((a, b) => (a.id < b.id ? -1 : 1))
      : visible.filter((record) => record.seq > request.cursor).sort((a, b) => a.seq - b.seq);
    const page = wanted.slice(0, this.pageSize);
    const more = page.length < wanted.length;
    const last = page[page.length - 1];
    const seen = this.#seen.get(request.workbook) ?? new Set();
    this.#seen.set(request.workbook, seen);
    for (const record of page) seen.add(record.id);
    const left = [...seen].filter((id) => !visible.some((record) => record.id === id));
    for (const id of left) seen.delete(id);
    return {
      protocol: 1,
      receipt: null,
      results: [],
      changes: page.map((record) => wireOf(record, this.problems.get(record.id))),
      snapshot: isSnapshot,
      more,
      after: isSnapshot && more ? `${before}.${last!.id}` : null,
      left,
      roster: { org: { id: this.org, name: '示例公司', department: '大客户部' }, members: [], customers: [] },
      audience: this.audience,
      cursor: request.after ? request.cursor : more && !isSnapshot ? last!.seq : this.#seq,
      scope,
      chain: 'c'.repeat(16),
      today: this.today,
      learned: this.learned,
      conflicts: openConflicts(this.conflicts, (id) => this.records.get(id)!).filter(({ record }) => !this.hides(member, this.records.get(record)!)),
    };
  }
}
