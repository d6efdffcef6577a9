// Every word of every form in traditional script, as three regions write it, is the same word.

import { describe, expect, it } from 'vitest';
import type { FormDefinition } from './definition.ts';
import { titlesOf } from './layouts.ts';
import { partsOf } from './parts.ts';
import { forms } from './registry.ts';
import { simplified } from './simplified.ts';
import { synonymsOf } from './synonyms.ts';

// The package brings no types.
const { Converter } = (await import('opencc-js' as string)) as { Converter(scripts: { from: string; to: string }): (text: string) => string };

function wordsOf(form: FormDefinition): string[] {
  return [...titlesOf(form), ...partsOf(form).flatMap(([, part]) => [part.label, ('printed' in part && part.printed) || '', ...synonymsOf(part)])];
}

const words = [...new Set([...forms.flatMap(wordsOf), '合计', '小计', '总计', '共计', '同上', '签字', '万元', '亿元', '千元', '周', '星期', '约'])];

describe.each(['t', 'tw', 'hk'])('in the script of %s', (to) => {
  const converted = Converter({ from: 'cn', to });

  it('folds back', () => {
    expect(words.filter((word) => simplified(converted(word)) !== simplified(word))).toEqual([]);
  });
});
