// A small menu at a point: buttons, groups, lines; keys and Escape as one expects.

export type MenuEntry = { readonly label: string; readonly act: () => void; readonly disabled?: boolean } | { readonly group: string } | 'line';

let close: (() => void) | undefined;

export function openMenu(at: { readonly x: number; readonly y: number }, entries: readonly MenuEntry[]): void {
  close?.();
  const before = document.activeElement as HTMLElement | null;
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('role', 'menu');
  menu.append(...entries.map((entry) => elementOf(entry)));
  document.body.append(menu);
  menu.style.left = `${Math.max(4, Math.min(at.x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(4, Math.min(at.y, innerHeight - menu.offsetHeight - 8))}px`;

  const away = (event: Event) => menu.contains(event.target as Node) || close?.();
  close = () => {
    menu.remove();
    document.removeEventListener('pointerdown', away, true);
    removeEventListener('blur', blurred);
    close = undefined;
    before?.focus();
  };
  const blurred = () => close?.();
  document.addEventListener('pointerdown', away, true);
  addEventListener('blur', blurred);
  menu.addEventListener('keydown', (event) => move(menu, event));
  menu.querySelector<HTMLButtonElement>('button:enabled')?.focus();
}

function elementOf(entry: MenuEntry): HTMLElement {
  if (entry === 'line') return document.createElement('hr');
  if ('group' in entry) {
    const heading = document.createElement('div');
    heading.className = 'group';
    heading.textContent = entry.group;
    return heading;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'menuitem';
  button.textContent = entry.label;
  button.disabled = entry.disabled ?? false;
  button.addEventListener('click', () => {
    close?.();
    entry.act();
  });
  return button;
}

function move(menu: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...menu.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === 'Escape') close?.();
  else if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus();
  else if (event.key === 'ArrowUp') buttons[(at - 1 + buttons.length) % buttons.length]?.focus();
  else return;
  event.preventDefault();
}
