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

export function isWriting(): boolean {
  return writing > 0;
}
