// Answers load(): projects a host object onto the paths that were selected. Knows neither Excel nor the batch.
import { notImplemented } from './errors.ts';
import { HostCollection, HostObject } from './host-object.ts';
import { findMember, toJsName, toWireName } from './names.ts';
import type { QueryInfo } from './protocol.ts';

type Members = Record<string, unknown>;

/** What Instantiate and items answer besides their scalars: the id from which the client rebuilds the path. */
export function identityOf(object: HostObject): Members {
  return object.$wireId === undefined ? {} : { Id: object.$wireId };
}

export function query(object: HostObject, info: QueryInfo): Members {
  const selected = [...(info.Select ?? []), ...(info.Expand ?? []).map((path) => `${path}/*`)];
  const paths = selected.map((path) => path.split(/[/.]/).filter((part) => part !== ''));
  return project(object, paths.length > 0 ? paths : [['*']], info);
}

function project(object: HostObject, paths: string[][], info: QueryInfo = {}): Members {
  return object instanceof HostCollection ? projectItems(object, paths, info) : projectMembers(object, paths);
}

/** A select on a collection addresses its items, except for the collection's own scalars. */
function projectItems(collection: HostCollection, paths: string[][], info: QueryInfo): Members {
  const answer: Members = {};
  const isOwn = (path: string[]) => path.length === 1 && collection.$scalars.includes(path[0]!);
  for (const [name] of paths.filter(isOwn)) answer[toWireName(name!)] = member(collection, name!);
  const ofItems = paths.filter((path) => !isOwn(path));
  if (ofItems.length > 0) {
    const skip = info.Skip ?? 0;
    const items = collection.$items.slice(skip, info.Top === undefined ? undefined : skip + info.Top);
    answer['_Items'] = items.map((item) => project(item, ofItems.map(withoutItems)));
  }
  return answer;
}

const withoutItems = (path: string[]): string[] => (path[0] === 'items' ? path.slice(1) : path);

function projectMembers(object: HostObject, paths: string[][]): Members {
  const answer = identityOf(object);
  const navigations = new Map<string, string[][]>();
  for (const [first = '*', ...rest] of paths) {
    if (first === '*') {
      for (const scalar of object.$scalars) answer[toWireName(scalar)] = plain(member(object, scalar));
      continue;
    }
    const name = findMember(object, first);
    if (name === undefined || name.startsWith('$')) throw notImplemented(`load: ${object.$className}.${first}`);
    const value = navigations.has(name) ? undefined : member(object, name);
    if (navigations.has(name) || value instanceof HostObject || (value === null && rest.length > 0))
      navigations.set(name, [...(navigations.get(name) ?? []), rest.length > 0 ? rest : ['*']]);
    else answer[toWireName(name)] = plain(value);
  }
  for (const [name, below] of navigations) {
    const child = member(object, name) as HostObject | null;
    answer[toWireName(name)] = child === null ? null : project(child, below);
  }
  return answer;
}

/** retrieve() wants camelCase JSON. */
export function queryAsJson(object: HostObject, info: QueryInfo): unknown {
  const camel = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(camel);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key === '_Items' ? 'items' : toJsName(key), camel(part)]),
    );
  };
  return camel(query(object, info));
}

const member = (object: object, name: string): unknown => (object as Record<string, unknown>)[name];

export function plain(value: unknown): unknown {
  if (value instanceof HostObject) return identityOf(value);
  return value === undefined ? null : value;
}
