// A parameter's name and value as people read them; one that has no words shows itself.

import type { ParameterValue } from '../../domain/rules/rule.ts';
import { words } from './words.ts';

export function parameterName(name: string): string {
  const item = /^weight_(\d+)$/.exec(name)?.[1];
  return item === undefined ? (words.parameters[name] ?? name) : words.itemWeight(item);
}

/** `0..10` is a range, `5,4..5,0..3` levels; null is no limit. */
export function parameterValue(value: ParameterValue): string {
  if (value === null) return words.pane.evidence.unlimited;
  const text = String(value);
  return words.parameterValues[text] ?? text.replaceAll('..', '–').replaceAll(',', '、').replace(/^-(?=\d)/, '−');
}
