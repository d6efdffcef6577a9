// The route table, read from top to bottom. The clock, randomness and the counters' reader are handed in.

import { Hono } from 'hono/tiny';
import { getLink, getVerification } from './chain/route.ts';
import { postAssignment } from './customers/assignments.ts';
import { Database } from './db/database.ts';
import { ownInstruments } from './environment.ts';
import type { AppContext, Instruments } from './environment.ts';
import { onError, problemResponse } from './errors.ts';
import { postErasure } from './erasures/route.ts';
import { getEvidence } from './evidence/route.ts';
import { getHealth } from './health/route.ts';
import { localDay } from './http/clock.ts';
import { securityHeaders } from './http/security-headers.ts';
import { deleteLearnedWord, getLearnedWords, putLearnedWords } from './learned-words/route.ts';
import { deleteMember, patchMember } from './members/change.ts';
import { getMembers, postActivation, postMember } from './members/route.ts';
import { getNews } from './news/route.ts';
import { getParameters } from './parameters/route.ts';
import { postLookup } from './records/lookup.ts';
import { getRecord } from './records/route.ts';
import { getScorecard, getScorecards } from './scorecards/route.ts';
import { authenticate } from './session/authenticate.ts';
import { getSession, postSignOut } from './session/route.ts';
import { postSignIn } from './sign-in/route.ts';
import { getSlip, getSlips } from './slips/route.ts';
import { postSync } from './sync/route.ts';

export function createApp(given: Partial<Instruments> = {}): Hono<AppContext> {
  const instruments: Instruments = { ...ownInstruments, ...given };
  const app = new Hono<AppContext>();

  app.onError(onError);
  app.notFound((context) => problemResponse(context, 'not-found'));
  app.use('/api/*', securityHeaders);
  app.use('/api/*', async (context, next) => {
    const database = new Database(context.env.DB);
    context.set('database', database);
    context.set('instruments', instruments);
    context.set('today', localDay(instruments.clock(), context.env.ORG_ZONE));
    await next();
    instruments.onCounters?.(database.counters);
  });

  app.get('/api/health', getHealth);
  app.post('/api/sign-in', postSignIn);
  app.post('/api/sync', postSync);
  app.post('/api/records/lookup', postLookup);
  app.get('/api/news', getNews);

  app.get('/api/session', authenticate, getSession);
  app.post('/api/sign-out', authenticate, postSignOut);
  app.get('/api/members', authenticate, getMembers);
  app.post('/api/members', authenticate, postMember);
  app.post('/api/members/:id/activation', authenticate, postActivation);
  app.patch('/api/members/:id', authenticate, patchMember);
  app.delete('/api/members/:id', authenticate, deleteMember);
  app.post('/api/customers/:id/assignments', authenticate, postAssignment);
  app.get('/api/learned-words', authenticate, getLearnedWords);
  app.put('/api/learned-words', authenticate, putLearnedWords);
  app.delete('/api/learned-words/:form/:label', authenticate, deleteLearnedWord);
  app.get('/api/records/:id', authenticate, getRecord);
  app.post('/api/records/:id/erasures', authenticate, postErasure);
  app.get('/api/chain/links/:link', authenticate, getLink);
  app.get('/api/chain/verification', authenticate, getVerification);
  app.get('/api/scorecards', authenticate, getScorecards);
  app.get('/api/scorecards/:member', authenticate, getScorecard);
  app.get('/api/slips', authenticate, getSlips);
  app.get('/api/slips/:member', authenticate, getSlip);
  app.get('/api/evidence', authenticate, getEvidence);
  app.get('/api/parameters', authenticate, getParameters);

  return app;
}
