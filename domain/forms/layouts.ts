// How every form lies on paper, by its id. Apart from the forms themselves, so that the Worker, which draws nothing, does
// not carry it.

import { accountRateLayout } from './account-rate.ts';
import { attendanceLayout } from './attendance.ts';
import { complaintLayout } from './complaint.ts';
import { contractLayout } from './contract.ts';
import { customerArchiveLayout } from './customer-archive.layout.ts';
import { executorAssignmentLayout } from './executor-assignment.ts';
import { giftApplicationLayout } from './gift-application.layout.ts';
import { giftPlanLayout } from './gift-plan.ts';
import { policyParameterLayout } from './policy-parameter.ts';
import { ratingLayout } from './rating.ts';
import { receiptLayout } from './receipt.ts';
import { receptionApplicationLayout } from './reception-application.layout.ts';
import { receptionReportLayout } from './reception-report.layout.ts';
import { relationshipPlanLayout } from './relationship-plan.layout.ts';
import { salesPlanLayout } from './sales-plan.ts';
import { salesLayout } from './sales.ts';
import { violationLayout } from './violation.ts';
import { visitReportLayout } from './visit-report.layout.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

const layouts: Readonly<Record<string, PaperLayout>> = {
  'customer-archive': customerArchiveLayout,
  'visit-report': visitReportLayout,
  'relationship-plan': relationshipPlanLayout,
  'gift-plan': giftPlanLayout,
  'gift-application': giftApplicationLayout,
  'reception-application': receptionApplicationLayout,
  'reception-report': receptionReportLayout,
  contract: contractLayout,
  sales: salesLayout,
  'sales-plan': salesPlanLayout,
  receipt: receiptLayout,
  attendance: attendanceLayout,
  complaint: complaintLayout,
  violation: violationLayout,
  rating: ratingLayout,
  'policy-parameter': policyParameterLayout,
  'account-rate': accountRateLayout,
  'executor-assignment': executorAssignmentLayout,
};

export function layoutOf(form: FormDefinition): PaperLayout {
  const layout = layouts[form.id];
  if (!layout) throw new RangeError(`no layout of ${form.id}`);
  return layout;
}

/** All that a sheet of the form may be called, its own title first. */
export function titlesOf(form: FormDefinition): readonly string[] {
  return [form.title, ...(layoutOf(form).titles ?? [])];
}
