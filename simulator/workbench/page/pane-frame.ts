// The pane's frame: production files in an iframe, at a width one can drag, opened by a ribbon button with its action.
// The pane's code is never touched: the only thing done to it is typing a code where a person would.

const narrowest = 270;
const widest = 700;

export class PaneFrame {
  readonly #box: HTMLElement;
  #frame: HTMLIFrameElement | undefined;

  constructor(box: HTMLElement, splitter: HTMLElement) {
    this.#box = box;
    this.setWidth(Number(sessionStorage.getItem('keybook-workbench.pane-width') ?? 350));
    splitter.addEventListener('pointerdown', (event) => this.#drag(splitter, event));
    splitter.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: 20, ArrowRight: -20 }[event.key];
      if (step !== undefined) this.setWidth(this.#box.clientWidth + step);
    });
  }

  setWidth(pixels: number): void {
    const width = Math.min(widest, Math.max(narrowest, Math.round(pixels)));
    document.body.style.setProperty('--pane-width', `${width}px`);
    sessionStorage.setItem('keybook-workbench.pane-width', String(width));
  }

  show(isShown: boolean): void {
    document.body.classList.toggle('no-pane', !isShown);
    if (isShown && this.#frame === undefined) this.open(null);
  }

  /** Loads the pane anew, as Excel does when a ribbon button names another address of it. */
  open(action: string | null): void {
    this.#frame?.remove();
    const frame = document.createElement('iframe');
    frame.title = '大客户工作簿';
    frame.src = action === null ? '/pane/' : `/pane/?action=${action}`;
    this.#box.replaceChildren(frame);
    this.#frame = frame;
    this.show(true);
  }

  /** F6, as in Excel: the keyboard goes over to the pane, and from there on Tab is the pane's. */
  focus(): void {
    this.show(true);
    this.#frame?.contentWindow?.focus();
  }

  /** Types a code into the sign-in field, as a person would; false where there is none. */
  typeCode(code: string): boolean {
    const field = this.#signInField();
    if (field === null) return false;
    field.focus();
    const setValue = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!.set!;
    setValue.call(field, code);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }

  /** Waits for the pane's sign-in screen, for at most some seconds. */
  async untilSignIn(): Promise<boolean> {
    for (let tries = 0; tries < 100; tries++) {
      if (this.#signInField() !== null) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  #signInField(): HTMLInputElement | null {
    const page = this.#frame?.contentDocument;
    return page?.querySelector<HTMLInputElement>('input[name="code"], input[autocomplete="one-time-code"]') ?? null;
  }

  #drag(splitter: HTMLElement, start: PointerEvent): void {
    splitter.setPointerCapture(start.pointerId);
    document.body.classList.add('dragging');
    const right = document.documentElement.clientWidth;
    const moved = (event: PointerEvent) => this.setWidth(right - event.clientX);
    splitter.addEventListener('pointermove', moved);
    splitter.addEventListener('pointerup', () => {
      splitter.removeEventListener('pointermove', moved);
      document.body.classList.remove('dragging');
    }, { once: true });
  }
}
