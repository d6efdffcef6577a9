// Cell notes: their texts, and the old drawing without which Excel does not show them; it also holds check boxes.

import { addressOf, placeOf } from '../../sheets/image.ts';
import type { DrawnBox } from '../../sheets/image.ts';
import type { FileSheet } from './file.ts';
import { document, SPREADSHEET, tag, text } from './markup.ts';

export function commentsXml(comments: NonNullable<FileSheet['comments']>): string {
  const authors = [...new Set(comments.map((comment) => comment.author ?? ''))];
  const entries = comments.map((comment) =>
    tag('comment', { ref: comment.cell, authorId: authors.indexOf(comment.author ?? '') }, tag('text', {}, tag('t', { 'xml:space': 'preserve' }, text(comment.text)))),
  );
  const names = tag('authors', {}, ...authors.map((author) => `<author>${text(author)}</author>`));
  return document(tag('comments', { xmlns: SPREADSHEET }, names, tag('commentList', {}, ...entries)));
}

export function oldDrawing(comments: NonNullable<FileSheet['comments']>, boxes: NonNullable<FileSheet['boxes']>): string {
  const notes = comments.map(({ cell }, index) => {
    const { row, column } = placeOf(cell);
    const anchor = [column + 1, 15, row, 2, column + 3, 15, row + 4, 4].join(', ');
    const data = tag('x:ClientData', { ObjectType: 'Note' }, tag('x:MoveWithCells'), tag('x:SizeWithCells'), tag('x:Anchor', {}, anchor), tag('x:AutoFill', {}, 'False'), tag('x:Row', {}, String(row)), tag('x:Column', {}, String(column)));
    return tag('v:shape', { id: `_x0000_s${1025 + index}`, type: '#_x0000_t202', style: 'position:absolute;width:108pt;height:59pt;z-index:1;visibility:hidden', fillcolor: '#ffffe1' }, data);
  });
  const controls = boxes.map((box, index) => boxShape(box, 1025 + comments.length + index));
  const noteType = tag('v:shapetype', { id: '_x0000_t202', coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' }, tag('v:stroke', { joinstyle: 'miter' }), tag('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }));
  return tag('xml', { 'xmlns:v': 'urn:schemas-microsoft-com:vml', 'xmlns:o': 'urn:schemas-microsoft-com:office:office', 'xmlns:x': 'urn:schemas-microsoft-com:office:excel' }, noteType, boxType, ...notes, ...controls);
}

const boxType = tag('v:shapetype', { id: '_x0000_t201', coordsize: '21600,21600', 'o:spt': 201, path: 'm,l,21600r21600,l21600,xe' }, tag('v:stroke', { joinstyle: 'miter' }), tag('v:path', { shadowok: 'f', strokeok: 'f', fillok: 'f', 'o:connecttype': 'rect' }));

function boxShape({ row, column, isTicked, label, linked }: DrawnBox, id: number): string {
  const anchor = [column, 2, row, 2, column + 1, 0, row + 1, 0].join(', ');
  const data = tag('x:ClientData', { ObjectType: 'Checkbox' }, tag('x:SizeWithCells'), tag('x:Anchor', {}, anchor), isTicked ? tag('x:Checked', {}, '1') : '', linked ? tag('x:FmlaLink', {}, addressOf(linked.row, linked.column)) : '', tag('x:NoThreeD'));
  return tag('v:shape', { id: `_x0000_s${id}`, type: '#_x0000_t201', style: 'position:absolute;width:18pt;height:15pt;z-index:1', filled: 'f', stroked: 'f' }, tag('v:textbox', {}, tag('div', {}, text(label))), data);
}

