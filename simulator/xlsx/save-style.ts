// The simulator's cell styles in the file's words. Knows no cells.

import type { FileLine, FileStyle } from '../../addin/xlsx/writing/file.ts';
import type { BorderLine, CellStyle, ConditionalFormatData } from '../excel/workbook-data.ts';
import { lineWord, toFile, words } from './words.ts';

export function fileStyle(style: CellStyle | undefined, numberFormat: string | undefined): FileStyle | undefined {
  if (!style && !numberFormat) return undefined;
  const { font, fill, borders, horizontal, vertical, wrap, shrink, indent, textRotation, locked } = style ?? {};
  return {
    numberFormat,
    font: fileFont(font),
    fill: fill || undefined,
    borders: borders && linesOf(borders),
    horizontal: horizontal === 'General' ? undefined : toFile(words.HORIZONTAL, horizontal),
    vertical: toFile(words.VERTICAL, vertical),
    wrap, shrink, indent, rotation: textRotation, locked,
  };
}

export function fileFont(font: CellStyle['font']): FileStyle['font'] {
  return font && {
    name: font.name, size: font.size, bold: font.bold || undefined, italic: font.italic || undefined, strike: font.strikethrough || undefined,
    underline: toFile(words.UNDERLINE, font.underline) as 'single' | undefined, color: font.color || undefined,
  };
}

export function differenceStyle(format: NonNullable<ConditionalFormatData['format']>): FileStyle {
  const { font, fill, borders, numberFormat } = format;
  return {
    font: font && { color: font.color || undefined, bold: font.bold, italic: font.italic, strike: font.strikethrough, underline: toFile(words.UNDERLINE, font.underline) as 'single' | undefined },
    fill, numberFormat, borders: borders && linesOf(borders),
  };
}

function linesOf(borders: NonNullable<CellStyle['borders']>): Record<string, FileLine> {
  return Object.fromEntries(Object.entries(borders).flatMap(([edge, line]) => {
    const style = line && lineWord((line as BorderLine).style, line.weight);
    return style ? [[edge, { style, color: line.color || undefined }]] : [];
  }));
}
