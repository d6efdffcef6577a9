// Evaluates formulas lazily and remembers results until the workbook's contents change. A formula outside the
// language keeps the value its file had cached, or becomes #NAME?, and is listed loudly either way.
import { intersect, parseRect, splitSheetName, wholeSheet } from '../address.ts';
import { cellName } from '../address.ts';
import { valueTypeOf } from '../document/cell.ts';
import type { SheetDocument } from '../document/sheet-document.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';
import type { CellValue } from '../workbook-data.ts';
import { mathFunctions } from './functions-math.ts';
import { textFunctions } from './functions-text.ts';
import type { Node } from './parser.ts';
import { parseFormula } from './parser.ts';
import type { Scalar, Value } from './values.ts';
import { Area, booleanOf, compare, fail, FormulaError, numberOf, scalarOf, textOf, toCellValue } from './values.ts';

const functions = { ...mathFunctions, ...textFunctions };

class Unsupported extends Error {}

export interface UnsupportedFormula {
  sheet: string;
  cell: string;
  formula: string;
  reason: string;
}

export class Calculator {
  readonly unsupported = new Map<string, UnsupportedFormula>();
  private readonly document: WorkbookDocument;
  private readonly trees = new Map<string, Node | undefined>();
  private results = new Map<string, CellValue>();
  private running = new Set<string>();
  private version = -1;

  constructor(document: WorkbookDocument) {
    this.document = document;
  }

  resultOf(sheet: SheetDocument, row: number, column: number): CellValue {
    const cell = sheet.cell(row, column);
    // a file's own results hold until something changes
    if (cell.cached && this.document.contentVersion === 0) return cell.value;
    if (this.version !== this.document.contentVersion) {
      this.results = new Map();
      this.version = this.document.contentVersion;
    }
    const key = `${sheet.id} ${row},${column}`;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    if (this.running.has(key)) return 0;
    this.running.add(key);
    try {
      const result = this.calculate(sheet, row, column);
      this.results.set(key, result);
      return result;
    } finally {
      this.running.delete(key);
    }
  }

  /** What a formula that stands in no cell gives; undefined where it gives an error or is outside the language. */
  valueOfFormula(formula: string, sheet: SheetDocument): CellValue | undefined {
    try {
      return toCellValue(this.evaluateFormula(formula, sheet));
    } catch (error) {
      if (error instanceof FormulaError || error instanceof Unsupported) return undefined;
      throw error;
    }
  }

  private calculate(sheet: SheetDocument, row: number, column: number): CellValue {
    const cell = sheet.cell(row, column);
    try {
      return toCellValue(this.evaluateFormula(cell.formula!, sheet));
    } catch (error) {
      if (error instanceof FormulaError) return error.code;
      if (!(error instanceof Unsupported)) throw error;
      const place = { sheet: sheet.name, cell: cellName(row, column), formula: cell.formula!, reason: error.message };
      this.unsupported.set(`${place.sheet}!${place.cell}`, place);
      return cell.cached ? cell.value : '#NAME?';
    }
  }

  private evaluateFormula(formula: string, sheet: SheetDocument): Value {
    if (!this.trees.has(formula)) this.trees.set(formula, parseFormula(formula));
    const tree = this.trees.get(formula);
    if (tree === undefined) throw new Unsupported('the formula is outside the language of the simulator');
    return this.evaluate(tree, sheet);
  }

  private evaluate(node: Node, sheet: SheetDocument): Value {
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'error':
        return new FormulaError(node.code);
      case 'reference':
        return this.areaOf(node.text, sheet);
      case 'name':
        return this.named(node.name, sheet);
      case 'negate':
        return -numberOf(this.evaluate(node.operand, sheet));
      case 'percent':
        return numberOf(this.evaluate(node.operand, sheet)) / 100;
      case 'binary':
        return this.binary(node.operator, this.evaluate(node.left, sheet), this.evaluate(node.right, sheet));
      case 'call':
        return this.call(node, sheet);
    }
  }

  areaOf(reference: string, sheet: SheetDocument): Area {
    const { sheetName, rest } = splitSheetName(reference);
    const target = sheetName === undefined ? sheet : this.document.findSheet(sheetName);
    if (target === undefined) return fail('#REF!');
    const rect = intersect(parseRect(rest), wholeSheet)!;
    return new Area(target, rect, (owner, row, column) => this.read(owner, row, column));
  }

  private read(sheet: SheetDocument, row: number, column: number): Scalar {
    const cell = sheet.cell(row, column);
    const value = cell.formula === undefined ? cell.value : this.resultOf(sheet, row, column);
    if (value === '' && cell.formula === undefined) return null;
    return valueTypeOf(value) === 'Error' ? new FormulaError(String(value)) : value;
  }

  private named(name: string, sheet: SheetDocument): Value {
    const wanted = name.toLowerCase();
    const candidates = this.document.names.filter((item) => item.name.toLowerCase() === wanted);
    const found = candidates.find((item) => item.scope === sheet) ?? candidates.find((item) => item.scope === undefined);
    if (found === undefined) throw new Unsupported(`the name ${name}`);
    return this.evaluateFormula(found.formula, sheet);
  }

  private binary(operator: string, left: Value, right: Value): Value {
    if (operator === '&') return textOf(left) + textOf(right);
    if (/[=<>]/.test(operator)) {
      const order = compare(scalarOf(left), scalarOf(right));
      const outcomes: Record<string, boolean> = {
        '=': order === 0, '<>': order !== 0, '<': order < 0, '>': order > 0, '<=': order <= 0, '>=': order >= 0,
      };
      return outcomes[operator]!;
    }
    const one = numberOf(left);
    const other = numberOf(right);
    if (operator === '+') return one + other;
    if (operator === '-') return one - other;
    if (operator === '*') return one * other;
    if (operator === '^') return one ** other;
    return other === 0 ? fail('#DIV/0!') : one / other;
  }

  /** functions that must not evaluate all their parts, then the eager ones */
  private call(node: Node & { kind: 'call' }, sheet: SheetDocument): Value {
    const part = (index: number): Value => {
      const argument = node.parts[index];
      return argument === undefined ? null : this.evaluate(argument, sheet);
    };
    switch (node.name) {
      case 'IF':
        if (booleanOf(part(0))) return node.parts.length > 1 ? part(1) : true;
        return node.parts.length > 2 ? part(2) : false;
      case 'IFS':
        for (let index = 0; index + 1 < node.parts.length; index += 2) if (booleanOf(part(index))) return part(index + 1);
        return fail('#N/A');
      case 'IFERROR':
        return this.attempt(() => part(0)) ?? part(1);
      case 'IFNA':
        return this.attempt(() => part(0), '#N/A') ?? part(1);
      case 'AND':
        return this.truths(node, part).every(Boolean);
      case 'OR':
        return this.truths(node, part).some(Boolean);
      case 'NOT':
        return !booleanOf(part(0));
    }
    const run = functions[node.name];
    if (run === undefined) throw new Unsupported(`the function ${node.name}`);
    const values = node.parts.map((argument) => (argument === undefined ? undefined : this.caught(argument, sheet)));
    return run(...(values as Value[]));
  }

  /** tests such as ISERROR take an error as a value */
  private caught(node: Node, sheet: SheetDocument): Value {
    try {
      return this.evaluate(node, sheet);
    } catch (error) {
      if (error instanceof FormulaError) return error;
      throw error;
    }
  }

  private attempt(evaluate: () => Value, only?: string): Value | undefined {
    try {
      const value = evaluate();
      const scalar = value instanceof Area && value.count === 1 ? value.at(0, 0) : value;
      if (!(scalar instanceof FormulaError)) return scalar;
      if (only === undefined || scalar.code === only) return undefined;
      return scalar;
    } catch (error) {
      if (error instanceof FormulaError && (only === undefined || error.code === only)) return undefined;
      throw error;
    }
  }

  private truths(node: Node & { kind: 'call' }, part: (index: number) => Value): boolean[] {
    return node.parts.flatMap((_argument, index) => {
      const value = part(index);
      if (!(value instanceof Area)) return [booleanOf(value)];
      return [...value.stored()].filter((cell) => typeof cell.value !== 'string').map((cell) => booleanOf(cell.value));
    });
  }
}
