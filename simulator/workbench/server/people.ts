// The demo people as the workbench offers them. Signing in stays the pane's: this only obtains, as the department's
// director would, a fresh activation code from the Worker's own members route.

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

export interface People {
  list(): Promise<Person[]>;
  activationCode(member: string): Promise<{ readonly activationCode: string }>;
}

export function peopleOf(workerOrigin: string, operatorToken: string): People {
  const ask = async <T>(path: string, method = 'GET'): Promise<T> => {
    const answer = await fetch(workerOrigin + path, { method, headers: { authorization: `Bearer ${operatorToken}` } });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    async list() {
      const answer = await ask<Person[] | { members: Person[] }>('/api/members');
      const members = Array.isArray(answer) ? answer : answer.members;
      return members.map(({ id, name, post }) => ({ id, name, post }));
    },
    activationCode: (member) => ask(`/api/members/${encodeURIComponent(member)}/activation`, 'POST'),
  };
}
