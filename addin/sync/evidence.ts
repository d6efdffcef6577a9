// Evidence for what is asked: `_keybook` holds no values, so what a pane has not seen of a record it asks the Worker for.
// Nothing waits for it: where nobody answers, the question says where the record lay and which fields differ.

import type { Fields } from '../../domain/forms/definition.ts';
import type { Connection } from '../connection/client.ts';

/** More are not looked at side by side at once. */
const asked = 20;

export class EvidenceOf {
  readonly #tried = new Set<string>();
  readonly #connection: Pick<Connection, 'get'>;

  constructor(connection: Pick<Connection, 'get'>) {
    this.#connection = connection;
  }

  /** Each record is asked for once. */
  async recall(records: readonly string[], found: (record: string, fields: Fields) => void): Promise<void> {
    const due = records.filter((record) => !this.#tried.has(record)).slice(0, asked);
    for (const record of due) this.#tried.add(record);
    const answers = await Promise.allSettled(due.map((record) => this.#connection.get<{ readonly record: { readonly fields: Fields } }>(`/api/records/${encodeURIComponent(record)}`)));
    answers.forEach((answer, turn) => {
      if (answer.status === 'fulfilled') found(due[turn]!, answer.value.record.fields);
      else this.#tried.delete(due[turn]!);
    });
  }
}
