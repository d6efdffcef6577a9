// Every form there is. Adding one is its definition, its fixtures and a line here.

import { accountRate } from './account-rate.ts';
import { attendance } from './attendance.ts';
import { complaint } from './complaint.ts';
import { contract } from './contract.ts';
import { customerArchive } from './customer-archive.ts';
import { executorAssignment } from './executor-assignment.ts';
import { giftApplication } from './gift-application.ts';
import { giftPlan } from './gift-plan.ts';
import { policyParameter } from './policy-parameter.ts';
import { rating } from './rating.ts';
import { receipt } from './receipt.ts';
import { receptionApplication } from './reception-application.ts';
import { receptionReport } from './reception-report.ts';
import { relationshipPlan } from './relationship-plan.ts';
import { salesPlan } from './sales-plan.ts';
import { sales } from './sales.ts';
import { violation } from './violation.ts';
import { visitReport } from './visit-report.ts';
import type { FormDefinition } from './definition.ts';

export const forms: readonly FormDefinition[] = [
  customerArchive,
  visitReport,
  relationshipPlan,
  giftPlan,
  giftApplication,
  receptionApplication,
  receptionReport,
  contract,
  sales,
  salesPlan,
  receipt,
  attendance,
  complaint,
  violation,
  rating,
  policyParameter,
  accountRate,
  executorAssignment,
];

const byId = new Map(forms.map((form) => [form.id, form]));

/** The definition of a form id, undefined where there is none. */
export function formOf(id: string): FormDefinition | undefined {
  return byId.get(id);
}
