// Check boxes of the form controls, which a file draws over its cells (VML, and in newer files control parts). Knows no
// cells' contents.

import { placeOf } from '../../sheets/image.ts';
import type { DrawnBox, Place, SheetImage } from '../../sheets/image.ts';
import type { Parts } from '../package/parts.ts';
import { childOf } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';

export function drawnBoxes(parts: Parts, path: string, sheet: XmlElement): Pick<SheetImage, 'boxes'> {
  const relations = parts.relations(path);
  const drawn = relations.filter((relation) => relation.type === 'vmlDrawing').flatMap((relation) => drawnIn(parts, relation.target));
  const boxes = drawn.length > 0 ? drawn : controlsOf(sheet).flatMap((control) => controlBox(control, parts.xml(relations.find((relation) => relation.id === control.attributes['r:id'])?.target ?? '')));
  return boxes.length > 0 ? { boxes } : {};
}

function drawnIn(parts: Parts, path: string): DrawnBox[] {
  const root = drawingOf(parts, path);
  return descendants(root, 'shape').flatMap((shape) => {
    const data = childOf(shape, 'ClientData');
    if (data?.attributes['ObjectType'] !== 'Checkbox') return [];
    const numbers = (childOf(data, 'Anchor')?.text ?? '').split(',').map(Number);
    if (numbers.length !== 8 || numbers.some((number) => !Number.isFinite(number))) return [];
    const [column, , row, down, , , lastRow, lastDown] = numbers as [number, number, number, number, number, number, number, number];
    const anchor = { column, row, down, lastRow, lastDown };
    const text = childOf(shape, 'textbox');
    return [boxAt(anchor, childOf(data, 'FmlaLink')?.text, Number(childOf(data, 'Checked')?.text ?? 0) === 1, text ? textWithin(text) : '')];
  });
}

/** VML need not be XML that closes its elements: a drawing that is none tells nothing. */
function drawingOf(parts: Parts, path: string): XmlElement | undefined {
  try {
    return parts.xml(path) ?? undefined;
  } catch {
    return undefined;
  }
}

/** `controls/control`, which newer writers wrap into alternatives for older readers. */
function controlsOf(sheet: XmlElement): XmlElement[] {
  const wanted = new Map<string, XmlElement>();
  for (const control of descendants(sheet, 'control')) if (!wanted.has(control.attributes['shapeId'] ?? '')) wanted.set(control.attributes['shapeId'] ?? '', control);
  return [...wanted.values()];
}

function controlBox(control: XmlElement, properties: XmlElement | null): DrawnBox[] {
  const anchor = childOf(childOf(control, 'controlPr'), 'anchor');
  if (!anchor || properties?.attributes['objectType'] !== 'CheckBox') return [];
  const number = (corner: string, name: string): number => Number(childOf(childOf(anchor, corner), name)?.text ?? 0);
  const pixels = (corner: string): number => number(corner, 'rowOff') / 9525;
  const place = { column: number('from', 'col'), row: number('from', 'row'), down: pixels('from'), lastRow: number('to', 'row'), lastDown: pixels('to') };
  return [boxAt(place, properties.attributes['fmlaLink'], properties.attributes['checked'] === 'Checked', '')];
}

/** Half a row of the usual height, in pixels. */
const halfRow = 9;

/** A box drawn a little too high belongs to the row that holds more of it. */
function boxAt(anchor: Place & { readonly down: number; readonly lastRow: number; readonly lastDown: number }, link: string | undefined, isTicked: boolean, label: string): DrawnBox {
  const isLower = anchor.lastRow === anchor.row + 1 && anchor.down > halfRow && anchor.lastDown > halfRow;
  const linked = link && /^\$?[A-Z]+\$?\d+$/.test(link.trim()) ? placeOf(link.trim()) : undefined;
  return { row: anchor.row + (isLower ? 1 : 0), column: anchor.column, isTicked, label: label.trim(), ...(linked ? { linked } : {}) };
}

function textWithin(element: XmlElement): string {
  return element.text + element.children.map(textWithin).join('');
}

function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}
