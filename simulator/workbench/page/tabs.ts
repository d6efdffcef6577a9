// The sheets' tabs: press to show, double press to rename, a menu for the rest. Hidden sheets have none.

import { setVisibility } from '../../excel/document/sheets.ts';
import type { SheetDocument } from '../../excel/document/sheet-document.ts';
import type { ExcelHost } from '../../host.ts';
import { openMenu } from './menu.ts';

export interface TabsEvents {
  /** Runs what Excel may refuse, and says the refusal. */
  attempt(work: () => void): void;
}

export function drawTabs(bar: HTMLElement, host: ExcelHost, events: TabsEvents): void {
  if (bar.querySelector('input') !== null) return; // being renamed
  const shown = JSON.stringify([host.document.activeSheet.id, ...host.document.sheets.map((sheet) => [sheet.id, sheet.name, sheet.state.visibility])]);
  if (bar.dataset['shown'] === shown) return;
  bar.dataset['shown'] = shown;
  bar.replaceChildren(...host.document.sheets.filter((sheet) => sheet.state.visibility === 'Visible').map((sheet) => tabOf(bar, host, sheet, events)), plus(host, events));
  bar.querySelector('.on')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function tabOf(bar: HTMLElement, host: ExcelHost, sheet: SheetDocument, events: TabsEvents): HTMLElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.role = 'tab';
  tab.textContent = sheet.name;
  tab.ariaSelected = String(sheet === host.document.activeSheet);
  tab.classList.toggle('on', sheet === host.document.activeSheet);
  // The first press may redraw the tabs, so that a double press is only known by its count.
  tab.addEventListener('click', (event) => (event.detail === 2 ? rename(bar, tab, host, sheet, events) : events.attempt(() => host.user.activate(sheet.name))));
  tab.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    const hidden = host.document.sheets.filter((one) => one.state.visibility === 'Hidden');
    openMenu({ x: event.clientX, y: event.clientY - 120 }, [
      { label: '插入工作表', act: () => events.attempt(() => host.user.addSheet()) },
      { label: '重命名', act: () => rename(bar, tab, host, sheet, events) },
      { label: '删除', act: () => events.attempt(() => host.user.deleteSheet(sheet.name)) },
      { label: '隐藏', act: () => events.attempt(() => setVisibility(host.document, sheet, 'Hidden')) },
      ...(hidden.length > 0 ? ['line' as const, ...hidden.map((one) => ({ label: `取消隐藏 ${one.name}`, act: () => events.attempt(() => setVisibility(host.document, one, 'Visible')) }))] : []),
    ]);
  });
  return tab;
}

function plus(host: ExcelHost, events: TabsEvents): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '+';
  button.ariaLabel = '新建工作表';
  button.addEventListener('click', () => events.attempt(() => host.user.addSheet()));
  return button;
}

function rename(bar: HTMLElement, tab: HTMLElement, host: ExcelHost, sheet: SheetDocument, events: TabsEvents): void {
  const field = document.createElement('input');
  field.value = sheet.name;
  field.ariaLabel = '工作表名称';
  tab.replaceWith(field);
  field.select();
  const end = (isKept: boolean) => {
    const name = field.value.trim();
    field.remove();
    delete bar.dataset['shown'];
    if (isKept && name !== sheet.name) events.attempt(() => host.user.renameSheet(sheet.name, name));
    drawTabs(bar, host, events);
  };
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    field.onblur = null;
    end(event.key === 'Enter');
  });
  field.onblur = () => end(true);
}
