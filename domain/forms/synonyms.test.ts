// What people call the parts of every form: each word once, and every path a part.

import { describe, expect, it } from 'vitest';
import { contract } from './contract.ts';
import { contractSynonyms } from './contract.synonyms.ts';
import { partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { forms } from './registry.ts';
import { addSynonyms, synonymsOf } from './synonyms.ts';
import { field } from './types.ts';

describe.each(forms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  const parts = partsOf(form);

  it('has a path for each of its parts', () => {
    expect(new Set(parts.map(([path]) => path)).size).toBe(parts.length);
  });

  it('says no word twice for one part', () => {
    for (const [path, part] of parts) {
      const words = [part.label, ...synonymsOf(part)];
      expect(words.filter((word, index) => word.trim() === '' || words.indexOf(word) !== index), path).toEqual([]);
    }
  });
});

describe('synonyms', () => {
  it('are those of fields, tables, columns, printed rows and options', () => {
    const parts = new Map<string, Part>(forms.flatMap((form) => partsOf(form).map(([path, part]): [string, Part] => [`${form.id}:${path}`, part])));
    const said = ['contract:contract_no', 'reception-report:reviews', 'reception-report:reviews/role', 'reception-report:reviews/gm', 'visit-report:visits/plan/处理问题', 'gift-plan:industry/游戏', 'contract:remark'].map((path) => synonymsOf(parts.get(path)!)[0]);
    expect(said).toEqual(['合同号', '审核意见', '角色', '总经理审核', '解决问题', '网络游戏', undefined]);
  });

  it('are not those of a copy', () => {
    expect(() => synonymsOf({ ...contract.fields[0]! })).toThrow('合同编号 is no part of a form');
  });

  it('of what no form has are refused', () => {
    expect(() => addSynonyms(new Map(), 'contract', partsOf(contract), { ...contractSynonyms, contract_number: ['合同号'] })).toThrow('contract_number is no part of contract');
  });

  it('of what stands in two places are refused where they differ', () => {
    const phone = field('phone', '联系电话', 'text');
    const words = ['手机'];
    const add = (second: object) => () => addSynonyms(new Map<Part, readonly string[]>(), 'archive', [['seniors/phone', phone], ['team/phone', phone]], { 'seniors/phone': words, ...second });
    expect(add({ 'team/phone': words })).not.toThrow();
    for (const second of [{}, { 'team/phone': ['电话'] }]) expect(add(second)).toThrow('team/phone of archive goes by other words elsewhere');
  });
});
