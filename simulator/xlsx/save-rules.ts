// Conditional formats and data validations in the file's words. Types that the file writer does not know are left out.

import { addressOf, rectOf } from '../../addin/sheets/image.ts';
import type { FileBarLimit, FileConditional, FileRule, FileValidation } from '../../addin/xlsx/writing/file.ts';
import type { ConditionalFormatData, DataValidationData } from '../excel/workbook-data.ts';
import { differenceStyle } from './save-style.ts';
import { toFile, words } from './words.ts';

export function fileConditional(data: ConditionalFormatData): FileConditional[] {
  const rule = ruleOf(data);
  if (!rule) return [];
  return [{ range: data.range.replaceAll(',', ' '), priority: Math.max(1, data.priority + 1), stopIfTrue: data.stopIfTrue, rule, format: data.format && differenceStyle(data.format) }];
}

function ruleOf({ type, rule = {}, dataBar, range }: ConditionalFormatData): FileRule | null {
  const formula = (name: string): string => String(rule[name] ?? '').replace(/^=/, '');
  switch (type) {
    case 'DataBar':
      return { kind: 'dataBar', color: dataBar?.color || '#638EC6', gradient: dataBar?.gradient ?? true, barOnly: dataBar?.showDataBarOnly ?? false, lower: boundOf(dataBar?.lower, 'autoMin'), upper: boundOf(dataBar?.upper, 'autoMax') };
    case 'Custom':
      return { kind: 'expression', formula: formula('formula') };
    case 'CellValue':
      return { kind: 'cellIs', operator: toFile(words.OPERATOR, String(rule['operator'])) ?? 'equal', formulas: ['formula1', 'formula2'].map(formula).filter((text) => text !== '') };
    case 'ContainsText':
      return textRule(String(rule['operator']), String(rule['text'] ?? ''), range);
    default:
      return null;
  }
}

function boundOf(bound: { type: string; formula?: string } | undefined, automatic: string): FileBarLimit {
  const type = !bound || bound.type === 'Automatic' ? automatic : (toFile(words.BOUND, bound.type) ?? automatic);
  const value = bound?.formula?.replace(/^=/, '');
  return value === undefined || type.startsWith('auto') || type === 'min' || type === 'max' ? { type } : { type, value };
}

/** The file repeats a text rule as a formula on the range's first cell. */
function textRule(operator: string, text: string, range: string): FileRule {
  const rect = rectOf(range.split(/[\s,]/)[0]!);
  const cell = addressOf(rect.row, rect.column);
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const kind = toFile(words.TEXT_OPERATOR, operator) ?? 'containsText';
  const formulas = { containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`, notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`, beginsWith: `LEFT(${cell},LEN(${quoted}))=${quoted}`, endsWith: `RIGHT(${cell},LEN(${quoted}))=${quoted}` };
  return { kind: 'text', operator: kind, text, formula: formulas[kind as keyof typeof formulas] };
}

export function fileValidation(data: DataValidationData): FileValidation[] {
  const [kind, rule] = Object.entries(data.rule)[0] ?? [];
  const type = toFile(words.VALIDATION, kind);
  if (!type) return [];
  const { errorAlert, prompt } = data;
  return [
    {
      range: data.range.replaceAll(',', ' '),
      type,
      ...contentOf(type, rule as Record<string, unknown>),
      allowBlank: data.ignoreBlanks,
      error: errorAlert && { style: errorAlert.style && errorAlert.style !== 'Stop' ? errorAlert.style.toLowerCase() : undefined, title: errorAlert.title, message: errorAlert.message, show: errorAlert.showAlert ?? true },
      prompt: prompt && { title: prompt.title, message: prompt.message, show: prompt.showPrompt ?? true },
    },
  ];
}

function contentOf(type: string, rule: Record<string, unknown>): Pick<FileValidation, 'formulas' | 'operator'> {
  if (type === 'list') {
    const source = String(rule['source'] ?? '');
    return { formulas: [source.startsWith('=') ? source.slice(1) : `"${source.replaceAll('"', '""')}"`] };
  }
  const formulas = (type === 'custom' ? ['formula'] : ['formula1', 'formula2']).flatMap((name) => (rule[name] === undefined || rule[name] === '' ? [] : [String(rule[name]).replace(/^=/, '')]));
  return { formulas, operator: type === 'custom' ? undefined : toFile(words.RULE_OPERATOR, String(rule['operator'])) };
}
