// What must hold once all is calm. Each finding is a sentence; none is what everybody hopes for.

import type { Look } from '../../addin/sync/look.ts';
import type { Answers } from './answers.ts';
import type { Desk } from './desk.ts';
import { differences } from './convergence.ts';
import { brokenChain } from './server.ts';
import type { Server } from './server.ts';
import { appliedTwice, swappedValues } from './storage-checks.ts';
import type { KeptTokens } from './storage-checks.ts';
import { tokensTold } from './told.ts';
import { tokensInSheets } from './tokens.ts';
import type { Tokens } from './tokens.ts';
import { unseenConflicts } from './unseen-conflicts.ts';
import { absentFrom, refusedIn, undecided, unsettledAt } from './unsettled.ts';

export interface Audited {
  readonly server: Server;
  readonly desks: readonly Desk[];
  readonly tokens: Tokens;
  readonly kept: KeptTokens;
  readonly answers: Answers;
}

export async function findings({ server, desks, tokens, kept, answers }: Audited): Promise<string[]> {
  kept.readOn();
  const open = [...undecided(server, desks), ...(await unseenConflicts(server))];
  for (const desk of desks) {
    // As this person sees it: a co-author may see less, or more.
    const { receipt } = await desk.engine.synchronise(() => {}, { audience: desk.audience });
    const look = await desk.look();
    const refused = refusedIn(receipt, look);
    open.push(...untoldOn(desk, look, kept), ...unsettledAt(desk, look, refused), ...differences(desk, look, refused, server.storage), ...absentFrom(desk, look, server));
  }
  const broken = await brokenChain(server.fetch, 'm-director');
  return [
    ...open,
    ...appliedTwice(server.storage, answers).map((value) => `taken twice: ${value}`),
    ...swappedValues(server.storage, tokens).map((value) => `swapped: ${value}`),
    ...(broken === null ? [] : [`the audit chain breaks: ${JSON.stringify(broken)}`]),
  ];
}

/** Everything in the cells is at the server, or is told to be waiting. */
function untoldOn(desk: Desk, look: Look, kept: KeptTokens): string[] {
  const told = tokensTold(look);
  return [...tokensInSheets(desk.workbook.sheets)]
    .filter((token) => !kept.has(token) && !told.has(token))
    .map((token) => `${token} stands in ${desk.name}, is not at the server and nobody is told`);
}
