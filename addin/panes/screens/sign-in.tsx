// Signing in with an activation code; or a look around without it.

import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Icon } from '../parts/icon.tsx';
import { Message } from '../parts/message.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PaneState } from '../state.ts';

const text = words.pane.signIn;

export function SignIn({ state, actions }: { state: PaneState; actions: Actions }) {
  const [code, setCode] = useState('');
  const [device, setDevice] = useState(() => text.deviceDefault(text.systems[systemOf(navigator.userAgent)]));
  const [asksForCode, setAsksForCode] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const isBusy = state.busy?.with === 'sign-in';
  useEffect(() => first.current?.focus(), []);

  function submit(event: Event): void {
    event.preventDefault();
    if (code.trim() !== '' && device.trim() !== '') void actions.signIn(code, device.trim());
  }

  return (
    <>
      <main id="screen" tabIndex={-1}>
        {state.expired && <Message kind="warn" title={state.endedBy === 'token-revoked' ? text.revokedTitle : text.expiredTitle} text={text.expiredText} />}
        {state.connection === 'offline' && <Message kind="bad" title={words.failures.offline.title} text={words.failures.offline.text} />}
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        <div class="hello">
          <h1>{text.title}</h1>
          <p class="muted">{text.lead}</p>
        </div>
        <form class="block sign-in" onSubmit={submit}>
          <label class="field">
            <span>{text.code}</span>
            <input
              ref={first}
              class="code"
              type="text"
              name="code"
              value={code}
              onInput={(event) => setCode(event.currentTarget.value.toUpperCase())}
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby="code-help"
              required
            />
          </label>
          <p id="code-help" class="note-text muted help">
            {text.codeHelp}
          </p>
          <label class="field">
            <span>{text.device}</span>
            <input type="text" name="device" value={device} maxLength={100} onInput={(event) => setDevice(event.currentTarget.value)} aria-describedby="device-help" required />
          </label>
          <p id="device-help" class="note-text muted help">
            {text.deviceHelp}
          </p>
          <button type="submit" class="button primary big" disabled={isBusy}>
            {isBusy ? text.busy : text.submit}
          </button>
          <div class="row">
            <button type="button" class="link" aria-expanded={asksForCode} onClick={() => setAsksForCode(!asksForCode)}>
              {text.noCode}
            </button>
            <button type="button" class="link" onClick={actions.look}>
              {text.look}
            </button>
          </div>
          {asksForCode && (
            <p class="note-text muted help" role="status">
              {text.noCodeAnswer}
            </p>
          )}
        </form>
        <section class="block">
          <ul class="promises">
            {text.promises.map((promise) => (
              <li key={promise}>
                <Icon name="tick" />
                <span>{promise}</span>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer class="foot">
        <div class="state">
          <span class="who">
            {words.pane.product} {words.pane.version}
          </span>
        </div>
      </footer>
    </>
  );
}

function systemOf(userAgent: string): 'windows' | 'mac' | 'tablet' | 'other' {
  if (/iPad/.test(userAgent)) return 'tablet';
  if (/Windows/.test(userAgent)) return 'windows';
  return /Macintosh/.test(userAgent) ? 'mac' : 'other';
}
