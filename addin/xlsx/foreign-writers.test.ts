// What other writers do differently, each as a small package of its own.

import { describe, expect, test } from 'vitest';
import { addressOf, columnName } from '../sheets/image.ts';
import type { SheetImage } from '../sheets/image.ts';
import { readWorkbookImage } from './read.ts';
import { MAIN, packageOf, RELATIONS, relationsOf, sheetOf, withParts } from './test-support/package-of.ts';

const STRICT = 'http://purl.oclc.org/ooxml';

async function only(bytes: Uint8Array): Promise<SheetImage> {
  return (await readWorkbookImage(bytes)).sheets[0]!;
}

describe('texts', () => {
  test('in the shared table may have runs and a phonetic guide', async () => {
    const sharedStrings = `<sst xmlns="${MAIN}"><si><t>客户</t><rPh sb="0" eb="2"><t>kèhù</t></rPh><phoneticPr fontId="1"/></si><si><r><t xml:space="preserve">甲 </t></r><r><rPr><b/></rPr><t>乙</t></r><rPh sb="0" eb="1"><t>jiǎ</t></rPh></si><si/></sst>`;
    const sheet = await only(packageOf(sheetOf('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>9</v></c></row>'), withParts({ sharedStrings, styles: '<styleSheet/>' })));
    expect(sheet.values).toEqual([['客户', '甲 乙']]);
    expect(sheet.richText).toEqual([{ row: 0, column: 1 }]);
  });

  test('may stand in the cell, in runs, in symbol fonts or struck out', async () => {
    const styles = `<styleSheet xmlns="${MAIN}"><fonts><font/><font><name val="Wingdings 2"/></font><font><strike/><name val="宋体"/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs></styleSheet>`;
    const cells = ['<c t="inlineStr"><is><r><rPr><rFont val="Wingdings"/></rPr><t>þ</t></r><r><t>是</t></r></is></c>', '<c t="inlineStr" s="1"><is><t>£</t></is></c>', '<c t="inlineStr" s="2"><is><t>旧</t></is></c>', '<c s="3"><v>1</v></c>', '<c s="2"/>', '<c t="inlineStr" s="2"><is><r><rPr><rFont val="宋体"/></rPr><t>仍有效</t></r></is></c>'];
    const sheet = await only(packageOf(sheetOf(`<row>${cells.join('')}</row>`), withParts({ styles, sharedStrings: '<sst/>' })));
    expect(sheet.symbols).toEqual([{ row: 0, column: 0, font: 'Wingdings', text: '☑是' }, { row: 0, column: 1, font: 'Wingdings 2', text: '□' }]);
    expect(sheet.struck).toEqual([{ row: 0, column: 2 }]);
  });

  test('as long as a cell can hold are read whole', async () => {
    const long = '长'.repeat(32_767);
    expect((await only(packageOf(sheetOf(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`)))).values).toEqual([[long]]);
  });
});

describe('the package', () => {
  test('may be of the strict kind, with its dates as texts', async () => {
    const workbook = `<workbook xmlns="${STRICT}/spreadsheetml/main" xmlns:r="${STRICT}/officeDocument/relationships" conformance="strict"><sheets><sheet name="严" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const sheet = `<worksheet xmlns="${STRICT}/spreadsheetml/main"><sheetData><row r="1"><c r="A1" t="d"><v>2026-10-16</v></c><c r="B1" t="d"><v>2026-10-16T12:00:00</v></c></row></sheetData></worksheet>`;
    const read = await only(packageOf(sheet, { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relationsOf({ worksheet: '/xl/worksheets/sheet1.xml' }, `${STRICT}/officeDocument/relationships`) }));
    expect([read.name, read.values]).toEqual(['严', [[46_311, 46_311.5]]]);
  });

  test('may hold its workbook elsewhere, and parts that nobody here knows', async () => {
    const bytes = packageOf('', {
      '_rels/.rels': relationsOf({ officeDocument: '/book/main.xml' }),
      'book/main.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId2"/></sheets></workbook>`,
      'book/_rels/main.xml.rels': relationsOf({ worksheet: 'pages/one.xml', chartsheet: 'charts/two.xml' }),
      'book/pages/one.xml': sheetOf('<row r="3"><c r="B3"><v>1</v></c></row>', '<extLst><ext xmlns:x14="x"><x14:dataValidations count="1"><x14:dataValidation/></x14:dataValidations></ext></extLst>'),
      'xl/cellimages.xml': '<etc:cellImages xmlns:etc="e"/>',
    });
    const { sheets } = await readWorkbookImage(bytes);
    expect(sheets.map((sheet) => [sheet.name, sheet.row, sheet.column, sheet.values])).toEqual([['甲', 2, 1, [[1]]]]);
  });

  test('may have rows and cells without addresses among those with', async () => {
    const rows = '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="4"><c><v>4</v></c></row><row hidden="1"><c r="B5"><v>5</v></c></row>';
    const sheet = await only(packageOf(sheetOf(rows)));
    expect(sheet.values.map((line) => line.join())).toEqual(['1,,,2,3', ',,,,', ',,,,', '4,,,,', ',5,,,']);
    expect(sheet.hiddenRows).toEqual([4]);
  });
});

describe('formulas', () => {
  test('give their kept values, errors and empty texts; tables and arrays have theirs', async () => {
    const cells = ['<c r="A1"><f>SUM(B1:B2)</f><v>7</v></c>', '<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="C1" t="str"><f>""</f><v></v></c>', '<c r="D1" t="b"><f>A1=7</f><v>1</v></c>', '<c r="E1"><f t="array" ref="E1:E2">A1:A2*2</f><v>14</v></c>', '<c r="F1" t="e"><v>#N/A</v></c>'];
    const sheet = await only(packageOf(sheetOf(`<row r="1">${cells.join('')}</row>`)));
    expect(sheet.values).toEqual([[7, '#DIV/0!', '', true, 14, '#N/A']]);
    expect(sheet.formulas).toEqual([['=SUM(B1:B2)', '=1/0', '=""', '=A1=7', '=A1:A2*2', '']]);
  });
});

describe('sheets', () => {
  test('protected with a password are read, and said to be protected', async () => {
    const sheet = await only(packageOf(sheetOf('<row><c><v>1</v></c></row>', '<sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="100000" sheet="1" objects="1"/>')));
    expect([sheet.isProtected, sheet.values]).toEqual([true, [[1]]]);
  });

  test('of a million formatted empty cells hold what they hold', async () => {
    const empty = Array.from({ length: 500 }, (_none, column) => `<c r="${columnName(column)}#" s="1"/>`).join('');
    const rows = Array.from({ length: 2_000 }, (_none, row) => `<row r="${row + 1}">${empty.replaceAll('#', String(row + 1))}</row>`);
    const sheet = await only(packageOf(sheetOf(`${rows.join('')}<row r="2001"><c r="B2001"><v>1</v></c></row>`)));
    expect([sheet.row, sheet.column, sheet.values]).toEqual([2_000, 1, [[1]]]);
  });
});

describe('check boxes', () => {
  const control = (row: number, checked: boolean, link: string) => `<v:shape><v:textbox><div>甲项</div></v:textbox><x:ClientData ObjectType="Checkbox"><x:Anchor>1, 8, ${row}, 3, 2, 2, ${row + 1}, 0</x:Anchor>${checked ? '<x:Checked>1</x:Checked>' : ''}${link}</x:ClientData></v:shape>`;

  test('are found in the old drawing, with the cell they are linked to', async () => {
    const drawing = `<xml xmlns:v="v" xmlns:x="x">${control(2, true, '')}${control(3, false, '<x:FmlaLink>$D$4</x:FmlaLink>')}<v:shape><x:ClientData ObjectType="Note"/></v:shape></xml>`;
    const files = { 'xl/worksheets/_rels/sheet1.xml.rels': relationsOf({ vmlDrawing: '../drawings/vmlDrawing1.vml' }), 'xl/drawings/vmlDrawing1.vml': drawing };
    expect((await only(packageOf(sheetOf('<row><c><v>1</v></c></row>', '<legacyDrawing r:id="rId1"/>'), files))).boxes).toEqual([
      { row: 2, column: 1, isTicked: true, label: '甲项' },
      { row: 3, column: 1, isTicked: false, label: '甲项', linked: { row: 3, column: 3 } },
    ]);
  });

  test('are found in control parts where the old drawing is no XML', async () => {
    const control2 = '<controls><mc:AlternateContent xmlns:mc="mc"><mc:Choice Requires="x14"><control shapeId="1025" r:id="rId2" name="Check Box 1"><controlPr><anchor><from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>19050</xdr:rowOff></from><to><xdr:col>2</xdr:col><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls>';
    const files = { 'xl/worksheets/_rels/sheet1.xml.rels': relationsOf({ vmlDrawing: '../drawings/vmlDrawing1.vml', ctrlProp: '../ctrlProps/ctrlProp1.xml' }), 'xl/drawings/vmlDrawing1.vml': '<xml><br></xml>', 'xl/ctrlProps/ctrlProp1.xml': '<formControlPr objectType="CheckBox" checked="Checked" fmlaLink="$B$5"/>' };
    expect((await only(packageOf(sheetOf('<row><c><v>1</v></c></row>', control2), files))).boxes?.map((box) => [addressOf(box.row, box.column), box.isTicked, box.linked])).toEqual([['B5', true, { row: 4, column: 1 }]]);
  });
});
