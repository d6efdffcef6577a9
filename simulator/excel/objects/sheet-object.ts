// Base of every API object that lives on one worksheet; it is gone when its sheet is.
import { HostError } from '../../wire/errors.ts';
import { HostCollection, HostObject } from '../../wire/host-object.ts';
import type { SheetDocument } from '../document/sheet-document.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';

/** the document and the sheet an object speaks of */
export interface Place {
  document: WorkbookDocument;
  sheet: SheetDocument;
}

export abstract class SheetObject extends HostObject {
  readonly $place: Place;

  constructor(place: Place) {
    super();
    this.$place = place;
  }

  override get $isGone(): boolean {
    return isSheetGone(this.$place);
  }
}

export abstract class SheetCollection<Item extends HostObject> extends HostCollection<Item> {
  readonly $place: Place;

  constructor(place: Place) {
    super();
    this.$place = place;
  }

  override get $isGone(): boolean {
    return isSheetGone(this.$place);
  }
}

function isSheetGone({ document, sheet }: Place): boolean {
  return !document.sheets.includes(sheet);
}

/** "Sheet2!A1" names its sheet; a plain "A1" is on the given one */
export function placeNamed(place: Place, sheetName: string | undefined): Place {
  if (sheetName === undefined) return place;
  const sheet = place.document.findSheet(sheetName);
  if (sheet === undefined) throw new HostError('ItemNotFound');
  return { document: place.document, sheet };
}
