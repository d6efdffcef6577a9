// The one text field of the grid. It always has the focus and lies over the active cell, unseen until something is
// typed: so an input method composes in its place, and keys reach the grid. It knows no cells, only its text.

import type { Box } from './geometry.ts';

export interface EditorEvents {
  /** A key that is not typing; true where it was used. */
  key(event: KeyboardEvent): boolean;
  began(): void;
  typed(text: string): void;
  /** Enter, Tab, an arrow or a loss of focus ended the typing. */
  commit(text: string, then: 'down' | 'up' | 'right' | 'left' | 'stay'): void;
  cancelled(): void;
}

const arrows: Readonly<Record<string, 'down' | 'up' | 'right' | 'left'>> = { ArrowDown: 'down', ArrowUp: 'up', ArrowRight: 'right', ArrowLeft: 'left' };

export class CellEditor {
  readonly field: HTMLTextAreaElement;
  readonly #events: EditorEvents;
  /** typing: arrows leave the cell; editing: they move within the text. */
  #mode: 'off' | 'typing' | 'editing' = 'off';

  constructor(stage: HTMLElement, events: EditorEvents) {
    this.#events = events;
    this.field = document.createElement('textarea');
    this.field.className = 'cell-editor';
    this.field.rows = 1;
    this.field.spellcheck = false;
    stage.append(this.field);
    this.field.addEventListener('keydown', (event) => this.#key(event));
    this.field.addEventListener('compositionstart', () => this.#begin('typing'));
    this.field.addEventListener('input', () => {
      this.#begin('typing');
      this.#grow();
      this.#events.typed(this.field.value);
    });
    this.field.addEventListener('blur', () => this.#mode !== 'off' && this.commit('stay'));
  }

  get isOn(): boolean {
    return this.#mode !== 'off';
  }

  place(box: Box): void {
    Object.assign(this.field.style, { left: `${box.left - 1}px`, top: `${box.top - 1}px`, minWidth: `${box.width + 1}px`, minHeight: `${box.height + 1}px`, width: `${box.width + 1}px` });
  }

  /** F2 or a double click: the cell's own text, to be changed. */
  edit(text: string): void {
    this.field.value = text;
    this.#begin('editing');
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
    this.#grow();
  }

  commit(then: 'down' | 'up' | 'right' | 'left' | 'stay'): void {
    const text = this.field.value;
    this.#end();
    this.#events.commit(text, then);
  }

  cancel(): void {
    this.#end();
    this.#events.cancelled();
  }

  #begin(mode: 'typing' | 'editing'): void {
    if (this.#mode !== 'off') return;
    this.#mode = mode;
    this.field.classList.add('on');
    this.#events.began();
  }

  #end(): void {
    this.#mode = 'off';
    this.field.classList.remove('on');
    this.field.value = '';
    this.field.style.height = '';
  }

  #grow(): void {
    this.field.style.height = '';
    this.field.style.height = `${this.field.scrollHeight + 2}px`;
    if (this.field.scrollWidth > this.field.clientWidth) this.field.style.width = `${this.field.scrollWidth + 8}px`;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#mode === 'off') {
      if (this.#events.key(event)) event.preventDefault();
      return;
    }
    const then = this.#leaves(event);
    if (event.key === 'Escape') this.cancel();
    else if (event.key === 'Enter' && event.altKey) this.field.setRangeText('\n', this.field.selectionStart, this.field.selectionEnd, 'end');
    else if (then !== undefined) this.commit(then);
    else return;
    event.preventDefault();
  }

  #leaves(event: KeyboardEvent): 'down' | 'up' | 'right' | 'left' | undefined {
    if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
    if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
    return this.#mode === 'typing' ? arrows[event.key] : undefined;
  }
}
