// How the people of the simulation answer what the pane asks: by chance where both answers make sense, and by what stands
// there where a person would know.

import type { Mutation } from '../../domain/protocol/messages.ts';
import type { SyncWishes } from '../../addin/panes/services.ts';
import type { MatchQuestion } from '../../addin/sheets/match/match-groups.ts';
import type { Look } from '../../addin/sync/look.ts';
import type { Random } from './random.ts';
import type { KeptTokens, Storage } from './storage-checks.ts';
import { tagIn, tokensInValue } from './tokens.ts';

export class Answers {
  /** Records that a person found again in cells which said something else. */
  readonly saidToBeSame = new Set<string>();
  /** Values that a person put back, as `record path token`. */
  readonly restored = new Set<string>();
  readonly #calledNew = new Set<string>();
  readonly #random: Random;
  readonly #storage: Storage;
  readonly #kept: KeptTokens;

  constructor(random: Random, storage: Storage, kept: KeptTokens) {
    this.#random = random;
    this.#storage = storage;
    this.#kept = kept;
  }

  /** What is asked for in the pane is meant. */
  meant(mutations: readonly Mutation[]): void {
    for (const mutation of mutations) {
      if (mutation.kind === 'edit') for (const token of tokensInValue(mutation.to)) this.restored.add(`${mutation.record} ${mutation.path} ${token}`);
    }
  }

  /** `all`: else some are left for later. */
  to({ deletions, questions }: Look, all: boolean): Required<Pick<SyncWishes, 'deletions' | 'answers'>> {
    const isAnswered = (): boolean => all || this.#random.chance(70);
    const sorted = deletions.filter(isAnswered).map(({ record }) => ({ record, how: this.#random(3) }));
    const of = (how: number): string[] => sorted.filter((one) => one.how === how).map(({ record }) => record);
    const answers = questions.filter(isAnswered).map((question) => ({ id: question.id, record: this.#answer(question) }));
    return { deletions: { confirmed: of(0), keep: of(1), leftOut: of(2) }, answers };
  }

  /** The person knows which record a row is: the tag says it. */
  #answer({ id, kind, record, candidates }: MatchQuestion): string {
    const tag = tagIn(record.fields);
    const [same, ...twins] = candidates.filter((entry) => {
      const [row] = this.#storage.rows<{ fields: string }>('SELECT fields FROM record WHERE id = ?', entry.record);
      return row !== undefined && tagIn(JSON.parse(row.fields) as object) === tag;
    });
    if (kind === 'copy') return this.#copyOrNew(id);
    if (same === undefined) return 'new';
    // What says nothing of its own is an old copy; else the person means what stands here, also where it is older.
    this.#kept.readOn();
    if (tokensInValue(record.fields).every((token) => this.#kept.has(token))) return 'copy';
    // Whoever says which of two a row is says of the other row of the key that it is the other.
    for (const { record: said } of [same, ...twins]) this.saidToBeSame.add(said);
    return same.record;
  }

  /** What is asked again was not taken as new: the person has not the right to it. */
  #copyOrNew(question: string): string {
    if (this.#calledNew.has(question)) return 'copy';
    const answer = this.#random.pick(['copy', 'new']);
    if (answer === 'new') this.#calledNew.add(question);
    return answer;
  }
}
