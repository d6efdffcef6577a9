// Workbook.customXmlParts: texts with a namespace.
import { HostError } from '../../wire/errors.ts';
import { findByNameOrId, HostCollection, HostObject } from '../../wire/host-object.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';

type PartState = WorkbookDocument['customXmlParts'][number];

class CustomXmlPart extends HostObject {
  static override readonly scalars = ['id', 'namespaceUri'];
  readonly $document: WorkbookDocument;
  readonly $state: PartState;

  constructor(document: WorkbookDocument, state: PartState) {
    super();
    this.$document = document;
    this.$state = state;
  }

  get $className(): string {
    return 'CustomXmlPart';
  }

  override get $wireId(): string {
    return this.id;
  }

  override get $isGone(): boolean {
    return !this.$document.customXmlParts.includes(this.$state);
  }

  get id(): string {
    return this.$state.id;
  }

  get namespaceUri(): string {
    return /xmlns(?::\w+)?="([^"]*)"/.exec(this.$state.xml)?.[1] ?? '';
  }

  getXml(): string {
    return this.$state.xml;
  }

  setXml(xml: string): void {
    this.$state.xml = xml;
  }

  delete(): void {
    this.$document.customXmlParts = this.$document.customXmlParts.filter((part) => part !== this.$state);
  }
}

export class CustomXmlPartCollection extends HostCollection<CustomXmlPart> {
  readonly $document: WorkbookDocument;
  readonly $namespace: string | undefined;

  constructor(document: WorkbookDocument, namespace?: string) {
    super();
    this.$document = document;
    this.$namespace = namespace;
  }

  get $className(): string {
    return this.$namespace === undefined ? 'CustomXmlPartCollection' : 'CustomXmlPartScopedCollection';
  }

  get $items(): CustomXmlPart[] {
    const all = this.$document.customXmlParts.map((state) => new CustomXmlPart(this.$document, state));
    return all.filter((part) => this.$namespace === undefined || part.namespaceUri === this.$namespace);
  }

  getItem(id: unknown): CustomXmlPart {
    return findByNameOrId(this.$items, id, (part) => [part.id]);
  }

  add(xml: string): CustomXmlPart {
    if (!/^\s*<[\s\S]*>\s*$/.test(xml)) throw new HostError('InvalidArgument');
    const state = { id: this.$document.newId(), xml };
    this.$document.customXmlParts.push(state);
    return new CustomXmlPart(this.$document, state);
  }

  getByNamespace(namespace: string): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.$document, namespace);
  }

  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const items = this.$items;
    return items.length === 1 ? items[0]! : null;
  }
}
