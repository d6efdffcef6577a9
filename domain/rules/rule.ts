// What every rule is: an article of a regulation in our own words, its dated versions, and how parameters are chosen.

import type { Day } from '../values/day.ts';

export interface Source {
  readonly regulation: string;
  readonly article: string;
}

/** A parameter's value: a number or a word; decimals are written as text so that they stay exact. `null`: no limit. */
export type ParameterValue = string | number | null;

export interface Version {
  readonly from: Day;
  /** Last day in force; open where absent. */
  readonly until?: Day;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export interface Rule {
  readonly id: string;
  readonly label: string;
  readonly source: Source;
  /** The rule in our own words. */
  readonly statement: string;
  readonly versions: readonly Version[];
  readonly checkedOn: Day;
}

/** An organisation's own setting of a parameter from a day on (a record of the form `policy-parameter`). */
export interface PolicyParameter {
  readonly rule: string;
  readonly parameter: string;
  readonly value: ParameterValue;
  readonly fromDay: Day;
  readonly record: string;
}

export interface UsedParameter {
  readonly name: string;
  readonly value: ParameterValue;
  /** `version`: the rule's own value; `policy`: the organisation's. Both values are named. */
  readonly from: 'version' | 'policy';
  readonly since: Day;
  readonly versionValue: ParameterValue;
  /** The policy parameter's record. */
  readonly record?: string;
}

/** One step of a reckoning: a code worded by the reader's language, its facts, and the result as text. */
export interface Step {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly result: string;
}

/** A refusal of the business: something that cannot be reckoned, and why. */
export interface Refusal {
  readonly code: string;
  readonly source?: Source;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The version in force on a day, or null: a day outside every version is refused, never "the latest". */
export function versionOn(rule: Rule, day: Day): Version | null {
  return rule.versions.find((version) => version.from <= day && (version.until === undefined || day <= version.until)) ?? null;
}

/** The parameters of a version on a day, each from the organisation's latest setting or else the version's own value. */
export function parametersOn(
  rule: Rule,
  version: Version,
  day: Day,
  policy: readonly PolicyParameter[],
): Readonly<Record<string, UsedParameter>> {
  const used: Record<string, UsedParameter> = {};
  for (const [name, versionValue] of Object.entries(version.parameters)) {
    const setting = policy
      .filter((entry) => entry.rule === rule.id && entry.parameter === name && entry.fromDay <= day)
      .reduce<PolicyParameter | null>((latest, entry) => (latest && latest.fromDay >= entry.fromDay ? latest : entry), null);
    used[name] = setting
      ? { name, value: setting.value, from: 'policy', since: setting.fromDay, versionValue, record: setting.record }
      : { name, value: versionValue, from: 'version', since: version.from, versionValue };
  }
  return used;
}
