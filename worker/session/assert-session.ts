// Whether a session row still opens anything. Unknown, expired and revoked tokens are told apart, so that the pane can
// say why it asks to sign in again.

import { AppError } from '../errors.ts';

export function assertSession(row: { readonly expires: string; readonly revoked: string | null } | undefined, now: number): void {
  if (!row) throw new AppError('token-unknown');
  if (row.revoked !== null) throw new AppError('token-revoked');
  if (Date.parse(row.expires) <= now) throw new AppError('token-expired');
}
