// Wire names (PascalCase) to JavaScript names (camelCase) and back, and members of host objects by name.

/** As Microsoft's client does it: a leading run of capitals is lowered. */
export function toJsName(wireName: string): string {
  if (wireName.startsWith('_')) return wireName;
  const capitals = /^[A-Z]+/.exec(wireName)?.[0] ?? '';
  return capitals.toLowerCase() + wireName.slice(capitals.length);
}

export function toWireName(jsName: string): string {
  return jsName.startsWith('_') ? jsName : jsName.charAt(0).toUpperCase() + jsName.slice(1);
}

function* prototypesOf(object: object): Generator<object> {
  for (let link = object; link !== null && link !== Object.prototype; link = Object.getPrototypeOf(link)) yield link;
}

export function findDescriptor(object: object, name: string): PropertyDescriptor | undefined {
  for (const link of prototypesOf(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(link, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

/** Excel takes load("Address") as well as load("address"). */
export function findMember(object: object, name: string): string | undefined {
  if (findDescriptor(object, name) !== undefined) return name;
  const wanted = name.toLowerCase();
  for (const link of prototypesOf(object)) {
    const found = Object.getOwnPropertyNames(link).find((key) => key !== 'constructor' && key.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
