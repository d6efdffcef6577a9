// A sheet's page set-up, with print area and repeated rows, which the file keeps as names of the workbook.

import { childOf, childrenOf, isOn } from '../../addin/xlsx/package/xml.ts';
import type { XmlElement } from '../../addin/xlsx/package/xml.ts';
import type { PageLayoutData } from '../excel/workbook-data.ts';
import { present } from './open-styles.ts';
import { toOffice, words } from './words.ts';

const POINTS_AN_INCH = 72;

export function readPage(sheet: XmlElement, workbook: XmlElement, index: number): PageLayoutData {
  const setup = childOf(sheet, 'pageSetup')?.attributes ?? {};
  const options = childOf(sheet, 'printOptions')?.attributes ?? {};
  const names = printNames(workbook, index);
  return {
    ...present('orientation', setup['orientation'] === 'landscape' ? 'Landscape' : setup['orientation'] === 'portrait' ? 'Portrait' : undefined),
    ...present('paperSize', toOffice(words.PAPER, setup['paperSize'])),
    ...present('margins', marginsOf(childOf(sheet, 'pageMargins'))),
    ...present('zoom', zoomOf(sheet, setup)),
    ...present('centerHorizontally', isOn(options['horizontalCentered']) || undefined),
    ...present('centerVertically', isOn(options['verticalCentered']) || undefined),
    ...present('printGridlines', isOn(options['gridLines']) || undefined),
    ...names,
    ...present('headersFooters', headersOf(childOf(sheet, 'headerFooter'))),
  };
}

/** Rows, from 1, that begin a page: the file counts the rows above. */
export function readBreaks(sheet: XmlElement): number[] {
  return childrenOf(childOf(sheet, 'rowBreaks'), 'brk').map(({ attributes }) => Number(attributes['id']) + 1);
}

function marginsOf(element: XmlElement | undefined): PageLayoutData['margins'] {
  if (!element) return undefined;
  return Object.fromEntries(Object.entries(element.attributes).map(([edge, inches]) => [edge, Math.round(Number(inches) * POINTS_AN_INCH * 100) / 100]));
}

function zoomOf(sheet: XmlElement, setup: Readonly<Record<string, string>>): PageLayoutData['zoom'] {
  const fits = isOn(childOf(childOf(sheet, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage']);
  if (!fits) return setup['scale'] ? { scale: Number(setup['scale']) } : undefined;
  const pages = (name: string): number | undefined => (setup[name] === '0' ? undefined : Number(setup[name] ?? 1));
  return { ...present('horizontalFitToPages', pages('fitToWidth')), ...present('verticalFitToPages', pages('fitToHeight')) };
}

function printNames(workbook: XmlElement, index: number): Pick<PageLayoutData, 'printArea' | 'printTitleRows' | 'printTitleColumns'> {
  const formula = (name: string): string | undefined => childrenOf(childOf(workbook, 'definedNames'), 'definedName').find(({ attributes }) => attributes['name'] === name && Number(attributes['localSheetId']) === index)?.text;
  const plain = (part: string): string => part.slice(part.lastIndexOf('!') + 1).replaceAll('$', '');
  const area = formula('_xlnm.Print_Area')?.split(/,(?=[^,]*!)/).map(plain).filter((part) => /^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(part)).join(',');
  const titles = (formula('_xlnm.Print_Titles') ?? '').split(/,(?=[^,]*!)/).map(plain);
  return {
    ...present('printArea', area || undefined),
    ...present('printTitleRows', titles.find((part) => /^\d+:\d+$/.test(part))),
    ...present('printTitleColumns', titles.find((part) => /^[A-Z]+:[A-Z]+$/.test(part))),
  };
}

function headersOf(element: XmlElement | undefined): Record<string, string> | undefined {
  const parts = { ...partsOf(childOf(element, 'oddHeader')?.text ?? '', 'Header'), ...partsOf(childOf(element, 'oddFooter')?.text ?? '', 'Footer') };
  return Object.keys(parts).length > 0 ? parts : undefined;
}

/** `&L…&C…&R…`; what stands before the first of them is the middle. */
function partsOf(text: string, kind: 'Header' | 'Footer'): Record<string, string> {
  const parts: Record<string, string> = {};
  let place = `center${kind}`;
  for (const piece of text.split(/(&[LCR](?![a-z])|&&|&[^LCR])/)) {
    const turned = { '&L': 'left', '&C': 'center', '&R': 'right' }[piece];
    if (turned) place = `${turned}${kind}`;
    else if (piece) parts[place] = (parts[place] ?? '') + piece;
  }
  return parts;
}
