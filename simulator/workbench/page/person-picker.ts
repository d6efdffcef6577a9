// Chooses who sits at this window. A fresh activation code is shown to paste, and typed into the pane's own sign-in
// screen; signing in remains a press there.

import { openMenu } from './menu.ts';
import type { PaneFrame } from './pane-frame.ts';
import { forgetOwnStorage, storedEvent } from './person-storage.ts';
import { fetchCode, fetchPeople, type Person } from './server-side.ts';
import { showTip } from './tip.ts';

const key = 'keybook-workbench.person';

export class PersonPicker {
  readonly #button: HTMLElement;
  readonly #line: HTMLElement;
  readonly #pane: PaneFrame;
  #people: Person[] = [];

  /** `chosen`: somebody sat down at this window by the menu. */
  constructor(button: HTMLElement, line: HTMLElement, pane: PaneFrame, chosen: (person: Person) => Promise<void>) {
    this.#button = button;
    this.#line = line;
    this.#pane = pane;
    // A session in the pane's storage: the code has been used.
    addEventListener(storedEvent, (event) => {
      if (String((event as CustomEvent).detail).endsWith('session')) line.hidden = true;
    });
    button.addEventListener('click', () => {
      const box = button.getBoundingClientRect();
      openMenu({ x: box.right - 200, y: box.bottom + 2 }, [{ group: '在本窗口登录为' }, ...this.#people.map((person) => ({ label: `${person.name}　${person.post}`, act: () => void chosen(person).then(() => this.#choose(person)) }))]);
    });
  }

  async start(wanted: string | null): Promise<void> {
    this.#people = await fetchPeople();
    const chosen = this.#people.find((person) => [person.id, person.name].includes(wanted ?? sessionStorage.getItem(key) ?? ''));
    if (chosen === undefined) return;
    if (wanted !== null && sessionStorage.getItem(key) !== chosen.id) await this.#choose(chosen);
    else this.#name(chosen);
  }

  async #choose(person: Person): Promise<void> {
    try {
      const code = await fetchCode(person.id);
      sessionStorage.setItem(key, person.id);
      forgetOwnStorage();
      this.#name(person);
      this.#showCode(person, code);
      this.#pane.open(null);
      if (await this.#pane.untilSignIn()) this.#pane.typeCode(code);
    } catch (error) {
      showTip(error instanceof Error ? error.message : String(error), this.#button);
    }
  }

  #name(person: Person): void {
    this.#button.textContent = `${person.name}　${person.post} ▾`;
  }

  #showCode(person: Person, code: string): void {
    const text = document.createElement('span');
    text.append(`${person.name}的激活码 `);
    const shown = document.createElement('code');
    shown.id = 'activation-code';
    shown.textContent = code;
    const type = document.createElement('button');
    type.type = 'button';
    type.textContent = `登录为${person.name}`;
    type.addEventListener('click', () => this.#pane.typeCode(code));
    const hide = document.createElement('button');
    hide.type = 'button';
    hide.textContent = '收起';
    hide.addEventListener('click', () => { this.#line.hidden = true; });
    this.#line.replaceChildren(text, shown, type, hide);
    this.#line.hidden = false;
  }
}
