// Conditional formats and drop-downs of a sheet's part. A solid data bar needs a second entry in the part's extensions.

import type { FileBarLimit, FileConditional, FileSheet, FileValidation } from './file.ts';
import { argb, list, tag, text } from './markup.ts';
import type { StyleBook } from './style-book.ts';

const EXTENDED = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const ID_EXTENSION = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const FORMATS_EXTENSION = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';

export function conditionalXml(sheet: FileSheet, styles: StyleBook): string {
  return sheet.conditionals.map((format, index) => tag('conditionalFormatting', { sqref: format.range }, ruleXml(format, index, styles))).join('');
}

function ruleXml({ rule, priority, stopIfTrue, format }: FileConditional, index: number, styles: StyleBook): string {
  const shared = { priority, stopIfTrue: stopIfTrue || undefined, dxfId: format ? styles.difference(format) : undefined };
  switch (rule.kind) {
    case 'dataBar': {
      const bar = tag('dataBar', { showValue: rule.barOnly ? 0 : undefined }, limit(rule.lower), limit(rule.upper), tag('color', { rgb: argb(rule.color) }));
      const link = tag('ext', { 'xmlns:x14': EXTENDED, uri: ID_EXTENSION }, tag('x14:id', {}, barId(index)));
      return tag('cfRule', { type: 'dataBar', priority }, bar, tag('extLst', {}, link));
    }
    case 'expression':
      return tag('cfRule', { type: 'expression', ...shared }, tag('formula', {}, text(rule.formula)));
    case 'cellIs':
      return tag('cfRule', { type: 'cellIs', operator: rule.operator, ...shared }, ...rule.formulas.map((formula) => tag('formula', {}, text(formula))));
    case 'text': {
      const operator = rule.operator === 'notContainsText' ? 'notContains' : rule.operator;
      return tag('cfRule', { type: rule.operator, operator, text: rule.text, ...shared }, tag('formula', {}, text(rule.formula)));
    }
  }
}

/** The plain entry knows no automatic ends: the least and greatest stand for them. */
function limit({ type, value }: FileBarLimit): string {
  const plain = { autoMin: 'min', autoMax: 'max' }[type] ?? type;
  return tag('cfvo', { type: plain, val: value });
}

/** The sheet's extensions, '' where it needs none. */
export function extensionXml(sheet: FileSheet): string {
  const bars = sheet.conditionals.flatMap((format, index) => (format.rule.kind === 'dataBar' ? [{ rule: format.rule, range: format.range, id: barId(index) }] : []));
  if (bars.length === 0) return '';
  const entries = bars.map(({ rule, range, id }) => {
    const ends = [rule.lower, rule.upper].map(({ type, value }) => tag('x14:cfvo', { type }, value === undefined ? '' : tag('xm:f', {}, text(value))));
    const colors = tag('x14:negativeFillColor', { rgb: 'FFFF0000' }) + tag('x14:axisColor', { rgb: 'FF000000' });
    const bar = tag('x14:dataBar', { minLength: 0, maxLength: 100, gradient: rule.gradient }, ...ends, colors);
    return tag('x14:conditionalFormatting', { 'xmlns:xm': 'http://schemas.microsoft.com/office/excel/2006/main' }, tag('x14:cfRule', { type: 'dataBar', id }, bar), tag('xm:sqref', {}, range));
  });
  return tag('extLst', {}, tag('ext', { 'xmlns:x14': EXTENDED, uri: FORMATS_EXTENSION }, tag('x14:conditionalFormattings', {}, ...entries)));
}

function barId(index: number): string {
  return `{DA7ABA50-0000-4000-8000-${String(index + 1).padStart(12, '0')}}`;
}

export function validationXml(validations: readonly FileValidation[]): string {
  return list(
    'dataValidations',
    validations.map(({ range, type, operator, formulas, allowBlank, error, prompt }) =>
      tag(
        'dataValidation',
        {
          type,
          operator,
          errorStyle: error?.style,
          allowBlank: allowBlank ?? true,
          showErrorMessage: error?.show ?? true,
          errorTitle: error?.title || undefined,
          error: error?.message || undefined,
          showInputMessage: prompt?.show || undefined,
          promptTitle: prompt?.title || undefined,
          prompt: prompt?.message || undefined,
          sqref: range,
        },
        ...formulas.map((formula, index) => tag(`formula${index + 1}`, {}, text(formula))),
      ),
    ),
  );
}
