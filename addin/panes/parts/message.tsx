// A bar that says what is the case: amber waits, red cannot go on, green is done.

import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface MessageProps {
  readonly kind: 'warn' | 'bad' | 'ok';
  readonly title: string;
  readonly text?: string | undefined;
  readonly children?: ComponentChildren;
}

/** What cannot go on is said at once (alert), the rest when the reader pauses (status). */
export function Message({ kind, title, text, children }: MessageProps) {
  return (
    <div class={`message ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={kind === 'bad' ? 'alert' : kind === 'ok' ? 'done' : 'warning'} />
      <div>
        <h2>{title}</h2>
        {text && <p>{text}</p>}
        {children}
      </div>
    </div>
  );
}
