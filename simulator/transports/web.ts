// Hook B: Excel on the web. The unmodified task pane runs in an iframe, and this page speaks office.js' own protocol
// over postMessage. office.js trusts a host over https on the add-in's own host name (any port); nothing is bypassed.
import type { ExcelHost } from '../host.ts';
import type { HostIdentity } from './identity.ts';
import { completed, hostFullVersion, hostInfoText } from './identity.ts';

interface Message {
  _messageType: number;
  _actionType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: unknown;
  _data: {
    DdaMethod: { DispatchId: number; Version: number };
    DdaSettingsMethod?: { Properties: [string, string][] };
    ArrayData: unknown[];
  };
}

const request = 0;
const registerEvent = 1;
const unregisterEvent = 2;
const calls = { readSettings: 75, writeSettings: 76, richApi: 93 };
const internalError = 5001;
const cellEditMode = 5004;

export interface WebConnection {
  iframe: HTMLIFrameElement;
  detach(): void;
}

let nextConversation = 1;

export function embedTaskPane(host: ExcelHost, box: HTMLElement, paneUrl: string, options: HostIdentity = {}): WebConnection {
  const identity = completed(options);
  const iframe = document.createElement('iframe');
  const conversationId = `conversation_${Date.now()}_${nextConversation++}`;
  const appId = `keybook-${nextConversation}`;
  const paneOrigin = new URL(paneUrl, location.href).origin;
  const registrations = new Map<string, unknown>();
  // the name carries the host's introduction: it must be set before the iframe enters the document
  iframe.name = JSON.stringify({
    baseFrameName: `_xdm_${conversationId}`,
    hostInfo: hostInfoText('Web', identity.displayLanguage).replaceAll('$', '|'),
    xdmInfo: `${conversationId}|${appId}|${location.origin}`,
    serializerVersion: '1',
    flights: '[]',
  });

  function send(message: Record<string, unknown>): void {
    const envelope = { _serializerVersion: 1, _origin: location.origin, _conversationId: conversationId, ...message };
    iframe.contentWindow?.postMessage(JSON.stringify(envelope), paneOrigin);
  }

  const stopEvents = host.onEvents((entries) => {
    if (!registrations.has('richApiMessage')) return;
    const rows = entries.map((entry) => [entry.messageCategory, entry.messageType, entry.targetId, entry.message, entry.id, false]);
    send({
      _messageType: 1,
      _responseType: 1,
      _errorCode: 0,
      _actionName: 'richApiMessage',
      _correlationId: registrations.get('richApiMessage'),
      _data: { ArrayData: rows },
    });
  });

  function answer(message: Message): unknown {
    if (message._actionType === registerEvent) {
      registrations.set(message._actionName, message._correlationId);
      return { Error: 0 };
    }
    if (message._actionType === unregisterEvent) {
      registrations.delete(message._actionName);
      return { Error: 0 };
    }
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') return appContext();
    // focus, keys and telemetry need no more than an answer
    return message._actionName === 'executeMethod' ? execute(message) : null;
  }

  function execute(message: Message): unknown {
    const { DispatchId, Version } = message._data.DdaMethod;
    const done = (result: Record<string, unknown>) => ({ Version, Error: 0, ...result });
    switch (DispatchId) {
      case calls.richApi:
        if (host.cellEditMode) return done({ Error: cellEditMode });
        return done({ Data: [200, ['Content-Type', 'application/json'], host.processText(String(message._data.ArrayData[4]))] });
      case calls.writeSettings:
        host.documentSettings = Object.fromEntries(message._data.DdaSettingsMethod?.Properties ?? []);
        return done({});
      case calls.readSettings: {
        const settings = Object.entries(host.documentSettings).map(([Name, Value]) => ({ Name, Value }));
        return done({ Properties: { Settings: settings } });
      }
      default:
        return done({ Error: internalError });
    }
  }

  function appContext(): Record<string, unknown> {
    return {
      _id: appId,
      _appName: 16,
      _appVersion: 16,
      _appMinorVersion: 1,
      _appUILocale: identity.displayLanguage,
      _dataLocale: identity.contentLanguage,
      _docUrl: `${location.origin}/${host.document.fileName}`,
      _clientMode: 1,
      _settings: Object.entries(host.documentSettings),
      _reason: 'inserted',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: '',
      _appInstanceId: appId,
      _requirementMatrix: JSON.stringify(identity.requirements),
      _hostFullVersion: hostFullVersion,
      _addinName: 'keybook',
      _appDomains: [paneOrigin],
      _dialogRequirementMatrix: '',
      _featureGates: {},
      _initialDisplayMode: 2,
    };
  }

  function onMessage(event: MessageEvent): void {
    const message = event.source === iframe.contentWindow ? parseMessage(event.data) : undefined;
    if (message?._conversationId !== conversationId || message._messageType !== request) return;
    send({
      _messageType: 1,
      _responseType: 0,
      _errorCode: 0,
      _actionName: message._actionName,
      _correlationId: message._correlationId,
      _data: answer(message),
    });
  }

  addEventListener('message', onMessage);
  iframe.src = paneUrl;
  box.replaceChildren(iframe);
  return {
    iframe,
    detach() {
      removeEventListener('message', onMessage);
      stopEvents();
    },
  };
}

function parseMessage(data: unknown): Message | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data) as Message;
  } catch {
    return undefined;
  }
}
