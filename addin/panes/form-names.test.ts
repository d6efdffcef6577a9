import { expect, it } from 'vitest';
import { fieldLabel, loadForms } from './form-names.ts';

it('a problem bears the label of its field, of its column or of its table', async () => {
  await loadForms();
  const labelOf = (path: string) => fieldLabel({ form: 'visit-report', path, field: path } as never);
  expect(['issues_open', 'expenses/row-0/amount', 'expenses'].map(labelOf)).toEqual(['今日未处理问题', '金额(元)', '费用']);
});
