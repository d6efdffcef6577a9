// Plans of the same form put under one another on one sheet. Pure.

import type { Rect } from '../sheets/image.ts';
import { movedFormula } from '../sheets/cells/moved-formula.ts';
import type { SheetPlan } from '../sheets/plan.ts';

/** Empty rows between two cards: a cut line for reading and for recognition. */
const gap = 2;

export function stackPlans(plans: readonly SheetPlan[]): SheetPlan {
  const first = plans[0]!;
  let top = 0;
  const moved = plans.map((plan) => {
    const down = top;
    top += plan.pageSetup.printArea.row + plan.pageSetup.printArea.rows + gap;
    return movedDown(plan, down);
  });
  const area = first.pageSetup.printArea;
  return {
    ...first,
    cells: moved.flatMap((plan) => plan.cells),
    styles: moved.flatMap((plan) => plan.styles),
    merges: moved.flatMap((plan) => plan.merges),
    rowHeights: Object.assign({}, ...moved.map((plan) => plan.rowHeights)) as SheetPlan['rowHeights'],
    dataBars: moved.flatMap((plan) => plan.dataBars),
    validations: moved.flatMap((plan) => plan.validations),
    pageSetup: { ...first.pageSetup, fitToHeight: false, printArea: { ...area, rows: top - gap - area.row } },
  };
}

function movedDown(plan: SheetPlan, rows: number): SheetPlan {
  const down = (rect: Rect): Rect => ({ ...rect, row: rect.row + rows });
  return {
    ...plan,
    // A sum is that of its own card.
    cells: plan.cells.map((cell) => ({ ...cell, row: cell.row + rows, ...(cell.formula === undefined ? {} : { formula: movedFormula(cell.formula, rows, 0) }) })),
    styles: plan.styles.map((style) => ({ ...style, range: down(style.range) })),
    merges: plan.merges.map(down),
    rowHeights: Object.fromEntries(Object.entries(plan.rowHeights).map(([row, height]) => [Number(row) + rows, height])),
    dataBars: plan.dataBars.map((bar) => ({ ...bar, range: down(bar.range) })),
    validations: plan.validations.map((validation) => ({ ...validation, range: down(validation.range) })),
  };
}
