// Threaded comments, as far as one message each: no replies, no mentions.
import { findByNameOrId, HostCollection, HostObject } from '../../wire/host-object.ts';
import { cellName } from '../address.ts';
import { parseRect } from '../address.ts';
import type { SheetDocument } from '../document/sheet-document.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';
import type { CommentData } from '../workbook-data.ts';
import { HostError } from '../../wire/errors.ts';
import { Range } from './range.ts';

type CommentState = CommentData & { id: string };

class Comment extends HostObject {
  static override readonly scalars = ['id', 'content', 'authorName', 'resolved'];
  readonly $document: WorkbookDocument;
  readonly $sheet: SheetDocument;
  readonly $state: CommentState;
  readonly resolved = false;

  constructor(document: WorkbookDocument, sheet: SheetDocument, state: CommentState) {
    super();
    this.$document = document;
    this.$sheet = sheet;
    this.$state = state;
  }

  get $className(): string {
    return 'Comment';
  }

  override get $wireId(): string {
    return this.$state.id;
  }

  override get $isGone(): boolean {
    return !this.$sheet.state.comments.includes(this.$state);
  }

  get id(): string {
    return this.$state.id;
  }

  get authorName(): string {
    return this.$state.author ?? '';
  }

  get content(): string {
    return this.$state.content;
  }

  set content(content: string) {
    this.$state.content = content;
    this.$document.emit({ kind: 'layout', sheet: this.$sheet });
  }

  getLocation(): Range {
    return new Range({ document: this.$document, sheet: this.$sheet }, parseRect(this.$state.cell));
  }

  delete(): void {
    this.$sheet.state.comments = this.$sheet.state.comments.filter((comment) => comment !== this.$state);
    this.$document.emit({ kind: 'layout', sheet: this.$sheet });
  }
}

export class CommentCollection extends HostCollection<Comment> {
  readonly $document: WorkbookDocument;
  readonly $sheet: SheetDocument | undefined;

  constructor(document: WorkbookDocument, sheet?: SheetDocument) {
    super();
    this.$document = document;
    this.$sheet = sheet;
  }

  get $className(): string {
    return 'CommentCollection';
  }

  get $items(): Comment[] {
    const sheets = this.$sheet === undefined ? this.$document.sheets : [this.$sheet];
    return sheets.flatMap((sheet) => sheet.state.comments.map((state) => new Comment(this.$document, sheet, state)));
  }

  getItem(id: unknown): Comment {
    return findByNameOrId(this.$items, id, (comment) => [comment.id]);
  }

  add(cell: unknown, content: unknown): Comment {
    const sheet = this.$sheet ?? this.$document.activeSheet;
    const range = new Range({ document: this.$document, sheet }, parseRect('A1')).$other(cell);
    const target = range.$place.sheet;
    const address = cellName(range.$rect.row, range.$rect.column);
    if (target.state.comments.some((comment) => comment.cell === address)) throw new HostError('InvalidOperation');
    const state: CommentState = { id: this.$document.newId(), cell: address, content: String(content), author: '模拟用户' };
    target.state.comments.push(state);
    this.$document.emit({ kind: 'layout', sheet: target });
    return new Comment(this.$document, target, state);
  }
}
