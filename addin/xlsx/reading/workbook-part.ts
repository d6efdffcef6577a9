// The workbook's own part: which sheets there are, in which order, where their parts lie. Reads no cell.

import type { SheetImage } from '../../sheets/image.ts';
import { WorkbookFileError } from '../file-error.ts';
import { foreignZip } from '../package/foreign.ts';
import { openParts } from '../package/parts.ts';
import type { Parts } from '../package/parts.ts';
import { childOf, childrenOf, isOn } from '../package/xml.ts';
import type { XmlElement } from '../package/xml.ts';
import { sharedStrings } from './strings.ts';
import type { StringItem } from './strings.ts';

export interface OpenedSheet {
  readonly name: string;
  readonly sheetId: string;
  readonly visibility: SheetImage['visibility'];
  readonly path: string;
}

export interface OpenedWorkbook {
  readonly parts: Parts;
  readonly root: XmlElement;
  readonly sheets: readonly OpenedSheet[];
  readonly strings: readonly StringItem[];
  readonly styles: XmlElement | null;
  /** Serial numbers count from 1904. */
  readonly from1904: boolean;
  readonly isStructureProtected: boolean;
  readonly path: string;
}

/** Opens a file; whatever is wrong with it becomes a `WorkbookFileError`. */
export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const parts = openParts(bytes);
  return orDamaged(() => {
    const path = parts.relations('').find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
    const root = parts.xml(path);
    if (!root || root.name !== 'workbook') throw new WorkbookFileError(foreignZip(parts.names));
    const relations = parts.relations(path);
    const part = (type: string): XmlElement | null => {
      const relation = relations.find((candidate) => candidate.type === type);
      return relation ? parts.xml(relation.target) : null;
    };
    const protection = childOf(root, 'workbookProtection');
    return {
      parts,
      root,
      path,
      sheets: sheetsOf(root, parts, path),
      strings: sharedStrings(part('sharedStrings')),
      styles: part('styles'),
      from1904: isOn(childOf(root, 'workbookPr')?.attributes['date1904']),
      isStructureProtected: isOn(protection?.attributes['lockStructure']),
    };
  });
}

/** Chart and dialog sheets have no cells: they are passed over. */
function sheetsOf(root: XmlElement, parts: Parts, path: string): OpenedSheet[] {
  const relations = new Map(parts.relations(path).map((relation) => [relation.id, relation]));
  return childrenOf(childOf(root, 'sheets'), 'sheet').flatMap(({ attributes }, index): OpenedSheet[] => {
    const relation = relations.get(attributes['r:id'] ?? '');
    if (relation && relation.type !== 'worksheet') return [];
    const state = attributes['state'];
    return [
      {
        name: attributes['name'] ?? `Sheet${index + 1}`,
        sheetId: attributes['sheetId'] ?? String(index + 1),
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        path: relation?.target ?? `xl/worksheets/sheet${index + 1}.xml`,
      },
    ];
  });
}

export function orDamaged<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : new WorkbookFileError('damaged', error);
  }
}
