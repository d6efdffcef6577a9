// POST /api/sign-in: a one-time activation code becomes a session of this device. Wrong codes are counted a code and an
// address (design section 5).

import type { Context } from 'hono';
import type { TaughtWord } from '../../domain/protocol/learned-words.ts';
import { signInRequestSchema } from '../../domain/protocol/messages.ts';
import type { SignInAnswer } from '../../domain/protocol/messages.ts';
import type { AppContext } from '../environment.ts';
import { AppError } from '../errors.ts';
import { readBody } from '../http/body.ts';
import { instant } from '../http/clock.ts';
import { foldCode, newToken, sha256 } from '../http/secrets.ts';
import { learnedWordsStatement } from '../learned-words/queries.ts';
import { signedIn } from '../session/authenticate.ts';
import { sessionStatement } from '../session/queries.ts';
import type { SessionRow } from '../session/queries.ts';
import { activationStatement, attemptsStatement, failStatements, openSessionStatements } from './queries.ts';
import type { ActivationRow } from './queries.ts';

const attemptsACode = 5;
const attemptsAnAddress = 20;
const spanSeconds = 900;
const publicLength = 4;
const dayMilliseconds = 86_400_000;

export async function postSignIn(context: Context<AppContext>): Promise<Response> {
  const request = await readBody(context, signInRequestSchema);
  const code = foldCode(request.code);
  const activation = await provenActivation(context, code);
  const { database, instruments, today } = context.var;
  const token = newToken(instruments);
  const hash = await sha256(token);
  const now = instruments.clock();
  const session = {
    hash,
    org: activation.org,
    member: activation.member,
    device: request.device,
    created: instant(now),
    expires: instant(now + Number(context.env.SESSION_DAYS ?? 90) * dayMilliseconds),
  };
  const statements = [...openSessionStatements(code.slice(0, publicLength), session), sessionStatement(hash)];
  const results = await database.batch(statements);
  const row = results[2]!.results[0] as SessionRow | undefined;
  if (!row) throw new AppError('code-used');
  const { member, org, expiresAt } = signedIn(row, hash, today);
  const learned = await database.rows<TaughtWord>(learnedWordsStatement(org.id, member.department));
  return context.json({ token, expiresAt, member: { ...member, roles: [...member.roles] }, org, today, learned } satisfies SignInAnswer);
}

async function provenActivation(context: Context<AppContext>, code: string): Promise<ActivationRow> {
  const { database, instruments } = context.var;
  const now = instruments.clock();
  const address = context.req.header('CF-Connecting-IP') ?? 'unknown';
  const span = Math.floor(now / 1000 / spanSeconds);
  const id = code.slice(0, publicLength);
  const [activations, attempts] = await database.batch([activationStatement(id), attemptsStatement(address, span)]);
  const activation = activations!.results[0] as ActivationRow | undefined;
  if (Number(attempts!.results[0]?.['count'] ?? 0) >= attemptsAnAddress) throw tooMany(now);
  if (activation && activation.attempts >= attemptsACode) throw tooMany(now);
  if (!activation || activation.hash !== (await sha256(code))) {
    await database.batch(failStatements(address, span, id));
    throw new AppError('code-unknown');
  }
  if (activation.used !== null || activation.left !== null) throw new AppError('code-used');
  if (Date.parse(activation.expires) <= now) throw new AppError('code-expired');
  return activation;
}

function tooMany(now: number): AppError {
  const seconds = Math.floor(now / 1000);
  return new AppError('too-many-attempts', { retryAfterSeconds: spanSeconds - (seconds % spanSeconds) });
}
