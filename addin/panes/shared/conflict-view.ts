// What the screen 冲突 shows and sends: conflicts record by record, what is chosen, and the decisions that follow from it.
// Pure; knows no services.

import type { Value } from '../../../domain/forms/definition.ts';
import { sameValue } from '../../../domain/forms/fields.ts';
import type { Mutation } from '../../../domain/protocol/messages.ts';
import type { ConflictSide, ConflictView } from '../shared-services.ts';

type Decision = Extract<Mutation, { kind: 'decide' }>;

/** The value that lost, the one that stands, or another. */
export type Choice = 'mine' | 'theirs' | { readonly typed: string; readonly value: Value | null };

/** By conflict; one without an entry is not chosen yet. */
export type ConflictChoices = Readonly<Record<string, Choice>>;

export interface ShownSide extends ConflictSide {
  readonly which: 'mine' | 'theirs';
  readonly isOwn: boolean;
}

export interface ConflictGroup {
  readonly record: string;
  readonly form: string;
  readonly label: string;
  readonly conflicts: readonly ConflictView[];
  /** The other person, where it is one in all of them. */
  readonly other: string | null;
  /** Whether the signed-in person has a side in all of them. */
  readonly isOwn: boolean;
}

export function conflictGroups(conflicts: readonly ConflictView[]): ConflictGroup[] {
  return [...Map.groupBy(conflicts, (conflict) => conflict.record)].map(([record, own]) => {
    const others = new Set(own.map((conflict) => otherOf(conflict).by));
    const [first] = own;
    const other = others.size === 1 ? [...others][0]! : null;
    return { record, form: first!.form, label: first!.label, conflicts: own, other, isOwn: own.every(({ side }) => side !== 'neither') };
  });
}

/** One's own side first. */
export function sidesOf(conflict: ConflictView): readonly [ShownSide, ShownSide] {
  const lost: ShownSide = { ...conflict.mine, which: 'mine', isOwn: conflict.side === 'lost' };
  const stands: ShownSide = { ...conflict.theirs, which: 'theirs', isOwn: conflict.side === 'stands' };
  return conflict.side === 'stands' ? [stands, lost] : [lost, stands];
}

function otherOf(conflict: ConflictView): ConflictSide {
  return conflict.side === 'stands' ? conflict.mine : conflict.theirs;
}

/** One's own value everywhere, or the other's. */
export function chosenAll(choices: ConflictChoices, group: ConflictGroup, whose: 'own' | 'other'): ConflictChoices {
  const all = group.conflicts.filter(({ isHeard }) => isHeard).map((conflict) => [conflict.id, sidesOf(conflict)[whose === 'own' ? 0 : 1].which] as const);
  return { ...choices, ...Object.fromEntries(all) };
}

/** Of conflicts that are still open, and whose values are known: what nobody has seen is not decided. */
export function chosenAmong(conflicts: readonly ConflictView[], choices: ConflictChoices): ConflictView[] {
  return conflicts.filter((conflict) => conflict.isHeard && conflict.id in choices);
}

export function valueChosen(conflict: ConflictView, choice: Choice): Value | null {
  return choice === 'mine' ? conflict.mine.value : choice === 'theirs' ? conflict.theirs.value : choice.value;
}

/** Conflicts are told the latest first; of several about one path the latest is decided last, and so counts. */
export function decisionsOf(conflicts: readonly ConflictView[], choices: ConflictChoices): Decision[] {
  return chosenAmong(conflicts, choices).toReversed().map((conflict) => {
    const to = valueChosen(conflict, choices[conflict.id]!) as Decision['to'];
    return { kind: 'decide', record: conflict.record, conflict: conflict.id, baseRev: conflict.rev, to };
  });
}

/** What else one might have chosen: the sides' values that do not stand now. */
export function otherValues(conflict: ConflictView, now: Value | null): (Value | null)[] {
  return sidesOf(conflict).map(({ value }) => value).filter((value) => !sameValue(value, now));
}
