// Plans as an .xlsx file: the same sheets that `addin/excel` draws in a running Excel. Meant to be loaded lazily.

import type { SheetPlan } from '../sheets/plan.ts';
import { planNames, planSheet } from './writing/plan-file.ts';
import { writeWorkbookFile } from './writing/write-file.ts';

export async function xlsxOfPlans(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  return writeWorkbookFile({ sheets: plans.map(planSheet), names: plans.flatMap(planNames), active: 0 });
}
