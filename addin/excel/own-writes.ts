// Remembers that Keybook itself is writing, so that its own cells do not look like somebody's typing.

let writing = 0;

export async function isOwnWrite<Result>(work: () => Promise<Result>): Promise<Result> {
  writing += 1;
  try {
    return await work();
  } finally {
    writing -= 1;
  }
}

const ownSheets = new Set<string>();

/** Sheets that Keybook puts in and takes away again within one piece of work: of these nobody is told. */
export function areOwnSheets(ids: readonly string[]): void {
  for (const id of ids) ownSheets.add(id);
}

export function isOwnSheet(id: string): boolean {
  return ownSheets.has(id);
}

export function isWriting(): boolean {
  return writing > 0;
}
