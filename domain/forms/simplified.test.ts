// Every word of every form in traditional script, as three regions write it, is the same word.

import { describe, expect, it } from 'vitest';
import type { FormDefinition, Option } from './definition.ts';
import { titlesOf } from './layouts.ts';
import { forms } from './registry.ts';
import { simplified } from './simplified.ts';

// The package brings no types.
const { Converter } = (await import('opencc-js' as string)) as { Converter(scripts: { from: string; to: string }): (text: string) => string };

interface Named {
  readonly label: string;
  readonly printed?: string;
  readonly synonyms?: readonly string[];
}

function wordsOf(form: FormDefinition): string[] {
  const tables = form.tables ?? [];
  const fields = [...form.fields, ...tables.flatMap((table) => table.columns)];
  const options = fields.flatMap((field): readonly Option[] => ('options' in field.type ? field.type.options : []));
  const named: readonly Named[] = [...fields, ...options, ...tables, ...tables.flatMap((table) => table.fixedRows ?? [])];
  return [...titlesOf(form), ...named.flatMap(({ label, printed, synonyms }) => [label, printed ?? '', ...(synonyms ?? [])])];
}

const words = [...new Set([...forms.flatMap(wordsOf), '合计', '小计', '总计', '共计', '同上', '签字', '万元', '亿元', '千元', '周', '星期', '约'])];

describe.each(['t', 'tw', 'hk'])('in the script of %s', (to) => {
  const converted = Converter({ from: 'cn', to });

  it('folds back', () => {
    expect(words.filter((word) => simplified(converted(word)) !== simplified(word))).toEqual([]);
  });
});
