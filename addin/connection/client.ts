// The pane's HTTP: typed by the protocol's schemas, failures as PaneErrors. Knows no workbook.

import * as v from 'valibot';
import { teachAnswerSchema } from '../../domain/protocol/learned-words.ts';
import type { LearnedWord, TeachAnswer } from '../../domain/protocol/learned-words.ts';
import { lookupAnswerSchema, problemDetailsSchema, signInAnswerSchema, syncAnswerSchema } from '../../domain/protocol/messages.ts';
import type { LookupAnswer, LookupRequest, SignInAnswer, SyncAnswer, SyncRequest } from '../../domain/protocol/messages.ts';
import { newsAnswerSchema, recordDetailSchema } from '../../domain/protocol/news.ts';
import type { NewsAnswer, RecordDetail } from '../../domain/protocol/news.ts';
import { pack } from '../../domain/protocol/packing.ts';
import { PaneError } from '../panes/services.ts';

export interface ConnectionSettings {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Where the Worker answers; '' is the pane's own origin. */
  readonly base: string;
  readonly token: () => string | null;
  /** The token is no longer good. */
  readonly onSignedOut: () => void;
  readonly timeoutMilliseconds?: number;
}

export interface NewsQuestion {
  readonly cursor: number;
  readonly scope: string;
  readonly workbook: string;
  /** The day of the last answer. */
  readonly today: string | undefined;
}

export interface Connection {
  signIn(code: string, device: string): Promise<SignInAnswer>;
  signOut(): Promise<void>;
  sync(request: SyncRequest): Promise<SyncAnswer>;
  /** Which of these records are known. */
  lookup(request: LookupRequest): Promise<LookupAnswer>;
  /** null: nothing is new since that cursor. */
  news(from: NewsQuestion): Promise<NewsAnswer | null>;
  /** A record with its history and its conflicts; with a path, what changed that path. */
  record(record: string, path?: string): Promise<RecordDetail>;
  teach(words: readonly LearnedWord[]): Promise<TeachAnswer>;
  takeBack(word: Pick<LearnedWord, 'form' | 'label'>): Promise<void>;
  /** A reading of the API whose answer the Worker's own types describe. */
  get<Answer>(path: string): Promise<Answer>;
}

const defaultTimeout = 30_000;

export function connectionTo(settings: ConnectionSettings): Connection {
  const call = (method: string, path: string, body?: unknown): Promise<unknown> => request(settings, method, path, body);
  return {
    signIn: async (code, device) => parsed(signInAnswerSchema, await call('POST', '/api/sign-in', { code, device })),
    signOut: async () => void (await call('POST', '/api/sign-out')),
    sync: async (body) => parsed(syncAnswerSchema, await call('POST', '/api/sync', { ...body, push: body.push && { ...body.push, mutations: pack(body.push.mutations) } })),
    lookup: async (body) => parsed(lookupAnswerSchema, await call('POST', '/api/records/lookup', body)),
    news: async ({ cursor, scope, workbook, today }) => {
      const news = await call('GET', `/api/news?${new URLSearchParams({ cursor: String(cursor), scope, workbook, ...(today === undefined ? {} : { today }) }).toString()}`);
      return news === null ? null : parsed(newsAnswerSchema, news);
    },
    record: async (record, path) => parsed(recordDetailSchema, await call('GET', `/api/records/${encodeURIComponent(record)}${path === undefined ? '' : `?${new URLSearchParams({ path }).toString()}`}`)),
    teach: async (words) => parsed(teachAnswerSchema, await call('PUT', '/api/learned-words', { words })),
    takeBack: async ({ form, label }) => void (await call('DELETE', `/api/learned-words/${encodeURIComponent(form)}/${encodeURIComponent(label)}`)),
    get: async <Answer>(path: string) => (await call('GET', path)) as Answer,
  };
}

async function request(settings: ConnectionSettings, method: string, path: string, body: unknown): Promise<unknown> {
  const token = settings.token();
  const response = await send(settings, path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(settings.timeoutMilliseconds ?? defaultTimeout),
    // Office panes share cookies with nothing; the token alone says who asks.
    credentials: 'omit',
    cache: 'no-store',
  });
  const text = await response.text().catch(() => '');
  if (response.ok) return text === '' ? null : jsonOf(text);
  const error = refusalOf(response.status, text);
  if (response.status === 401 && token) settings.onSignedOut();
  throw error;
}

async function send(settings: ConnectionSettings, path: string, init: RequestInit): Promise<Response> {
  try {
    return await settings.fetch(settings.base + path, init);
  } catch (error) {
    const isTimeout = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
    throw Object.assign(new PaneError({ code: isTimeout ? 'timeout' : 'offline' }), { cause: error });
  }
}

function refusalOf(status: number, text: string): PaneError {
  const details = v.safeParse(problemDetailsSchema, jsonOrNull(text));
  if (!details.success) return new PaneError({ code: status >= 500 ? 'unavailable' : 'refused', status });
  const { code, detail } = details.output;
  return new PaneError({ code, status, ...(detail === undefined ? {} : { detail }) });
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new PaneError({ code: 'bad-answer', detail: v.getDotPath(result.issues[0]) ?? '' });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PaneError({ code: 'bad-answer' });
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
