// Conditional formats and data validations of a sheet's part. Rules of other kinds than those drawn or used are dropped.

import { childOf, childrenOf, isOn } from '../../addin/xlsx/package/xml.ts';
import type { XmlElement } from '../../addin/xlsx/package/xml.ts';
import type { ConditionalFormatData, DataValidationData } from '../excel/workbook-data.ts';
import type { ColorOf } from './open-colors.ts';
import { present } from './open-styles.ts';
import type { FileStyles } from './open-styles.ts';
import { toOffice, words } from './words.ts';

export function readConditionals(sheet: XmlElement, styles: FileStyles, colorOf: ColorOf): ConditionalFormatData[] {
  const solid = solidBars(sheet);
  return childrenOf(sheet, 'conditionalFormatting').flatMap((format) =>
    childrenOf(format, 'cfRule').flatMap((rule): ConditionalFormatData[] => {
      const read = ruleOf(rule, solid, colorOf);
      if (!read) return [];
      const style = styles.differences[Number(rule.attributes['dxfId'])];
      return [{ range: format.attributes['sqref'] ?? 'A1', priority: Math.max(0, Number(rule.attributes['priority'] ?? 1) - 1), ...present('stopIfTrue', isOn(rule.attributes['stopIfTrue']) || undefined), ...present('format', style), ...read }];
    }),
  );
}

function ruleOf(rule: XmlElement, solid: ReadonlySet<string>, colorOf: ColorOf): Pick<ConditionalFormatData, 'type' | 'rule' | 'dataBar'> | null {
  const { type, operator, text } = rule.attributes;
  const formulas = childrenOf(rule, 'formula').map((formula) => `=${formula.text}`);
  switch (type) {
    case 'dataBar':
      return { type: 'DataBar', dataBar: barOf(rule, solid, colorOf) };
    case 'expression':
      return { type: 'Custom', rule: { formula: formulas[0] ?? '' } };
    case 'cellIs':
      return { type: 'CellValue', rule: { operator: toOffice(words.OPERATOR, operator) ?? 'EqualTo', formula1: formulas[0] ?? '', ...present('formula2', formulas[1]) } };
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith':
      return { type: 'ContainsText', rule: { operator: toOffice(words.TEXT_OPERATOR, type), text: text ?? '' } };
    default:
      return null;
  }
}

function barOf(rule: XmlElement, solid: ReadonlySet<string>, colorOf: ColorOf): ConditionalFormatData['dataBar'] {
  const bar = childOf(rule, 'dataBar');
  const [lower, upper] = childrenOf(bar, 'cfvo').map(({ attributes }) => ({ type: toOffice(words.BOUND, attributes['type']) ?? 'Automatic', ...present('formula', attributes['val']) }));
  const id = childOf(childOf(childOf(rule, 'extLst'), 'ext'), 'id')?.text ?? '';
  return { color: colorOf(childOf(bar, 'color')) ?? '#638EC6', showDataBarOnly: !isOn(bar?.attributes['showValue'], true), gradient: !solid.has(id), ...present('lower', lower), ...present('upper', upper) };
}

function solidBars(sheet: XmlElement): Set<string> {
  const ids = new Set<string>();
  for (const extension of childrenOf(childOf(sheet, 'extLst'), 'ext')) {
    for (const format of childrenOf(childOf(extension, 'conditionalFormattings'), 'conditionalFormatting')) {
      for (const rule of childrenOf(format, 'cfRule')) {
        if (rule.attributes['id'] ?? rule.attributes['r:id']) {
          if (!isOn(childOf(rule, 'dataBar')?.attributes['gradient'], true)) ids.add((rule.attributes['id'] ?? rule.attributes['r:id'])!);
        }
      }
    }
  }
  return ids;
}

export function readValidations(sheet: XmlElement): DataValidationData[] {
  return childrenOf(childOf(sheet, 'dataValidations'), 'dataValidation').flatMap((element): DataValidationData[] => {
    const { type, sqref, operator, errorStyle, errorTitle, error, promptTitle, prompt, allowBlank, showErrorMessage, showInputMessage } = element.attributes;
    const kind = toOffice(words.VALIDATION, type);
    if (!kind || !sqref) return [];
    const formulas = [childOf(element, 'formula1')?.text ?? '', childOf(element, 'formula2')?.text ?? ''];
    const style = { stop: 'Stop', warning: 'Warning', information: 'Information' }[errorStyle ?? 'stop'] ?? 'Stop';
    return [
      {
        range: sqref,
        rule: { [kind]: validationRule(kind, operator, formulas) },
        ignoreBlanks: isOn(allowBlank),
        errorAlert: { showAlert: isOn(showErrorMessage), style, title: errorTitle ?? '', message: error ?? '' },
        ...(prompt || promptTitle ? { prompt: { showPrompt: isOn(showInputMessage), title: promptTitle ?? '', message: prompt ?? '' } } : {}),
      },
    ];
  });
}

function validationRule(kind: string, operator: string | undefined, [first, second]: readonly string[]): Record<string, unknown> {
  if (kind === 'list') return { inCellDropDown: true, source: /^".*"$/s.test(first!) ? first!.slice(1, -1).replaceAll('""', '"') : `=${first}` };
  if (kind === 'custom') return { formula: `=${first}` };
  const value = (text: string): string | number => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : `=${text}`);
  return { operator: toOffice(words.RULE_OPERATOR, operator ?? 'between') ?? 'Between', formula1: value(first!), ...(second === '' ? {} : { formula2: value(second!) }) };
}
