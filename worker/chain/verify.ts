// Whether the chain holds: every push follows the one before, says what it said, and has the changes it had, and every
// record is what its changes make of it. Fed page by page; knows no storage.

import { digestOf, firstLink, headDigestOf, linkOf, restDigest } from '../sync/chain.ts';
import type { DigestedChange } from '../sync/chain.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import type { SyncAnswer } from '../../domain/protocol/messages.ts';
import type { ChangeRow, PushRow, RecordRow } from './queries.ts';
import { RowCheck } from './rows.ts';
import type { RowBreak } from './rows.ts';

export interface Break {
  readonly at: string;
  readonly push: string;
  /**
   * tampered: a push says otherwise than its link. removed: a push or a change is missing. reordered: pushes stand in
   * another order. truncated: the end is missing. digest: a change says otherwise than its digest. unknown: a record that
   * comes from no change. The others are `RowBreak`'s.
   */
  readonly what: 'tampered' | 'removed' | 'reordered' | 'truncated' | 'digest' | 'unknown' | RowBreak['what'];
  readonly record?: string;
  readonly field?: string | undefined;
}

interface Known {
  readonly member: string;
  readonly device: string;
  readonly at: string;
}

export class ChainCheck {
  pushes = 0;
  changes = 0;
  erased = 0;
  readonly rows = new RowCheck();
  #last = firstLink;
  #lastPush: Known & { readonly id: string } = { id: '', member: '', device: '', at: '' };
  #broken: Break | null = null;
  /** The first push that does not follow the one before: gone is what it follows, unless that stands elsewhere. */
  #gap: (Break & { readonly prior: string }) | null = null;
  readonly #links = new Set([firstLink]);
  readonly #known = new Map<string, Known>();
  /** Digests whose changes have not been seen yet, with their push. */
  readonly #owed = new Map<string, string>();
  readonly #rests = new Set<string>();

  /** What cannot be read any more is a break like any other. */
  push(row: PushRow): Promise<void> {
    return this.#push(row).catch(() => this.#fail({ at: row.at, push: row.id, what: 'tampered' }));
  }

  change(row: ChangeRow): Promise<void> {
    return this.#change(row).catch(() => this.#fail({ at: row.at, push: row.push, what: 'digest', record: row.record }));
  }

  async #push(row: PushRow): Promise<void> {
    const { id, member, device, at, prior, link } = row;
    const digests = JSON.parse(row.digests) as string[];
    this.pushes += 1;
    this.#links.add(link);
    this.#known.set(id, { member, device, at });
    for (const digest of digests) {
      if (digest.startsWith(restDigest(''))) this.#rests.add(digest);
      else if (!digest.startsWith('push:')) this.#owed.set(digest, id);
    }
    const head = digests.find((digest) => digest.startsWith('push:'));
    if ((await linkOf({ prior, push: id, member, at, digests })) !== link) this.#fail({ at, push: id, what: 'tampered' });
    else if (prior !== this.#last) this.#gap ??= { at, push: id, what: 'removed', prior };
    else if ((head !== undefined && !(await isHeadOf(row, head))) || row.count !== (JSON.parse(row.feed) as unknown[]).length) this.#fail({ at, push: id, what: 'tampered' });
    this.#last = link;
    this.#lastPush = { id, member, device, at };
  }

  /** After the last push: `head` is what the organisation says, `kept` what a workbook kept. */
  endOfPushes(head: string, kept: string | undefined): void {
    if (this.#gap) {
      const { prior, ...gap } = this.#gap;
      this.#fail({ ...gap, what: this.#links.has(prior) ? 'reordered' : 'removed' });
    }
    const isShort = this.#last !== head || (kept !== undefined && !this.#links.has(kept));
    if (isShort) this.#fail({ at: this.#lastPush.at, push: this.#lastPush.id, what: 'truncated' });
  }

  async #change(row: ChangeRow): Promise<void> {
    this.changes += 1;
    const push = this.#known.get(row.push);
    const isOwed = this.#owed.get(row.digest) === row.push && push?.member === row.member && push.device === row.device && push.at === row.at;
    this.#owed.delete(row.digest);
    if (row.erased !== null) this.erased += 1;
    const patch = JSON.parse(row.patch ?? '{}') as Patch;
    const isTrue = (await isDigestOf(row, patch)) && (row.erased === null || this.#rests.has(restDigest(row.erased)));
    if (!isOwed || !isTrue) this.#fail({ at: row.at, push: row.push, what: 'digest', record: row.record });
    // What no workbook has sent may be a change of rights, which is no record's.
    const isOther = push?.device === '' && (row.natural === `member!${row.record}` || row.natural === `customer!${row.record}`);
    if (!isOther) this.#fail(this.rows.change(row, patch));
  }

  /** After the last change, the last of which may be `upTo`. */
  endOfChanges(upTo: number): void {
    this.#fail(this.rows.flush());
    const [missing] = this.#owed.values();
    if (missing !== undefined) this.#fail({ at: this.#known.get(missing)!.at, push: missing, what: 'removed' });
    this.#fail(this.rows.end(upTo));
  }

  record({ id, at, known }: RecordRow): void {
    if (known === 0) this.#fail({ at, push: '', what: 'unknown', record: id });
  }

  end(): Break | null {
    return this.#broken;
  }

  /** The first that is found is told; what follows is often its consequence. */
  #fail(found: Break | null): void {
    this.#broken ??= found;
  }
}

/** What stands first among its digests: of all that the push says, and of its answer where that counted already. */
async function isHeadOf(row: PushRow, digest: string): Promise<boolean> {
  if ((await headDigestOf(row)) === digest) return true;
  const { receipt, results } = JSON.parse(row.answer) as Pick<SyncAnswer, 'receipt' | 'results'>;
  const isOwn = receipt?.number === row.receipt && receipt.at === row.at && receipt.chain === row.link;
  return isOwn && (await headDigestOf(row, results)) === digest;
}

/** Whoever changes what did not count in earlier digests cannot make it pass for one: the digest that is chained is another. */
async function isDigestOf(row: ChangeRow, patch: Patch): Promise<boolean> {
  if (row.salt === null) return false;
  const change: DigestedChange = { ...row, owners: JSON.parse(row.owners) as DigestedChange['owners'], patch, salt: row.salt };
  const digest = row.erased ?? row.digest;
  return (await digestOf(change)) === digest || (await digestOf(change, true)) === digest;
}
