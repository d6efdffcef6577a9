// getCellProperties, getRowProperties, getColumnProperties: the asked-for members of each cell, row or column, as
// plain objects of the shape of the load options.
import { notImplemented } from '../../wire/errors.ts';
import { HostObject } from '../../wire/host-object.ts';
import { findMember } from '../../wire/names.ts';

export type LoadOptions = { [member: string]: boolean | LoadOptions };

export function pick(object: HostObject, options: LoadOptions): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [member, wanted] of Object.entries(options)) {
    if (wanted === false || wanted === null) continue;
    if (member === '$all') {
      for (const scalar of object.$scalars) picked[scalar] = valueOf(object, scalar);
      continue;
    }
    const value = valueOf(object, member);
    if (value instanceof HostObject) picked[member] = pick(value, wanted === true ? { $all: true } : wanted);
    else picked[member] = value;
  }
  return picked;
}

function valueOf(object: HostObject, member: string): unknown {
  if (findMember(object, member) === undefined) throw notImplemented(`${object.$className}.${member} as a property`);
  return (object as unknown as Record<string, unknown>)[member];
}

/** the counterpart for setCellProperties and its kin */
export function assign(object: HostObject, values: Record<string, unknown>): void {
  for (const [member, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    const current = findMember(object, member) === undefined ? undefined : (object as unknown as Record<string, unknown>)[member];
    if (current instanceof HostObject) assign(current, value as Record<string, unknown>);
    else if (findMember(object, member) === undefined) throw notImplemented(`${object.$className}.${member} =`);
    else (object as unknown as Record<string, unknown>)[member] = value;
  }
}
