// What must hold once all is calm. Each finding is a sentence; none is what everybody hopes for.

import type { Desk } from './desk.ts';
import { differences } from './convergence.ts';
import { brokenChain } from './server.ts';
import type { Server } from './server.ts';
import { swappedValues } from './storage-checks.ts';
import type { KeptTokens } from './storage-checks.ts';
import { tokensTold } from './told.ts';
import { tokensInSheets } from './tokens.ts';
import type { Tokens } from './tokens.ts';

export interface Audited {
  readonly server: Server;
  readonly desks: readonly Desk[];
  readonly tokens: Tokens;
  readonly kept: KeptTokens;
}

export async function findings({ server, desks, tokens, kept }: Audited): Promise<string[]> {
  kept.readOn();
  const untold: string[] = [];
  for (const desk of desks) untold.push(...(await untoldOn(desk, kept)), ...(await differences(desk, server.storage)));
  const broken = await brokenChain(server.fetch, 'm-director');
  return [
    ...untold,
    ...swappedValues(server.storage, tokens).map((value) => `swapped: ${value}`),
    ...(broken === null ? [] : [`the audit chain breaks: ${JSON.stringify(broken)}`]),
  ];
}

/** Everything in the cells is at the server, or is told to be waiting. */
async function untoldOn(desk: Desk, kept: KeptTokens): Promise<string[]> {
  const told = tokensTold(await desk.look());
  return [...tokensInSheets(desk.workbook.sheets)]
    .filter((token) => !kept.has(token) && !told.has(token))
    .map((token) => `${token} stands in ${desk.name}, is not at the server and nobody is told`);
}
