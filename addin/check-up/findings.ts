// What each part of the check-up (体检) finds, from what was read and answered. Pure: the words are the pane's.

import type { AboutExcel } from '../excel/about.ts';
import type { Finding } from '../panes/check-up-services.ts';
import type { PaneFailure, WorkbookReading } from '../panes/services.ts';
import type { SheetImage } from '../sheets/image.ts';
import type { SignInAnswer } from '../../domain/protocol/messages.ts';

const soonDays = 7;
const namesShown = 4;

export function signInFinding(session: SignInAnswer | null, now: string): Finding {
  if (!session) return { check: 'sign-in', is: 'bad', code: 'signed-out', facts: {}, mend: 'sign-in' };
  const facts = { name: session.member.name, until: session.expiresAt.slice(0, 10) };
  const days = (Date.parse(session.expiresAt) - Date.parse(now)) / 86_400_000;
  return days < soonDays ? { check: 'sign-in', is: 'note', code: 'sign-in-ends-soon', facts } : { check: 'sign-in', is: 'good', code: 'signed-in', facts };
}

export interface Answered {
  readonly milliseconds: number;
  /** The server's day, and this computer's in the same zone. */
  readonly today: string;
  readonly here: string;
}

export function networkFinding(answer: Answered | PaneFailure | null): Finding {
  if (answer === null) return { check: 'network', is: 'note', code: 'not-asked', facts: {} };
  if ('code' in answer) {
    if (answer.status === 401) return { check: 'network', is: 'bad', code: 'server-refuses', facts: { code: answer.code }, mend: 'sign-in' };
    const isAway = answer.status === undefined && ['offline', 'timeout'].includes(answer.code);
    return { check: 'network', is: 'bad', code: isAway ? 'unreachable' : 'server-refuses', facts: { code: answer.code } };
  }
  const { milliseconds, today, here } = answer;
  return today === here ? { check: 'network', is: 'good', code: 'reachable', facts: { milliseconds, today } } : { check: 'network', is: 'note', code: 'clock-off', facts: { here, today } };
}

export function excelFinding(about: AboutExcel, read: { readonly sheets: number; readonly syncs: number; readonly milliseconds: number } | PaneFailure): Finding {
  const facts = { platform: about.platform, version: about.version, api: about.api };
  if (!hasNeeded(about.api)) return { check: 'excel', is: 'bad', code: 'excel-old', facts };
  if ('code' in read) return { check: 'excel', is: 'bad', code: read.code === 'cell-edit-mode' ? 'excel-editing' : 'excel-failed', facts: { ...facts, code: read.code } };
  return { check: 'excel', is: 'good', code: 'excel-good', facts: { ...facts, sheets: read.sheets, trips: read.syncs, milliseconds: read.milliseconds } };
}

const needed = 14;

function hasNeeded(api: string): boolean {
  return Number(api.split('.')[1] ?? 0) >= needed;
}

export function protectionFinding(isStructureProtected: boolean, sheets: readonly SheetImage[]): Finding {
  if (isStructureProtected) return { check: 'protection', is: 'bad', code: 'structure-protected', facts: {} };
  const closed = sheets.filter((sheet) => sheet.isProtected && sheet.visibility === 'visible');
  if (closed.length === 0) return { check: 'protection', is: 'good', code: 'unprotected', facts: {} };
  return { check: 'protection', is: 'note', code: 'sheets-protected', facts: { count: closed.length, names: named(closed.map(({ name }) => name)) }, cells: closed.map(({ name }) => ({ sheet: name, address: 'A1' })) };
}

export interface Remembered {
  readonly state: 'new' | 'whole' | 'damaged';
  readonly org: string | null;
  /** Records that were found in the cells. */
  readonly records: number;
}

export function identityFindings(remembered: Remembered, session: SignInAnswer | null, { questions }: WorkbookReading): Finding[] {
  const facts = { records: remembered.records };
  const asked = questions.deletions.length + questions.matches.length;
  const unclear: Finding[] = asked > 0 ? [{ check: 'identities', is: 'note', code: 'identities-unclear', facts: { count: asked }, mend: 'questions' }] : [];
  if (session && remembered.org !== null && remembered.org !== session.org.id) return [{ check: 'identities', is: 'bad', code: 'identities-of-another-org', facts }];
  if (remembered.state === 'damaged') return [{ check: 'identities', is: 'bad', code: 'identities-damaged', facts, ...(session ? { mend: 'ask-again' } : {}) }, ...unclear];
  if (unclear.length > 0) return unclear;
  const isNew = remembered.state === 'new' || remembered.org === null;
  return [{ check: 'identities', is: 'good', code: isNew ? 'identities-new' : 'identities-good', facts }];
}

export function layoutFindings({ forms, layouts, unrecognised }: WorkbookReading): Finding[] {
  const labels = layouts.flatMap((layout) => layout.labels);
  const findings: Finding[] = [];
  if (labels.length > 0) {
    const names = named([...new Set(labels.map(({ label }) => label))]);
    findings.push({ check: 'layouts', is: 'note', code: 'layouts-drifted', facts: { labels: labels.length, names }, cells: labels.map(({ cell }) => cell), mend: 'teach' });
  }
  if (unrecognised.length > 0) findings.push({ check: 'layouts', is: 'note', code: 'sheets-unrecognised', facts: { count: unrecognised.length, names: named(unrecognised) } });
  if (findings.length > 0) return findings;
  return [{ check: 'layouts', is: 'good', code: forms.length > 0 ? 'layouts-good' : 'layouts-none', facts: { forms: forms.length } }];
}

export function pendingFindings(reading: WorkbookReading, sealed: number | null, isSignedIn: boolean): Finding[] {
  const { created, changed, deleted } = reading.pending;
  const count = created + changed + deleted;
  const mend = isSignedIn ? ({ mend: 'sync' } as const) : {};
  const findings: Finding[] = [];
  if (sealed !== null) findings.push({ check: 'pending', is: 'note', code: 'push-unanswered', facts: { count: sealed }, ...mend });
  else if (count > 0) findings.push({ check: 'pending', is: 'note', code: 'pending', facts: { count }, ...mend });
  const unreadable = reading.problems.filter(({ weight, from }) => weight === 'blocks' && from === 'sheet');
  if (unreadable.length > 0) findings.push({ check: 'pending', is: 'note', code: 'values-unreadable', facts: { count: unreadable.length }, cells: unreadable.map(({ cell }) => cell), mend: 'problems' });
  return findings.length > 0 ? findings : [{ check: 'pending', is: 'good', code: 'nothing-pending', facts: { at: reading.lastSync?.at ?? '' } }];
}

/** What was asked of the chain: of everybody whether it has the head that the workbook knows; of who may, whether all of it holds. */
export interface AskedChain {
  readonly isHeadKnown: boolean;
  readonly verification: Verification | null;
}


export interface Verification {
  readonly ok: boolean;
  readonly pushes: number;
  readonly erased: number;
  readonly broken: { readonly at: string; readonly what: string; readonly record?: string; readonly field?: string } | null;
}

export function chainFinding(head: string, asked: AskedChain | PaneFailure | null): Finding {
  if (head === '') return { check: 'chain', is: 'good', code: 'chain-none', facts: {} };
  if (asked === null) return { check: 'chain', is: 'note', code: 'not-asked', facts: {} };
  if ('code' in asked) return { check: 'chain', is: 'note', code: 'chain-unknown', facts: { head, code: asked.code } };
  if (!asked.isHeadKnown) return { check: 'chain', is: 'bad', code: 'chain-cut', facts: { head }, mend: 'ask-afresh' };
  if (asked.verification === null) return { check: 'chain', is: 'good', code: 'chain-kept', facts: { head } };
  const { ok, pushes, erased, broken } = asked.verification;
  if (broken?.record !== undefined) return { check: 'chain', is: 'bad', code: 'record-broken', facts: { what: broken.what, record: broken.record, field: broken.field ?? '' } };
  if (!ok) return { check: 'chain', is: 'bad', code: 'chain-broken', facts: { at: broken?.at ?? '', what: broken?.what ?? '' } };
  return { check: 'chain', is: 'good', code: erased > 0 ? 'chain-erased' : 'chain-good', facts: { head, pushes, erased } };
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join('、');
  return names.length > namesShown ? `${shown}等` : shown;
}
