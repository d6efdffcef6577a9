// Hook A: window.external as desktop Excel offers it to a task pane. It must be in place before office.js runs.
// Works in Node, on http pages, and by an init script in a browser.
import type { EventEntry } from '../events.ts';
import type { ExcelHost } from '../host.ts';
import type { HostIdentity } from './identity.ts';
import { completed, hostFullVersion, hostInfoText } from './identity.ts';
import { RibbonCommands } from './ribbon.ts';

/** ids of office.js' own calls and events ("dispId") */
const callIds = { richApi: 93, commandCompleted: 94 };
const eventIds = { selectionChanged: 2, richApi: 33, command: 39 };
const internalError = 5001;
const cellEditMode = 5004;

type Handler = (id: number, payload: unknown) => void;
type Reply = (answer: unknown) => void;

/** what C++ hands to a page instead of an array */
function safeArray(value: unknown): unknown {
  return Array.isArray(value) ? { toArray: () => value.map(safeArray), dimensions: () => 1 } : value;
}

export interface DesktopConnection {
  /** puts another host behind the same office.js */
  attach(host: ExcelHost): void;
  readonly host: ExcelHost;
  /** presses a ribbon button whose action was registered by Office.actions.associate; resolves at event.completed() */
  pressRibbonButton(actionName: string): Promise<void>;
  detach(): void;
}

export function installDesktopHost(target: object, host: ExcelHost, options: HostIdentity = {}): DesktopConnection {
  const identity = completed(options);
  const handlers = new Map<number, Handler>();
  const ribbon = new RibbonCommands();
  let current = host;
  let stopListening = listen(host);

  function listen(to: ExcelHost): () => void {
    return to.onEvents((entries: EventEntry[]) => {
      const rows = entries.map((entry) => [entry.messageCategory, entry.messageType, entry.targetId, entry.message, entry.id]);
      handlers.get(eventIds.richApi)?.(eventIds.richApi, safeArray(rows));
      // type 14 is a selection; the old document-wide event carries nothing
      if (entries.some((entry) => entry.messageType === 14)) handlers.get(eventIds.selectionChanged)?.(eventIds.selectionChanged, undefined);
    });
  }

  function later(work: () => void): void {
    current.track(1);
    const owner = current;
    setTimeout(() => {
      work();
      owner.track(-1);
    }, 0);
  }

  function answer(id: number, parameters: unknown): unknown {
    switch (id) {
      case callIds.richApi: {
        if (current.cellEditMode) return safeArray([cellEditMode, 'InvalidApiCallInContext', 'a cell is being edited']);
        const body = richApiBody(parameters);
        return safeArray([0, [200, ['Content-Type', 'application/json'], current.processText(body)]]);
      }
      case callIds.commandCompleted:
        ribbon.completed(parameters);
        return safeArray([0]);
      default:
        return safeArray([internalError, 'InternalError', `[simulator] call ${id} is not implemented`]);
    }
  }

  const external = {
    GetHostInfo: () => hostInfoText('Win32', identity.displayLanguage),
    GetLoggingAllowed: () => false,
    GetContext: () => contextOf(() => current, identity),
    Execute: (id: number, parameters: unknown, reply: Reply) => {
      const result = answer(id, parameters);
      later(() => reply(result));
    },
    RegisterEvent: (id: number, _target: string, handler: Handler, reply: Reply) => {
      handlers.set(id, handler);
      later(() => reply(0));
    },
    UnregisterEvent: (id: number, _target: string, reply: Reply) => {
      handlers.delete(id);
      later(() => reply(0));
    },
  };
  Object.defineProperty(target, 'external', { value: external, configurable: true, writable: true });

  return {
    get host() {
      return current;
    },
    attach(next) {
      stopListening();
      current = next;
      stopListening = listen(next);
    },
    pressRibbonButton(actionName) {
      const handler = handlers.get(eventIds.command);
      if (handler === undefined) return Promise.reject(new Error('[simulator] the page has not registered for ribbon commands'));
      return ribbon.press(actionName, (payload) => later(() => handler(eventIds.command, safeArray(payload))));
    },
    detach: () => stopListening(),
  };
}

/** parameters: [[customData, method, path, headers, body, ...]] or that list itself */
function richApiBody(parameters: unknown): string {
  const list = (parameters as unknown[])[0];
  return String((Array.isArray(list) ? list : (parameters as unknown[]))[4]);
}

function contextOf(host: () => ExcelHost, identity: ReturnType<typeof completed>) {
  const white = 16777215;
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => 'keybook',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => identity.displayLanguage,
    GetAppDataLocale: () => identity.contentLanguage,
    GetDocUrl: () => `C:\\${host().document.fileName}`,
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'simulator',
    GetInstanceId: () => 'simulator',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(identity.requirements),
    GetHostFullVersion: () => hostFullVersion,
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () =>
      JSON.stringify({
        primaryFontColor: 0,
        primaryBackgroundColor: white,
        secondaryFontColor: 0,
        secondaryBackgroundColor: white,
      }),
    GetSettings: () => ({
      Read(names: string[], values: string[]) {
        for (const [name, value] of Object.entries(host().documentSettings)) {
          names.push(name);
          values.push(value);
        }
      },
      Write(names: string[], values: string[]) {
        host().documentSettings = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
      },
    }),
  };
}
