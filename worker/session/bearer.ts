// The bearer token of a request, as the hash under which its session is kept. No cookies.

import type { Context } from 'hono';
import { AppError } from '../errors.ts';
import { sha256 } from '../http/secrets.ts';

export async function bearerHash(context: Context): Promise<string> {
  const match = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(context.req.header('Authorization') ?? '');
  if (!match) throw new AppError(context.req.header('Authorization') ? 'token-unknown' : 'token-missing');
  return sha256(match[1]!);
}
