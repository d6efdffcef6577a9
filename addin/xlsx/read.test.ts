import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbookImage } from './read.ts';
import { movedFormula } from '../sheets/cells/moved-formula.ts';
import { MAIN, packageOf, RELATIONS, sheetOf } from './test-support/package-of.ts';

async function only(bytes: Uint8Array) {
  return (await readWorkbookImage(bytes)).sheets[0]!;
}

async function codeOf(bytes: Uint8Array): Promise<unknown> {
  return readWorkbookImage(bytes).then(() => 'read', (error: { code?: string }) => error.code);
}

describe('a workbook of another library', () => {
  test('gives values, formulas, texts and formats as Excel shows them', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('台账');
    sheet.getCell('B2').value = '回款';
    sheet.getCell('C2').value = 1284000.5;
    sheet.getCell('C2').numFmt = '#,##0.00';
    sheet.getCell('D2').value = new Date(Date.UTC(2026, 9, 16));
    sheet.getCell('D2').numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell('B3').value = { richText: [{ text: '甲' }, { font: { bold: true }, text: '乙' }] };
    sheet.getCell('C3').value = { formula: 'C2*2', result: 2568001 };
    sheet.getCell('D3').value = true;
    sheet.getCell('B4').value = { text: '主页', hyperlink: 'https://example.com' };
    sheet.mergeCells('B5:D6');
    sheet.getCell('B5').value = '合';
    sheet.getRow(3).hidden = true;
    book.addWorksheet('藏', { state: 'veryHidden' });
    const image = await readWorkbookImage(new Uint8Array(await book.xlsx.writeBuffer()));
    const [first, second] = image.sheets;
    expect([first!.row, first!.column]).toEqual([1, 1]);
    expect(first!.values).toEqual([['回款', 1284000.5, 46311], ['甲乙', 2568001, true], ['主页', '', ''], ['合', '', ''], ['', '', '']]);
    expect(first!.texts[0]).toEqual(['回款', '1,284,000.50', '2026年10月16日']);
    expect(first!.texts[1]).toEqual(['甲乙', '2568001', 'TRUE']);
    expect(first!.formulas[1]).toEqual(['', '=C2*2', '']);
    expect(first!.merges).toEqual([{ row: 4, column: 1, rows: 2, columns: 3 }]);
    expect(first!.hiddenRows).toEqual([2]);
    expect([second!.visibility, second!.values]).toEqual(['veryHidden', []]);
  });
});

describe('a foreign file', () => {
  test('may lack shared strings, styles and cell addresses', async () => {
    const sheet = await only(packageOf(sheetOf('<row><c t="inlineStr"><is><t>客户</t></is></c><c><v>3.5</v></c></row><row><c t="str"><v>x_x000D_&#10;y</v></c></row>')));
    expect(sheet.values).toEqual([['客户', 3.5], ['x\ny', '']]);
    expect(sheet.id).toBe('{00000000-0001-0000-0600-000000000000}');
  });

  test('may put its elements under a prefix, its paths in backslashes and a mark before its text', async () => {
    const prefixed = `\uFEFF<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = zipSync({
      'xl\\workbook.xml': strToU8(`<x:workbook xmlns:x="${MAIN}" xmlns:q="${RELATIONS}"><x:sheets><x:sheet name="甲 &amp; 乙" sheetId="1" q:id="a"/></x:sheets></x:workbook>`),
      'xl\\_rels\\workbook.xml.rels': strToU8(`<Relationships><Relationship Id="a" Type="${RELATIONS}/worksheet" Target="/xl/Worksheets/Sheet1.xml"/></Relationships>`),
      'xl\\worksheets\\sheet1.xml': strToU8(prefixed),
    });
    const sheet = await only(bytes);
    expect([sheet.name, sheet.values]).toEqual(['甲 & 乙', [[1]]]);
  });

  test('may share a formula among cells', async () => {
    const rows = '<row r="1"><c r="C1"><f t="shared" ref="C1:C2" si="0">SUM(A1:$B1)&amp;"A1"</f><v>1</v></c></row><row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>';
    expect((await only(packageOf(sheetOf(rows)))).formulas).toEqual([['=SUM(A1:$B1)&"A1"'], ['=SUM(A2:$B2)&"A1"']]);
  });

  test('may count its days from 1904', async () => {
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const relations = `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
    const styles = `<styleSheet xmlns="${MAIN}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const sheet = await only(packageOf(sheetOf('<row r="1"><c r="A1" s="1"><v>44849</v></c><c r="B1"><v>5</v></c></row>'), { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations, 'xl/styles.xml': styles }));
    expect([sheet.values, sheet.texts]).toEqual([[[46311, 5]], [['2026/10/16', '5']]]);
  });

  test('may hold a lone cell in the last row', async () => {
    const sheet = await only(packageOf(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')));
    expect([sheet.values.length, sheet.values[0]!.length, sheet.values[1_048_575]![16_383]]).toEqual([1_048_576, 16_384, 2]);
  });
});

describe('a file that is no workbook', () => {
  const compound = (stream: string): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0])]);

  test.each([
    ['empty', new Uint8Array()],
    ['encrypted', compound('EncryptedPackage')],
    ['old-format', compound('Workbook')],
    ['old-format', new Uint8Array([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00])],
    ['other-document', compound('WordDocument')],
    ['plain-text', strToU8('<html></html>')],
    ['plain-text', strToU8('客户,金额\r\n甲,3\r\n')],
    ['not-a-workbook', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])],
    ['not-a-workbook', zipSync({ 'readme.xml': strToU8('<office/>') })],
    ['binary-format', zipSync({ 'xl/workbook.bin': new Uint8Array([1]), '[Content_Types].xml': strToU8('<Types/>') })],
    ['open-document', zipSync({ 'content.xml': strToU8('<office/>'), mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })],
    ['other-document', zipSync({ 'word/document.xml': strToU8('<document/>') })],
    ['damaged', packageOf('<worksheet><sheetData>')],
    ['damaged', packageOf(sheetOf('')).slice(0, 200)],
  ])('is refused as %s', async (code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('is refused where it would unpack to more than 200 MB', async () => {
    const bomb = packageOf(sheetOf(''));
    // The size that the zip's directory states for its first entry.
    const entry = bomb.findIndex((_byte, at) => bomb[at] === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 1 && bomb[at + 3] === 2);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(entry + 24, 201 * 1024 * 1024, true);
    expect(await codeOf(bomb)).toBe('too-large');
  });
});

test.each([
  ['A1+$A1+A$1+$A$1', 'B3+$A3+B$1+$A$1'],
  ["'A1'!A1&\"A1\"", "'A1'!B3&\"A1\""],
  ['SUM(A:A)+SUM(1:2)+LOG10(A1)', 'SUM(B:B)+SUM(3:4)+LOG10(B3)'],
  ['表一!A1', '表一!B3'],
])('the formula %s moves to %s', (formula, moved) => {
  expect(movedFormula(formula, 2, 1)).toBe(moved);
});
