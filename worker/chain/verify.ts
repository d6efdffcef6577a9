// Whether the chain holds: every push follows the one before, says what it said, and has the changes it had. Fed page by
// page; knows no storage.

import { digestOf, firstLink, headDigestOf, linkOf, restDigest } from '../sync/chain.ts';
import type { ChangeRow, PushRow } from './queries.ts';

export interface Break {
  readonly at: string;
  readonly push: string;
  /**
   * tampered: a push says otherwise than its link. removed: a push or a change is missing. reordered: pushes stand in
   * another order. truncated: the end is missing. digest: a change says otherwise than its digest.
   */
  readonly what: 'tampered' | 'removed' | 'reordered' | 'truncated' | 'digest';
}

interface Known {
  readonly member: string;
  readonly at: string;
}

export class ChainCheck {
  pushes = 0;
  changes = 0;
  erased = 0;
  #last = firstLink;
  #lastPush: Known & { readonly id: string } = { id: '', member: '', at: '' };
  #broken: Break | null = null;
  /** The first push that does not follow the one before: gone is what it follows, unless that stands elsewhere. */
  #gap: (Break & { readonly prior: string }) | null = null;
  readonly #links = new Set([firstLink]);
  readonly #known = new Map<string, Known>();
  /** Digests whose changes have not been seen yet, with their push. */
  readonly #owed = new Map<string, string>();
  readonly #rests = new Set<string>();

  async push(row: PushRow): Promise<void> {
    const { id, member, at, prior, link } = row;
    const digests = JSON.parse(row.digests) as string[];
    this.pushes += 1;
    this.#links.add(link);
    this.#known.set(id, { member, at });
    for (const digest of digests) {
      if (digest.startsWith(restDigest(''))) this.#rests.add(digest);
      else if (!digest.startsWith('push:')) this.#owed.set(digest, id);
    }
    const head = digests.find((digest) => digest.startsWith('push:'));
    if ((await linkOf({ prior, push: id, member, at, digests })) !== link) this.#fail({ at, push: id, what: 'tampered' });
    else if (prior !== this.#last) this.#gap ??= { at, push: id, what: 'removed', prior };
    else if (head !== undefined && (await headDigestOf(row)) !== head) this.#fail({ at, push: id, what: 'tampered' });
    this.#last = link;
    this.#lastPush = { id, member, at };
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

  async change(row: ChangeRow): Promise<void> {
    this.changes += 1;
    const push = this.#known.get(row.push);
    const isOwed = this.#owed.get(row.digest) === row.push && push?.member === row.member && push.at === row.at;
    this.#owed.delete(row.digest);
    if (row.erased !== null) this.erased += 1;
    const said = row.salt === null ? '' : await digestOf({ ...row, patch: JSON.parse(row.patch ?? '{}'), salt: row.salt });
    const isTrue = row.erased === null ? said === row.digest : said === row.erased && this.#rests.has(restDigest(row.erased));
    if (!isOwed || !isTrue) this.#fail({ at: row.at, push: row.push, what: 'digest' });
  }

  end(): Break | null {
    const [missing] = this.#owed.values();
    if (missing !== undefined) this.#fail({ at: this.#known.get(missing)!.at, push: missing, what: 'removed' });
    return this.#broken;
  }

  /** The first that is found is told; what follows is often its consequence. */
  #fail(found: Break): void {
    this.#broken ??= found;
  }
}
