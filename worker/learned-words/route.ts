// /api/learned-words: what a department has taught about the labels of its paper. Whoever may write a form may teach its
// words; a word is taken back by who taught it, or by director, general manager and administrator.

import type { Context } from 'hono';
import { learnedField } from '../../domain/forms/learned-field.ts';
import { scopeOf } from '../../domain/forms/rights.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { Role } from '../../domain/forms/definition.ts';
import { learnedLimits, sameLabel, teachRequestSchema } from '../../domain/protocol/learned-words.ts';
import type { LearnedWord, TaughtWord, TeachAnswer } from '../../domain/protocol/learned-words.ts';
import type { AppContext, SignedIn } from '../environment.ts';
import { AppError } from '../errors.ts';
import { readBody } from '../http/body.ts';
import { instant } from '../http/clock.ts';
import { endStatement, learnedWordsStatement, teachStatements } from './queries.ts';
import type { Teaching } from './queries.ts';

const removing: readonly string[] = ['director', 'gm', 'admin'];

export async function getLearnedWords(context: Context<AppContext>): Promise<Response> {
  return context.json({ words: await wordsOf(context) });
}

export async function putLearnedWords(context: Context<AppContext>): Promise<Response> {
  const { database, session } = context.var;
  const { words } = await readBody(context, teachRequestSchema);
  requireSense(words);
  if (words.some(({ form }) => scopeOf(formOf(form)!, session.member.roles as Role[], 'write') === 'none')) throw new AppError('role-lacks-right');
  const before = await wordsOf(context);
  const known = (word: LearnedWord): TaughtWord | undefined => before.find((candidate) => sameLabel(candidate, word));
  const fresh = words.filter((word) => known(word)?.path !== word.path && mayEnd(session, known(word)));
  if (before.length + fresh.filter((word) => !known(word)).length > learnedLimits.department) throw new AppError('words-full');
  const teaching = teachingOf(context);
  const results = await database.batch([...(fresh.length > 0 ? teachStatements(teaching, fresh) : []), learnedWordsStatement(teaching.org, teaching.department)]);
  const after = results.at(-1)!.results as unknown as TaughtWord[];
  const kept = words.filter((word) => !after.some((candidate) => sameLabel(candidate, word) && candidate.path === word.path));
  return context.json({ words: after, kept: kept.map(({ form, label }) => ({ form, label })) } satisfies TeachAnswer);
}

export async function deleteLearnedWord(context: Context<AppContext>): Promise<Response> {
  const { database, session } = context.var;
  const wanted = { form: context.req.param('form') ?? '', label: context.req.param('label') ?? '' };
  const word = (await wordsOf(context)).find((candidate) => sameLabel(candidate, wanted));
  if (!word) throw new AppError('not-found');
  if (!mayEnd(session, word)) throw new AppError('role-lacks-right');
  await database.batch([endStatement(teachingOf(context), [wanted])]);
  return context.body(null, 204);
}

async function wordsOf(context: Context<AppContext>): Promise<TaughtWord[]> {
  const { org, department } = teachingOf(context);
  return context.var.database.rows<TaughtWord>(learnedWordsStatement(org, department));
}

function teachingOf(context: Context<AppContext>): Teaching {
  const { session, instruments } = context.var;
  return { org: session.org.id, department: session.member.department, member: session.member.id, at: instant(instruments.clock()) };
}

function mayEnd({ member }: SignedIn, word: TaughtWord | undefined): boolean {
  return !word || word.member === member.id || member.roles.some((role) => removing.includes(role));
}

/** Every word must be of a form and a field that there are, and each label stand once. */
function requireSense(words: readonly LearnedWord[]): void {
  const errors = words.flatMap((word, place) => {
    const form = formOf(word.form);
    if (!form) return [{ at: `words.${place}.form`, message: 'no such form' }];
    if (word.path !== null && !learnedField(form, word.path)) return [{ at: `words.${place}.path`, message: 'no such field' }];
    return words.findIndex((other) => sameLabel(other, word)) < place ? [{ at: `words.${place}.label`, message: 'twice' }] : [];
  });
  if (errors.length > 0) throw new AppError('word-without-field', { errors });
}
