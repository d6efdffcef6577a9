// The simulated Excel: a workbook, the dispatcher that add-ins talk to through a transport, and what tests need on
// top (counters, faults, user actions, a settled state to wait for).
import type { Change } from './excel/document/change.ts';
import { documentFromData, documentToData } from './excel/document/data.ts';
import type { WorkbookDocument } from './excel/document/workbook-document.ts';
import type { UnsupportedFormula } from './excel/formula/calculator.ts';
import { Workbook } from './excel/objects/workbook.ts';
import type { WorkbookData } from './excel/workbook-data.ts';
import { emptyWorkbookData } from './excel/workbook-data.ts';
import { Counters, isHousekeeping } from './counters.ts';
import type { EventEntry } from './events.ts';
import { entriesFor } from './events.ts';
import { Faults } from './faults.ts';
import { officeServices } from './services.ts';
import { User } from './user.ts';
import { workbookDataOf } from './xlsx/open.ts';
import { Dispatcher } from './wire/dispatcher.ts';
import type { RequestBody, ResponseBody } from './wire/protocol.ts';

/** Excel on the web refuses larger requests and responses */
export const payloadLimitBytes = 5 * 1024 * 1024;

export class ExcelHost {
  document!: WorkbookDocument;
  user!: User;
  readonly counters = new Counters();
  readonly faults = new Faults();
  /** Office.context.document.settings as they are saved: name -> JSON text */
  documentSettings: Record<string, string> = {};
  /** while a person edits a cell Excel refuses every request */
  cellEditMode = false;
  /** set to keep what went over the wire */
  log: { request: RequestBody; response: ResponseBody }[] | undefined;
  private dispatcher!: Dispatcher;
  private readonly eventSinks = new Set<(entries: EventEntry[]) => void>();
  private readonly changeListeners = new Set<(change: Change) => void>();
  private queue: EventEntry[] = [];
  private isProcessing = false;
  /** requests under way and events not yet delivered */
  private pending = 0;
  private activity = 0;

  constructor(data: WorkbookData = emptyWorkbookData()) {
    this.load(data);
  }

  static fromData(data: WorkbookData): ExcelHost {
    return new ExcelHost(data);
  }

  /** puts another workbook in place; proxies of the old one are dead */
  load(data: WorkbookData): void {
    const document = documentFromData(data);
    document.openFile = workbookDataOf;
    this.document = document;
    this.user = new User(document);
    this.dispatcher = new Dispatcher(new Workbook(document), officeServices);
    document.onChange((change) => this.told(change));
    for (const listener of this.changeListeners) listener({ kind: 'workbook' });
  }

  toData(): WorkbookData {
    return documentToData(this.document);
  }

  /** formulas outside the simulator's language that were asked for, with the reason */
  get unsupportedFormulas(): UnsupportedFormula[] {
    return [...this.document.calculator.unsupported.values()];
  }

  process(request: RequestBody): ResponseBody {
    return JSON.parse(this.processText(JSON.stringify(request))) as ResponseBody;
  }

  /** a request's JSON to its response's JSON, as a transport needs it */
  processText(requestText: string): string {
    const request = JSON.parse(requestText) as RequestBody;
    const requestBytes = byteLength(requestText);
    let response: ResponseBody;
    let responseText: string;
    if (requestBytes > payloadLimitBytes) response = refused('RequestPayloadSizeLimitExceeded', requestBytes);
    else response = this.execute(request);
    responseText = JSON.stringify(response);
    const responseBytes = byteLength(responseText);
    if (responseBytes > payloadLimitBytes) {
      response = refused('ResponsePayloadSizeLimitExceeded', responseBytes);
      responseText = JSON.stringify(response);
    }
    this.counters.count(request, requestBytes, responseBytes);
    this.log?.push({ request, response });
    this.activity++;
    this.flush();
    return responseText;
  }

  /** events for the add-in, delivered after the response of the request that caused them */
  onEvents(sink: (entries: EventEntry[]) => void): () => void {
    this.eventSinks.add(sink);
    return () => this.eventSinks.delete(sink);
  }

  /** any change of the workbook, at once: for a grid that redraws */
  onChange(listener: (change: Change) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** a transport tells of work under way, so that idle() waits for it */
  track(delta: 1 | -1): void {
    this.pending += delta;
    this.activity++;
  }

  /** resolves when requests, events and office.js' own clean-up have come to rest */
  async idle(): Promise<void> {
    const quietTurns = 3;
    for (let quiet = 0; quiet < quietTurns; ) {
      const before = this.activity;
      await new Promise((resolve) => setTimeout(resolve, 1));
      quiet = this.activity === before && this.pending === 0 ? quiet + 1 : 0;
    }
  }

  private execute(request: RequestBody): ResponseBody {
    const guard = isHousekeeping(request) ? undefined : this.faults.forRequest();
    this.isProcessing = true;
    this.document.actor = 'addin';
    try {
      return this.dispatcher.execute(request, guard);
    } finally {
      this.document.actor = 'user';
      this.isProcessing = false;
    }
  }

  private told(change: Change): void {
    for (const listener of this.changeListeners) listener(change);
    if (!this.document.eventsEnabled) return;
    this.queue.push(...entriesFor(change, this.document.actor));
    if (!this.isProcessing) this.flush();
  }

  private flush(): void {
    if (this.queue.length === 0) return;
    const entries = this.queue;
    this.queue = [];
    this.track(1);
    setTimeout(() => {
      for (const sink of this.eventSinks) sink(entries);
      this.track(-1);
    }, 0);
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function refused(code: string, bytes: number): ResponseBody {
  const message = `The payload of ${bytes} bytes is over Excel's limit of ${payloadLimitBytes}.`;
  return { Results: [], TraceIds: [], Error: { Code: code, Message: message, HttpStatusCode: 413 } };
}
