// Executes ProcessQuery requests on a graph of host objects: resolves object paths, runs actions in order, stops at
// the first error, as Office does (a batch is not a transaction). Knows nothing of Excel.
import { HostError, notImplemented } from './errors.ts';
import { HostCollection, HostObject } from './host-object.ts';
import { findDescriptor, findMember, toJsName, toWireName } from './names.ts';
import type { ActionInfo, ArgumentInfo, ObjectPathInfo, RequestBody, ResponseBody } from './protocol.ts';
import { actionType, pathType } from './protocol.ts';
import { identityOf, plain, query, queryAsJson } from './query.ts';
import { ReferenceTable } from './references.ts';

type Resolved = HostObject | null;

/** may throw to refuse an action */
export type BeforeAction = (action: ActionInfo, object: Resolved, index: number) => void;

export class Dispatcher {
  readonly references = new ReferenceTable();
  private readonly root: HostObject;
  private readonly services: Record<string, () => HostObject>;

  constructor(root: HostObject, services: Record<string, () => HostObject> = {}) {
    this.root = root;
    this.services = services;
  }

  execute(body: RequestBody, beforeAction?: BeforeAction): ResponseBody {
    return new Batch(body, this.root, this.services, this.references, beforeAction).run();
  }
}

class Batch {
  private readonly objects = new Map<number, Resolved>();
  private readonly response: ResponseBody = { Results: [], TraceIds: [] };
  private readonly body: RequestBody;
  private readonly root: HostObject;
  private readonly services: Record<string, () => HostObject>;
  private readonly references: ReferenceTable;
  private readonly beforeAction: BeforeAction | undefined;

  constructor(
    body: RequestBody,
    root: HostObject,
    services: Record<string, () => HostObject>,
    references: ReferenceTable,
    beforeAction: BeforeAction | undefined,
  ) {
    this.beforeAction = beforeAction;
    this.body = body;
    this.root = root;
    this.services = services;
    this.references = references;
  }

  run(): ResponseBody {
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        this.response.Results.push({ ActionId: action.Id, Value: this.step(action, index) });
      } catch (error) {
        this.response.Error = this.describe(error, action, index);
        break;
      }
    }
    return this.response;
  }

  private step(action: ActionInfo, index: number): unknown {
    if (action.ActionType === actionType.trace) {
      this.response.TraceIds!.push(action.Id);
      return null;
    }
    const object = this.resolve(action.ObjectPathId);
    this.beforeAction?.(action, object, index);
    switch (action.ActionType) {
      case actionType.instantiate:
        return object === null ? null : this.instantiated(object);
      case actionType.query:
        return object === null ? null : query(object, action.QueryInfo ?? {});
      case actionType.queryAsJson:
        return object === null ? { _IsNull: true } : queryAsJson(object, action.QueryInfo ?? {});
      case actionType.method:
        return object === null ? { _IsNull: true } : this.method(object, action);
      case actionType.setProperty:
        return this.set(object, action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
      case actionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, toWireName(name), value);
        return null;
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private instantiated(object: HostObject): unknown {
    const answer = identityOf(object);
    if (this.body.AutoKeepReference === true && object.$keepsReference)
      answer['_ReferenceId'] = this.references.add(object);
    return answer;
  }

  private method(object: HostObject, action: ActionInfo): unknown {
    if (/^_(R|Unr)egister/.test(action.Name)) return this.register(object, action.Name);
    const values = this.argumentsOf(action.ArgumentInfo);
    if (action.Name === '_KeepReference') {
      this.references.add(object);
      return null;
    }
    if (action.Name === '_RemoveReference') {
      this.references.remove(String(values[0]));
      return null;
    }
    return plain(this.call(object, action.Name, values));
  }

  /** events are always pushed to the client, which filters them; only unknown ones are refused here */
  private register(object: HostObject, wireName: string): null {
    const event = wireName.replace(/^_(R|Unr)egister(Event)?|Event$/g, '');
    if (!object.$events.includes(event)) throw notImplemented(`${object.$className}.on${event}`);
    return null;
  }

  private resolve(id: number): Resolved {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (path === undefined) throw new HostError('GeneralException', `[simulator] no object path ${id}`);
    const parent = path.ParentObjectPathId ? this.resolve(path.ParentObjectPathId) : undefined;
    const object = parent === null ? null : this.follow(path, parent);
    if (object?.$isGone) throw new HostError('ItemNotFound');
    this.objects.set(id, object);
    return object;
  }

  private follow(path: ObjectPathInfo, parent: HostObject | undefined): Resolved {
    switch (path.ObjectPathType) {
      case pathType.globalObject:
        return this.root;
      case pathType.newObject: {
        const make = this.services[path.Name];
        if (make === undefined) throw notImplemented(`new ${path.Name}`);
        return make();
      }
      case pathType.property:
        return this.navigate(parent!, toJsName(path.Name));
      case pathType.method:
        return (this.call(parent!, path.Name, this.argumentsOf(path.ArgumentInfo)) ?? null) as Resolved;
      case pathType.indexer:
        return (parent as HostCollection).getItem(this.argumentsOf(path.ArgumentInfo)[0]);
      case pathType.referenceId:
        return this.references.get(path.Name);
      case pathType.nullObject:
        return null;
      default:
        throw notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.argument(value, references[index]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(value))
      return Array.isArray(reference) ? value.map((item, index) => this.argument(item, reference[index])) : value;
    if (typeof reference === 'number' && reference > 0) return this.resolve(reference);
    if (value === null || typeof value !== 'object') return value;
    if ('_ObjectPathId' in value) return this.resolve(Number(value._ObjectPathId));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.argument(part, 0)]));
  }

  private navigate(object: HostObject, name: string): Resolved {
    const found = findMember(object, name);
    if (found === undefined) throw notImplemented(`${object.$className}.${name}`);
    return (object as unknown as Record<string, Resolved>)[found] ?? null;
  }

  private set(object: Resolved, wireName: string, value: unknown): null {
    if (object === null) throw new HostError('ItemNotFound');
    const name = toJsName(wireName);
    const descriptor = findDescriptor(object, name);
    if (descriptor === undefined) throw notImplemented(`${object.$className}.${name} =`);
    if (descriptor.set === undefined && descriptor.writable !== true)
      throw notImplemented(`writing ${object.$className}.${name}`);
    (object as unknown as Record<string, unknown>)[name] = value;
    return null;
  }

  private call(object: HostObject, wireName: string, values: unknown[]): unknown {
    const name = toJsName(wireName);
    const method = (object as unknown as Record<string, unknown>)[name];
    if (typeof method !== 'function') throw notImplemented(`${object.$className}.${name}()`);
    // omitted optional arguments arrive as null; dropping them lets default parameters work
    const given = values.map((value) => (value === null ? undefined : value));
    while (given.length > 0 && given.at(-1) === undefined) given.pop();
    return method.apply(object, given);
  }

  private describe(error: unknown, action: ActionInfo, index: number) {
    const known =
      error instanceof HostError
        ? error
        : new HostError('GeneralException', `[simulator] ${(error as Error)?.stack ?? error}`, 500);
    return {
      Code: known.code,
      Message: known.message,
      Location: this.locationOf(action),
      ActionIndex: index,
      HttpStatusCode: known.httpStatusCode,
    };
  }

  private locationOf(action: ActionInfo): string {
    const path = this.body.ObjectPaths[action.ObjectPathId];
    const instantiating = action.ActionType === actionType.instantiate;
    const owner = this.objects.get((instantiating ? path?.ParentObjectPathId : action.ObjectPathId) ?? -1);
    const name = !instantiating
      ? toJsName(action.Name)
      : path?.ObjectPathType === pathType.indexer
        ? 'getItem'
        : toJsName(path?.Name ?? '');
    return owner ? `${owner.$className}.${name}` : name;
  }
}
