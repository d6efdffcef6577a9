// The check-up (体检): asks Excel, the workbook and the Worker in turn, and tells each finding as soon as it is there. One
// that fails does not keep the others from being told.

import type { SignInAnswer } from '../../domain/protocol/messages.ts';
import type { Connection } from '../connection/client.ts';
import type { Workbook } from '../excel/host.ts';
import type { CheckUpServices, Finding } from '../panes/check-up-services.ts';
import { failureOf } from '../panes/failure-of.ts';
import type { PaneFailure, WorkbookReading } from '../panes/services.ts';
import type { Ledger } from '../sync/ledger.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { chainFinding, excelFinding, identityFindings, layoutFindings, networkFinding, pendingFindings, protectionFinding, signInFinding } from './findings.ts';
import type { Answered, AskedChain, Verification } from './findings.ts';

export interface CheckUpParts {
  readonly workbook: Workbook;
  readonly connection: Connection;
  readonly engine: SyncEngine;
  readonly session: () => SignInAnswer | null;
  readonly reading: () => Promise<WorkbookReading>;
  readonly now: () => string;
}

/** Who may have the chain verified. */
const verifying: readonly string[] = ['admin', 'director', 'gm'];

export function checkUpOver(parts: CheckUpParts): CheckUpServices['checkUp'] {
  return async (onFound) => {
    const session = parts.session();
    onFound(signInFinding(session, parts.now()));
    const network = session ? await answered(parts) : null;
    onFound(networkFinding(network));
    const read = await tried(() => readingAndTime(parts));
    const about = parts.workbook.about();
    onFound(excelFinding(about, read));
    if ('code' in read) return;
    const look = parts.engine.lastLook!;
    const { isStructureProtected, sheets } = look.content.image;
    onFound(protectionFinding(isStructureProtected, sheets));
    const told: Finding[] = [
      ...identityFindings({ state: look.ledgerState, org: look.ledger.org, records: look.known.length }, session, read.reading),
      ...layoutFindings(read.reading),
      ...pendingFindings(read.reading, look.ledger.sealed?.mutations.length ?? null, session !== null),
    ];
    told.forEach(onFound);
    onFound(chainFinding(look.ledger.chain, await askedChain(parts, look.ledger, network)));
  };
}

async function answered({ connection, now }: CheckUpParts): Promise<Answered | PaneFailure> {
  const began = Date.parse(now());
  return tried(async () => {
    const { today } = await connection.get<Pick<SignInAnswer, 'today'>>('/api/session');
    return { milliseconds: Date.parse(now()) - began, today, here: dayInChina(now()) };
  });
}

async function readingAndTime({ reading }: CheckUpParts): Promise<{ reading: WorkbookReading; sheets: number; syncs: number; milliseconds: number }> {
  const now = await reading();
  const sheets = new Set([...now.forms.flatMap((form) => form.sheets), ...now.unrecognised]).size;
  return { reading: now, sheets, syncs: now.syncs, milliseconds: now.milliseconds };
}

async function askedChain({ connection, session }: CheckUpParts, { chain, cursor }: Ledger, network: Answered | PaneFailure | null): Promise<AskedChain | PaneFailure | null> {
  if (network === null || 'code' in network) return network;
  if (chain === '') return null;
  const may = session()?.member.roles.some((role) => verifying.includes(role)) ?? false;
  return tried(async () => {
    const { known: isHeadKnown } = await connection.get<{ known: boolean }>(`/api/chain/links/${chain}?${new URLSearchParams({ cursor: String(cursor) }).toString()}`);
    return { isHeadKnown, verification: may && isHeadKnown ? await connection.get<Verification>(`/api/chain/verification?${new URLSearchParams({ head: chain }).toString()}`) : null };
  });
}

async function tried<Result>(work: () => Promise<Result>): Promise<Result | PaneFailure> {
  try {
    return await work();
  } catch (error) {
    return failureOf(error);
  }
}

/** The organisation's zone, as the server reckons its day. */
function dayInChina(at: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date(at));
}
