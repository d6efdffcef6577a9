// Every failure that crosses the API: one AppError with a stable code, one place that turns any error into problem
// details (RFC 9457). Knows no feature; what a failure means to a person is worded in the pane by its code.

import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ProblemDetails } from '../domain/protocol/messages.ts';

/** code: [status, title, seconds after which it may be tried again]. */
export const problems = {
  // Any route
  'malformed': [422, 'The request is not as the protocol says'],
  'body-too-large': [413, 'The body is over 1,000,000 bytes'],
  'not-json': [415, 'The body must be application/json'],
  'not-found': [404, 'There is no such thing, or it is not yours to see'],
  'storage-unavailable': [503, 'The records cannot be reached just now; nothing was changed', 10],
  'storage-full': [507, 'There is no room left for records; nothing was changed, and everything kept can be read', 600],
  'busy': [503, 'Too many are writing at once; nothing was changed', 2],
  'internal': [500, 'A mistake of ours'],

  // Sessions
  'token-missing': [401, 'Sign in first'],
  'token-unknown': [401, 'This sign-in is not known'],
  'token-expired': [401, 'This sign-in has expired'],
  'token-revoked': [401, 'This sign-in was revoked'],
  'role-lacks-right': [403, 'None of your roles has this right'],

  // Sign-in
  'code-unknown': [404, 'There is no such activation code'],
  'code-used': [410, 'The activation code was used before'],
  'code-expired': [410, 'The activation code has expired'],
  'too-many-attempts': [429, 'Too many attempts with wrong codes', 900],

  // Members
  'member-left': [409, 'The member has left'],
  'name-taken': [409, 'There is a member of that name already'],
  'handover-planned': [409, 'A customer is to be handed over between the member and another department on a day to come; plan that otherwise first'],

  'assigned-later': [409, 'Somebody was assigned on a later day that has come; assign from then on'],

  // Sync
  'protocol-too-old': [426, 'The add-in speaks an older protocol'],
  'protocol-unknown': [422, 'The add-in speaks a newer protocol than this server'],
  'head-unknown': [409, 'The workbook was told of more than there is here: the storage was set back or cut'],
  'push-id-reused': [422, 'The push id was used before with another body'],
  'workbook-of-another-org': [409, 'The workbook belongs to another organisation'],
  'workbook-bound': [409, 'The workbook is bound to another audience'],
  'audience-not-yours': [403, 'A workbook may only be bound to yourself or to your department'],

  // Erasures
  'not-personal': [422, 'Only personal fields can be erased'],

  // Learned words
  'word-without-field': [422, 'A word names a form or a field that there is not'],
  'words-full': [409, 'The department has as many words as it may have'],

  // Scorecards, slips, parameters
  'cannot-be-reckoned': [422, 'No rule was in force, or a setting cannot be read'],
} as const satisfies Record<string, readonly [status: number, title: string, retryAfterSeconds?: number]>;

export type ProblemCode = keyof typeof problems;

export interface ErrorDetails {
  readonly detail?: string;
  readonly errors?: ProblemDetails['errors'];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

export class AppError extends Error {
  readonly code: ProblemCode;
  readonly details: ErrorDetails;

  constructor(code: ProblemCode, details: ErrorDetails = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

export function onError(error: Error, context: Context): Response {
  const known = error instanceof AppError ? error : new AppError('internal', { cause: error });
  if (known.code === 'internal' || known.code.startsWith('storage-')) console.error(known.cause ?? known);
  return problemResponse(context, known.code, known.details);
}

export function problemResponse(context: Context, code: ProblemCode, details: ErrorDetails = {}): Response {
  const [status, title, usualSeconds] = problems[code] as readonly [number, string, number?];
  const seconds = details.retryAfterSeconds ?? usualSeconds;
  const body: ProblemDetails = { type: `/problems/${code}`, title, status, code };
  if (details.detail !== undefined) body.detail = details.detail;
  if (details.errors !== undefined) body.errors = details.errors;
  return context.json(body, status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
    ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
  });
}
