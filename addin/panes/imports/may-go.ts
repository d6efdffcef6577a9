// Whether a record of an old file may be imported. Nothing doubtful goes by itself: what was not read for certain, and what
// is the same thing as another of these files and says something else, waits for a yes.

import type { OldRecord } from '../import-services.ts';

export function mayGo(record: OldRecord): 'yes' | 'asks' | 'no' {
  if (record.is === 'twin') return record.twin?.differs ? 'asks' : 'no';
  if (record.is !== 'new') return 'no';
  return record.questions.length > 0 ? 'asks' : 'yes';
}
