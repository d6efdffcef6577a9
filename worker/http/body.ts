// A request's JSON body, checked against its schema: type, size by the bytes that really came, then every problem of
// its shape at once. Knows no feature.

import type { Context } from 'hono';
import * as v from 'valibot';
import { limits } from '../../domain/protocol/messages.ts';
import { AppError } from '../errors.ts';

/** Enough to mend a client; a body of nothing but mistakes is not answered with more than it sent. */
const issueCount = 200;

/** A cursor in an address. */
export const cursorText = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'cursor'), v.transform(Number));

export async function readBody<Schema extends v.GenericSchema>(context: Context, schema: Schema): Promise<v.InferOutput<Schema>> {
  return checkBody(await readJson(context), schema);
}

export async function readJson(context: Context): Promise<unknown> {
  const type = context.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('not-json');
  return parse(await readText(context.req.raw));
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limits.bodyBytes) throw new AppError('body-too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limits.bodyBytes) throw new AppError('body-too-large');
    chunks.push(chunk);
  }
  return decode(chunks, size);
}

function decode(chunks: readonly Uint8Array[], size: number): string {
  const bytes = new Uint8Array(size);
  let place = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.byteLength;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw malformed('', 'not UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('', 'not JSON');
  }
}

export function checkBody<Schema extends v.GenericSchema>(value: unknown, schema: Schema): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  const unsafe = unsafeKeys(value);
  if (result.success && unsafe.length === 0) return result.output;
  const issues = (result.issues ?? []).map((issue) => ({ at: v.getDotPath(issue) ?? '', message: issue.message }));
  throw new AppError('malformed', { errors: [...issues, ...unsafe.map((at) => ({ at, message: 'a reserved key' }))].slice(0, issueCount) });
}

/** Keys that the schemas pass over in silence: what stands under them would be lost without a word. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function unsafeKeys(value: unknown): string[] {
  const found: string[] = [];
  const open: [at: string, value: unknown][] = [['', value]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [at, content] = next;
    if (typeof content !== 'object' || content === null) continue;
    for (const [key, inner] of Object.entries(content)) {
      const path = at === '' ? key : `${at}.${key}`;
      if (reserved.has(key)) found.push(path);
      else if (typeof inner === 'object') open.push([path, inner]);
    }
  }
  return found;
}

export function malformed(at: string, message: string): AppError {
  return new AppError('malformed', { errors: [{ at, message }] });
}
