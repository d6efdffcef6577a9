// What the page asks of the workbench's server: people, activation codes, sample workbooks.

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

export const fetchPeople = (): Promise<Person[]> => json<Person[]>('/workbench-api/people');
export const fetchSamples = (): Promise<string[]> => json<string[]>('/workbench-api/books');

export async function fetchCode(person: string): Promise<string> {
  const { activationCode } = await json<{ activationCode: string }>(`/workbench-api/people/${encodeURIComponent(person)}/code`, 'POST');
  return activationCode;
}

export async function fetchSample(name: string): Promise<Uint8Array> {
  const answer = await fetch(`/workbench-api/books/${encodeURIComponent(name)}`);
  if (!answer.ok) throw new Error(`没有样例工作簿 ${name}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function json<T>(path: string, method = 'GET'): Promise<T> {
  const answer = await fetch(path, { method });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
