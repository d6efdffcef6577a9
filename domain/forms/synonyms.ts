// What people call the parts of every form, by its id. Apart from the forms themselves: only who reads sheets asks for it,
// and the Worker does not carry it.

import { accountRateSynonyms } from './account-rate.synonyms.ts';
import { attendanceSynonyms } from './attendance.synonyms.ts';
import { complaintSynonyms } from './complaint.synonyms.ts';
import { contractSynonyms } from './contract.synonyms.ts';
import { customerArchiveSynonyms } from './customer-archive.synonyms.ts';
import { executorAssignmentSynonyms } from './executor-assignment.synonyms.ts';
import { giftApplicationSynonyms } from './gift-application.synonyms.ts';
import { giftPlanSynonyms } from './gift-plan.synonyms.ts';
import { policyParameterSynonyms } from './policy-parameter.synonyms.ts';
import { ratingSynonyms } from './rating.synonyms.ts';
import { receiptSynonyms } from './receipt.synonyms.ts';
import { receptionApplicationSynonyms } from './reception-application.synonyms.ts';
import { receptionReportSynonyms } from './reception-report.synonyms.ts';
import { relationshipPlanSynonyms } from './relationship-plan.synonyms.ts';
import { salesSynonyms } from './sales.synonyms.ts';
import { salesPlanSynonyms } from './sales-plan.synonyms.ts';
import { violationSynonyms } from './violation.synonyms.ts';
import { visitReportSynonyms } from './visit-report.synonyms.ts';
import { partsOf } from './parts.ts';
import type { Part, PartPath, Synonyms } from './parts.ts';
import { forms } from './registry.ts';
import { yesAndNo } from './yes-and-no.ts';
import { yesAndNoSynonyms } from './yes-and-no.synonyms.ts';

const ofForms: Readonly<Record<string, Synonyms>> = {
  'customer-archive': customerArchiveSynonyms,
  'visit-report': visitReportSynonyms,
  'relationship-plan': relationshipPlanSynonyms,
  'gift-plan': giftPlanSynonyms,
  'gift-application': giftApplicationSynonyms,
  'reception-application': receptionApplicationSynonyms,
  'reception-report': receptionReportSynonyms,
  contract: contractSynonyms,
  sales: salesSynonyms,
  'sales-plan': salesPlanSynonyms,
  receipt: receiptSynonyms,
  attendance: attendanceSynonyms,
  complaint: complaintSynonyms,
  violation: violationSynonyms,
  rating: ratingSynonyms,
  'policy-parameter': policyParameterSynonyms,
  'account-rate': accountRateSynonyms,
  'executor-assignment': executorAssignmentSynonyms,
};

let known: Map<Part, readonly string[]> | undefined;

/** The other words for a part of a form, or for yes and no; its label is none of them. */
export function synonymsOf(part: Part): readonly string[] {
  known ??= allSynonyms();
  const found = known.get(part);
  // A copy is not the part: it would go by its label alone, and nobody would notice.
  if (!found) throw new RangeError(`${part.label} is no part of a form`);
  return found;
}

function allSynonyms(): Map<Part, readonly string[]> {
  const all = new Map<Part, readonly string[]>();
  for (const form of forms) {
    const synonyms = ofForms[form.id];
    if (!synonyms) throw new RangeError(`no synonyms of ${form.id}`);
    addSynonyms(all, form.id, partsOf(form), synonyms);
  }
  addSynonyms(all, 'yes and no', yesAndNo.map((option) => [option.label, option]), yesAndNoSynonyms);
  return all;
}

const none: readonly string[] = [];

/** What stands in several places (a contact's phone, the industries) goes by the same words in all of them. */
export function addSynonyms(all: Map<Part, readonly string[]>, whose: string, parts: readonly [PartPath, Part][], synonyms: Synonyms): void {
  const paths = new Set(parts.map(([path]) => path));
  for (const path of Object.keys(synonyms)) if (!paths.has(path)) throw new RangeError(`${path} is no part of ${whose}`);
  for (const [path, part] of parts) {
    const words = synonyms[path] ?? none;
    if ((all.get(part) ?? words) !== words) throw new RangeError(`${path} of ${whose} goes by other words elsewhere`);
    all.set(part, words);
  }
}
