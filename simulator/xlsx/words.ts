// The file format's words and Office.js' words for the same things, both ways. Knows no cells.

interface Line {
  readonly style: string;
  readonly weight: string;
}

const LINES: Readonly<Record<string, Line>> = {
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  hair: { style: 'Continuous', weight: 'Hairline' },
  dashed: { style: 'Dash', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  dotted: { style: 'Dot', weight: 'Thin' },
  dashDot: { style: 'DashDot', weight: 'Thin' },
  mediumDashDot: { style: 'DashDot', weight: 'Medium' },
  dashDotDot: { style: 'DashDotDot', weight: 'Thin' },
  mediumDashDotDot: { style: 'DashDotDot', weight: 'Medium' },
  slantDashDot: { style: 'SlantDashDot', weight: 'Medium' },
  double: { style: 'Double', weight: 'Thick' },
};

export function lineOf(word: string): Line | undefined {
  return LINES[word];
}

export function lineWord(style: string, weight = 'Thin'): string | undefined {
  if (style === 'None') return undefined;
  const words = Object.entries(LINES).filter(([, line]) => line.style === style);
  return (words.find(([, line]) => line.weight === weight) ?? words[0])?.[0] ?? 'thin';
}

const HORIZONTAL = { general: 'General', left: 'Left', center: 'Center', right: 'Right', fill: 'Fill', justify: 'Justify', centerContinuous: 'CenterAcrossSelection', distributed: 'Distributed' };
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom', justify: 'Justify', distributed: 'Distributed' };
const UNDERLINE = { single: 'Single', double: 'Double', singleAccounting: 'SingleAccountant', doubleAccounting: 'DoubleAccountant' };
const PAPER = { 1: 'Letter', 5: 'Legal', 8: 'A3', 9: 'A4', 11: 'A5', 12: 'B4', 13: 'B5' };
const OPERATOR = { between: 'Between', notBetween: 'NotBetween', equal: 'EqualTo', notEqual: 'NotEqualTo', greaterThan: 'GreaterThan', lessThan: 'LessThan', greaterThanOrEqual: 'GreaterThanOrEqual', lessThanOrEqual: 'LessThanOrEqual' };
const RULE_OPERATOR = { ...OPERATOR, greaterThanOrEqual: 'GreaterThanOrEqualTo', lessThanOrEqual: 'LessThanOrEqualTo' };
const VALIDATION = { list: 'list', whole: 'wholeNumber', decimal: 'decimal', date: 'date', time: 'time', textLength: 'textLength', custom: 'custom' };
const BOUND = { num: 'Number', percent: 'Percent', percentile: 'Percentile', formula: 'Formula', min: 'LowestValue', max: 'HighestValue', autoMin: 'Automatic', autoMax: 'Automatic' };
const TEXT_OPERATOR = { containsText: 'Contains', notContainsText: 'NotContains', beginsWith: 'BeginsWith', endsWith: 'EndsWith' };
const LEGEND = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right' };

export const words = { HORIZONTAL, VERTICAL, UNDERLINE, PAPER, OPERATOR, RULE_OPERATOR, VALIDATION, BOUND, TEXT_OPERATOR, LEGEND };

export function toOffice(table: Readonly<Record<string, string>>, word: string | number | undefined): string | undefined {
  return word === undefined ? undefined : table[word];
}

export function toFile(table: Readonly<Record<string, string>>, word: string | undefined): string | undefined {
  return Object.entries(table).find(([, office]) => office === word)?.[0];
}
