// Which key does what in the grid while nothing is being typed.

import type { Direction } from './selection.ts';

export type KeyDeed =
  | { readonly kind: 'move'; readonly direction: Direction; readonly extend: boolean; readonly jump: boolean }
  | { readonly kind: 'page'; readonly rows: number; readonly extend: boolean }
  | { readonly kind: 'home'; readonly whole: boolean; readonly extend: boolean }
  | { readonly kind: 'edit' | 'clear' | 'clearAndEdit' | 'undo' | 'all' | 'nextSheet' | 'previousSheet' | 'save' };

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

export function deedOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): KeyDeed | undefined {
  const control = event.ctrlKey || event.metaKey;
  const direction = arrows[event.key];
  if (direction !== undefined) return { kind: 'move', direction, extend: event.shiftKey, jump: control };
  if (event.key === 'Tab' && !control) return { kind: 'move', direction: event.shiftKey ? 'left' : 'right', extend: false, jump: false };
  if (event.key === 'Enter' && !control) return { kind: 'move', direction: event.shiftKey ? 'up' : 'down', extend: false, jump: false };
  if (event.key === 'Home') return { kind: 'home', whole: control, extend: event.shiftKey };
  if (event.key === 'PageDown' || event.key === 'PageUp') {
    if (control) return { kind: event.key === 'PageDown' ? 'nextSheet' : 'previousSheet' };
    return { kind: 'page', rows: event.key === 'PageDown' ? 20 : -20, extend: event.shiftKey };
  }
  if (event.key === 'F2') return { kind: 'edit' };
  if (event.key === 'Delete') return { kind: 'clear' };
  if (event.key === 'Backspace') return { kind: 'clearAndEdit' };
  if (!control || event.altKey) return undefined;
  const shortcuts: Readonly<Record<string, KeyDeed['kind']>> = { z: 'undo', a: 'all', s: 'save' };
  const kind = shortcuts[event.key.toLowerCase()];
  return kind === undefined ? undefined : ({ kind } as KeyDeed);
}
