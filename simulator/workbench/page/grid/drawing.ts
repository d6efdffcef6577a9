// Draws a stretch of a sheet as HTML text: grid lines, cells with their styles, merged areas, charts. Only what is not
// empty becomes an element. It reads the simulator's model and changes nothing.

import { cellName, contains, intersect, parseRect, splitSheetName, type Rect } from '../../../excel/address.ts';
import { textOfValue } from '../../../excel/document/number-text.ts';
import type { SheetDocument } from '../../../excel/document/sheet-document.ts';
import type { WorkbookDocument } from '../../../excel/document/workbook-document.ts';
import type { CellStyle, CellValue } from '../../../excel/workbook-data.ts';
import { escape } from '../escape.ts';
import { acrossOf, borderText, safeColor, styleText } from './cell-style.ts';
import { chartSvg } from './charts.ts';
import { barOf, conditionalStyle } from './conditional.ts';
import { boxOf, pixelsPerPoint, type Box, type Geometry } from './geometry.ts';

export interface Stretch {
  readonly document: WorkbookDocument;
  readonly sheet: SheetDocument;
  readonly geometry: Geometry;
  /** The rows and columns to draw. */
  readonly lines: Rect;
}

export function drawCells(stretch: Stretch): string {
  const { sheet, lines } = stretch;
  const merges = sheet.state.merges.filter((merge) => intersect(merge, lines) !== undefined);
  const isInMerge = (row: number, column: number) => merges.some((merge) => contains(merge, { row, column, rows: 1, columns: 1 }));
  const html = [...sheet.state.grid.within({ ...lines, column: 0, columns: lines.column + lines.columns })]
    .filter(({ row, column }) => !isInMerge(row, column))
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column }) => drawCell(stretch, { row, column, rows: 1, columns: 1 }));
  html.push(...merges.map((merge) => drawCell(stretch, merge)));
  return (sheet.state.showGridlines ? gridLines(stretch) : '') + html.join('');
}

function gridLines({ geometry, lines }: Stretch): string {
  const all = boxOf(geometry, lines);
  const down = range(lines.column, lines.columns).map((column) => geometry.columns.startOf(column + 1) - 1)
    .map((x) => `<i class="line" style="left:${x}px;top:${all.top}px;width:1px;height:${all.height}px"></i>`);
  const across = range(lines.row, lines.rows).map((row) => geometry.rows.startOf(row + 1) - 1)
    .map((y) => `<i class="line" style="left:${all.left}px;top:${y}px;width:${all.width}px;height:1px"></i>`);
  return down.join('') + across.join('');
}

function drawCell(stretch: Stretch, rect: Rect): string {
  const { document, sheet, geometry } = stretch;
  const cell = sheet.cell(rect.row, rect.column);
  const value = document.valueOf(sheet, rect.row, rect.column);
  const box = boxOf(geometry, rect);
  if (box.width === 0 || box.height === 0) return '';
  const style = mixed(cell.style, conditionalStyle(document, sheet, rect.row, rect.column, value));
  const text = shownText(value, cell.numberFormat, style, box);
  const bar = barOf(document, sheet, rect.row, rect.column, value);
  const span = text !== '' && rect.columns === 1 ? overflow(stretch, rect, value, style, text, box) : { left: 0, right: 0 };
  // Where it may not run over its neighbours, a text ends at the edge.
  const cut = turnOf(style) === '' && span.left + span.right === 0 ? ';overflow:hidden' : '';
  const css = `${place(box)};${bordersOf(sheet, rect)}${styleText(style, value)}${cut}`;
  const content = bar?.hidesText ? '' : escape(text);
  return `<div class="cell${turnOf(style)}" data-cell="${cellName(rect.row, rect.column)}" style="${css}">${bar === undefined ? '' : barHtml(bar)}${content === '' ? '' : `<span style="margin:0 ${-span.right}px 0 ${-span.left}px">${content}</span>`}</div>`;
}

function turnOf(style: CellStyle | undefined): string {
  return style?.textRotation && style.textRotation !== 180 && style.textRotation !== 255 ? ' turned' : '';
}

function mixed(style: CellStyle | undefined, conditional: CellStyle | undefined): CellStyle | undefined {
  return conditional === undefined ? style : { ...style, ...conditional, font: { ...style?.font, ...conditional.font } };
}

/** A number that does not fit shows as ###, never cut. */
function shownText(value: CellValue, numberFormat: string | undefined, style: CellStyle | undefined, box: Box): string {
  const text = textOfValue(value, numberFormat);
  const size = (style?.font?.size ?? 11) * pixelsPerPoint;
  const isTooLong = typeof value === 'number' && !style?.shrink && text.length * size * 0.5 > box.width + 4;
  if (!isTooLong) return text;
  const isGeneral = numberFormat === undefined || numberFormat === 'General';
  const shorter = isGeneral ? String(Number(value.toPrecision(Math.max(1, Math.floor(box.width / (size * 0.52)) - 2)))) : text;
  return shorter.length * size * 0.5 <= box.width + 4 ? shorter : '#'.repeat(Math.max(1, Math.floor(box.width / (size * 0.55))));
}

/** Text runs over empty neighbours, as far as they are empty. */
function overflow({ sheet, geometry }: Stretch, rect: Rect, value: CellValue, style: CellStyle | undefined, text: string, box: Box): { left: number; right: number } {
  if (typeof value !== 'string' || style?.wrap || style?.shrink || text.includes('\n')) return { left: 0, right: 0 };
  const need = [...text].length * (style?.font?.size ?? 11) * pixelsPerPoint - box.width;
  const across = acrossOf(style, value);
  const room = (step: 1 | -1): number => {
    let width = 0;
    for (let column = rect.column + step; column >= 0 && width < need && column < rect.column + 60; column += step) {
      const next = sheet.cell(rect.row, column);
      if (next.value !== '' || next.formula !== undefined || sheet.mergeAt(rect.row, column) !== undefined) break;
      width += geometry.columns.sizeOf(column);
    }
    return width;
  };
  return { right: need > 0 && across !== 'flex-end' ? room(1) : 0, left: need > 0 && across !== 'flex-start' ? room(-1) : 0 };
}

function bordersOf(sheet: SheetDocument, rect: Rect): string {
  const first = sheet.cell(rect.row, rect.column).style?.borders;
  const last = sheet.cell(rect.row + rect.rows - 1, rect.column + rect.columns - 1).style?.borders;
  return borderText('top', first?.top) + borderText('left', first?.left)
    + borderText('bottom', last?.bottom ?? first?.bottom) + borderText('right', last?.right ?? first?.right)
    + (first?.diagonal ? diagonalText(first.diagonal.color) : '');
}

function diagonalText(color = '#000000'): string {
  return `background-image:linear-gradient(to top right,transparent calc(50% - .5px),${safeColor(color)},transparent calc(50% + .5px));`;
}

function barHtml(bar: { share: number; color: string }): string {
  return `<b class="bar-fill" style="width:${(bar.share * 100).toFixed(2)}%;background:${safeColor(bar.color)}"></b>`;
}

/** One pixel up and left, so that the borders of neighbours lie on each other. */
function place(box: Box): string {
  return `left:${box.left - 1}px;top:${box.top - 1}px;width:${box.width + 1}px;height:${box.height + 1}px`;
}

export function drawCharts({ document, sheet, geometry, lines }: Stretch): string {
  const seen = boxOf(geometry, lines);
  return sheet.state.charts.map((chart) => {
    const [left, top, width, height] = [chart.left, chart.top, chart.width, chart.height].map((points) => Math.round(points * pixelsPerPoint)) as [number, number, number, number];
    if (left > seen.left + seen.width || left + width < seen.left || top > seen.top + seen.height || top + height < seen.top) return '';
    const svg = chartSvg(chart, width, height, (reference) => readReference(document, sheet, reference));
    return `<div class="chart" data-chart="${escape(chart.name)}" style="left:${left}px;top:${top}px;width:${width}px;height:${height}px">${svg}</div>`;
  }).join('');
}

export function readReference(document: WorkbookDocument, sheet: SheetDocument, reference: string): CellValue[] {
  const { sheetName, rest } = splitSheetName(reference.replace(/^=/, ''));
  const target = sheetName === undefined ? sheet : document.findSheet(sheetName);
  if (target === undefined) return [];
  const rect = parseRect(rest);
  return range(rect.row, Math.min(rect.rows, 2000)).flatMap((row) => range(rect.column, Math.min(rect.columns, 200)).map((column) => document.valueOf(target, row, column)));
}

export function range(start: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => start + index);
}
