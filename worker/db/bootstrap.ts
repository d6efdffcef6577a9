// The SQL that founds an organisation: departments, members with their activation codes, customers, assignments. Pure:
// the start command runs it through wrangler, tests through D1. Everything else goes through the API.

export interface Founding {
  readonly org: { readonly id: string; readonly name: string };
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly FoundingMember[];
  readonly customers?: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly assignments?: readonly FoundingAssignment[];
  /** First day of the members' roles. */
  readonly since: string;
}

export interface FoundingMember {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly department: string;
  readonly roles: readonly string[];
  readonly staffNo?: string;
  /** Typed once to sign in; kept as its SHA-256 (hex) over the code without hyphens, which the caller computes. */
  readonly activation?: { readonly code: string; readonly hash: string; readonly expires: string };
}

export interface FoundingAssignment {
  readonly customer: string;
  readonly kind: 'owner' | 'executor' | 'specialist';
  readonly member: string;
  readonly since: string;
}

export function foundingStatements(founding: Founding): string[] {
  const { org } = founding;
  return [
    insert('org', { id: org.id, name: org.name }),
    insert('org_head', { org: org.id, seq: 0, chain: '0'.repeat(64), day: '', receipts: 0 }),
    ...founding.departments.map(({ id, name }) => insert('department', { org: org.id, id, name })),
    ...founding.members.flatMap((member) => memberStatements(founding, member)),
    ...(founding.customers ?? []).map(({ id, names }) => insert('customer', { org: org.id, id, names: JSON.stringify(names) })),
    ...(founding.assignments ?? []).map(({ customer, kind, member, since }) =>
      insert('assignment', { org: org.id, customer, kind, member, since, until: null, record: null })),
  ];
}

function memberStatements({ org, since }: Founding, member: FoundingMember): string[] {
  const { activation } = member;
  const roles = JSON.stringify(member.roles.map((role) => ({ role, from: since })));
  const row = { org: org.id, id: member.id, name: member.name, post: member.post, staff: member.staffNo ?? null, department: member.department, roles, joined: since, left: null };
  if (!activation) return [insert('member', row)];
  const id = activation.code.replaceAll('-', '').slice(0, 4);
  const code = { id, org: org.id, member: member.id, hash: activation.hash, expires: activation.expires, attempts: 0, used: null };
  return [insert('member', row), insert('activation', code)];
}

function insert(table: string, row: Readonly<Record<string, string | number | null>>): string {
  const names = Object.keys(row).map((name) => `"${name}"`);
  return `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')});`;
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
