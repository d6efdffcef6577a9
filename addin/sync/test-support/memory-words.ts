// Test support: the learned words of a department in memory. Whoever teaches first is heard; the rest of the rules is the
// real Worker's.

import { sameLabel } from '../../../domain/protocol/learned-words.ts';
import type { LearnedWord, TaughtWord } from '../../../domain/protocol/learned-words.ts';

export function teachIn(words: TaughtWord[], name: string, address: string, init: RequestInit): Response {
  if (init.method === 'DELETE') {
    const [form, label] = address.split('/').slice(-2).map(decodeURIComponent);
    const found = words.findIndex((word) => word.form === form && word.label === label);
    if (found < 0) return refusal(404, 'not-found');
    words.splice(found, 1);
    return new Response(null, { status: 204 });
  }
  const asked = typeof init.body === 'string' ? (JSON.parse(init.body) as { words: LearnedWord[] }).words : [];
  for (const word of asked) {
    if (!words.some((other) => sameLabel(other, word))) words.push({ ...word, member: `member-${name.codePointAt(0)}`, by: name, at: '2026-11-20T01:00:00.000Z' });
  }
  const kept = asked.filter((word) => words.some((other) => sameLabel(other, word) && other.path !== word.path));
  return Response.json({ words, kept: kept.map(({ form, label }) => ({ form, label })) });
}

export function refusal(status: number, code: string): Response {
  return Response.json({ type: `about:blank`, title: code, status, code }, { status, headers: { 'content-type': 'application/problem+json' } });
}
