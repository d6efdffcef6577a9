// Workbook.properties with its custom properties.
import { HostObject } from '../../wire/host-object.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';
import { KeyValueCollection } from './key-values.ts';

const texts = ['author', 'category', 'comments', 'company', 'keywords', 'manager', 'subject', 'title'];

export class DocumentProperties extends HostObject {
  static override readonly scalars = [...texts, 'lastAuthor', 'creationDate', 'revisionNumber'];
  readonly $document: WorkbookDocument;
  readonly lastAuthor = '模拟用户';
  readonly creationDate = '2026-01-01T00:00:00Z';
  revisionNumber = 1;

  constructor(document: WorkbookDocument) {
    super();
    this.$document = document;
    for (const member of texts) {
      Object.defineProperty(this, member, {
        get: () => document.properties[member] ?? '',
        set: (value: string) => {
          document.properties[member] = value;
        },
      });
    }
  }

  get $className(): string {
    return 'DocumentProperties';
  }

  get custom(): KeyValueCollection {
    return new KeyValueCollection('CustomProperty', this.$document.customProperties as Map<string, unknown>);
  }
}
