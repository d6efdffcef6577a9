// Sheets that Keybook generates: drawn in place where the ledger knows them, and remembered there. Where another pane wrote
// meanwhile, it begins again from the reading, as a sync does.

import { areaOf } from './excel/drawn-area.ts';
import type { Workbook } from './excel/host.ts';
import type { PlacedPlan } from './excel/workbook-writes.ts';
import { PaneError } from './panes/services.ts';
import type { WrittenSheets } from './panes/services.ts';
import { drawForm } from './sheets/write/draw-form.ts';
import type { SheetPlan } from './sheets/plan.ts';
import { ledgerCells } from './sync/ledger.ts';
import type { GeneratedSheet } from './sync/ledger.ts';
import type { SyncEngine } from './sync/engine.ts';
import type { Look } from './sync/look.ts';
import { fromReading } from './sync/overtaken.ts';
import type { WriteBack } from './sync/write-back.ts';
import { formOf } from '../domain/forms/registry.ts';

export interface GeneratedSheets {
  write(plans: readonly SheetPlan[], onProgress?: (done: number, of: number) => void): Promise<WrittenSheets>;
  /** Every press makes another blank sheet. */
  insertBlank(form: string, id: string): Promise<WrittenSheets>;
}

export function generatedSheets(workbook: Workbook, engine: SyncEngine, undo: WriteBack): GeneratedSheets {
  const draw = async (plans: readonly SheetPlan[], isRemembered: boolean): Promise<WrittenSheets> =>
    fromReading(engine.lastLook ?? (await engine.look()), () => engine.look(), (look) => drawOver(look, plans, isRemembered));
  const drawOver = async (look: Look, plans: readonly SheetPlan[], isRemembered: boolean): Promise<WrittenSheets> => {
    if (look.content.image.isStructureProtected) throw new PaneError({ code: 'structure-protected' });
    const known = new Map(look.ledger.generated.map((sheet) => [sheet.key, sheet]));
    const planOf = new Map(plans.map((plan) => [plan.key, plan]));
    const placed = plans.map((plan): PlacedPlan => ({ plan, sheet: known.get(plan.key)?.sheet ?? null, mayReplace: isRemembered, ...(known.get(plan.key)?.drawn ? { drawn: known.get(plan.key)!.drawn! } : {}) }));
    const before = look.cells.current;
    let after = before;
    let generated: readonly GeneratedSheet[] = look.ledger.generated;
    const outcome = await workbook.write({
      patches: [],
      plans: placed,
      ledger: isRemembered
        ? {
            before,
            after: ({ sheets }) => {
              generated = [...generated.filter((sheet) => !sheets.some((one) => one.key === sheet.key)), ...sheets.map(({ key, sheet }) => ({ key, sheet, drawn: areaOf(planOf.get(key)!) }))];
              return (after = ledgerCells({ ...look.ledger, generated }));
            },
          }
        : null,
    });
    engine.rememberGenerated(generated, after);
    const names = (created: boolean): string[] => outcome.sheets.filter((sheet) => sheet.created === created).map((sheet) => sheet.name);
    undo.remember({ cells: [], sheets: names(true) });
    return { created: names(true), updated: names(false), syncs: outcome.syncs };
  };
  return {
    write: async (plans, onProgress) => {
      onProgress?.(0, plans.length);
      const written = await draw(plans, true);
      onProgress?.(plans.length, plans.length);
      return written;
    },
    insertBlank: async (id, key) => {
      const form = formOf(id);
      if (!form) throw new PaneError({ code: 'form-unknown', detail: id });
      return draw([drawForm(form, [], { name: form.title, key: `blank/${id}/${key}` })], false);
    },
  };
}
