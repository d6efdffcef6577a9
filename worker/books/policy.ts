// The organisation's own settings and its commission rates, out of the changes of their records.

import type { SlipRate } from '../../domain/rules/commission-slip.ts';
import type { PolicyParameter } from '../../domain/rules/rule.ts';
import { foldName } from '../../domain/protocol/names.ts';
import { ratioOfNumber, ratioText } from '../../domain/values/ratio.ts';
import { replay } from './replay.ts';
import type { ChangeRow } from './replay.ts';

export function policyOf(changes: readonly ChangeRow[]): PolicyParameter[] {
  return replay(changes).flatMap(({ record, fields }) => {
    const { rule, parameter, value, from_day: fromDay } = fields;
    if (typeof rule !== 'string' || typeof parameter !== 'string' || typeof fromDay !== 'string') return [];
    return [{ rule, parameter, value: typeof value === 'string' && value.trim() !== '' ? value.trim() : null, fromDay, record }];
  });
}

/** `members`: names folded, to ids; a name that is nobody's or two people's has no rate. */
export function ratesOf(changes: readonly ChangeRow[], members: ReadonlyMap<string, string>): SlipRate[] {
  return replay(changes).flatMap(({ record, natural, fields }) => {
    const memberId = memberOf(natural) ?? members.get(foldName(String(fields['member'] ?? '')));
    const { rate, from_day: fromDay, contract_no: contractNo } = fields;
    if (memberId === undefined || typeof rate !== 'number' || typeof fromDay !== 'string') return [];
    const isGeneral = typeof contractNo !== 'string' || foldName(contractNo) === '';
    return [{ memberId, contractNo: isGeneral ? null : contractNo, percent: ratioText(ratioOfNumber(rate)), fromDay, record }];
  });
}

/** The member a rate was accepted for: a namesake who joins later takes nothing away. */
function memberOf(natural: string): string | undefined {
  return /^[a-z-]+:\["@([^"]+)"/.exec(natural)?.[1];
}

/** The rates under the contract numbers as the receipts spell them: width, case and blanks do not tell numbers apart. */
export function ratesFor(rates: readonly SlipRate[], contractNumbers: readonly string[]): SlipRate[] {
  const spellings = Map.groupBy(new Set(contractNumbers), foldName);
  return rates.flatMap((rate) =>
    rate.contractNo === null ? [rate] : (spellings.get(foldName(rate.contractNo)) ?? []).map((contractNo) => ({ ...rate, contractNo })),
  );
}

export function idsByName(members: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  const ids = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, name } of members) {
    const folded = foldName(name);
    if (ids.has(folded)) twice.add(folded);
    ids.set(folded, id);
  }
  for (const name of twice) ids.delete(name);
  return ids;
}
