// The workbench page: one workbook in the simulated Excel, its grid, and the pane beside it.
// Address: ?open=<sample name or its number>, ?person=<member's id or name>, ?new (a fresh window).

import { formatRect } from '../../excel/address.ts';
import { textOfValue } from '../../excel/document/number-text.ts';
import { Book } from './book.ts';
import { GridController } from './grid/controller.ts';
import { refusalText } from './refusals.ts';
import { openMenu } from './menu.ts';
import { PaneFrame } from './pane-frame.ts';
import { PersonPicker } from './person-picker.ts';
import { fetchSamples } from './server-side.ts';
import { drawTabs } from './tabs.ts';
import { showTip } from './tip.ts';

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const nameBox = element<HTMLInputElement>('name-box');
const formulaLine = element<HTMLInputElement>('formula-line');

const address = new URLSearchParams(location.search);
const book = await Book.ofThisWindow(address.get('open') ?? address.get('book'));
const pane = new PaneFrame(element('pane-frame'), element('splitter'));
const people = new PersonPicker(element('person'), element('code'), pane, (person) => book.openFirstOf(person.id));

let isUp = false;
let isQueued = false;
const grid = new GridController(element('grid'), book.host, {
  editing: (isOn) => { book.host.cellEditMode = isOn; },
  changed: () => drawSoon(),
  refused: (error) => showTip(refusalText(error), element('grid')),
  save: () => void save(),
});

/** Once a frame, however many thousand cells an add-in writes. */
function drawSoon(): void {
  if (isQueued || !isUp) return;
  isQueued = true;
  requestAnimationFrame(() => {
    isQueued = false;
    drawAround();
  });
}

function drawAround(): void {
  drawTabs(element('tabs'), book.host, { attempt });
  const { selection, sheet } = grid;
  if (document.activeElement !== nameBox) nameBox.value = formatRect({ ...selection.active, rows: 1, columns: 1 });
  if (document.activeElement !== formulaLine) formulaLine.value = grid.shownText().replaceAll('\n', ' ');
  element('file-name').textContent = book.host.document.fileName;
  document.title = `${book.host.document.fileName} · Keybook 工作台`;
  element('status').textContent = grid.isEditing ? '输入' : '就绪';
  element('counters').textContent = book.countersText();
  const numbers = [...sheet.state.grid.within(selection.rect)].map(({ row, column }) => book.host.document.valueOf(sheet, row, column)).filter((value) => typeof value === 'number');
  element('sum').textContent = numbers.length > 1 ? `计数 ${numbers.length}　求和 ${textOfValue(numbers.reduce((sum, value) => sum + value, 0), '#,##0.##')}` : '';
}

function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    showTip(refusalText(error), element('tabs'));
  }
  grid.refresh();
}

async function open(name: string, bytes: Uint8Array | null): Promise<void> {
  try {
    await (bytes === null ? book.openSample(name) : book.openFile(name, bytes));
    showBook();
  } catch (error) {
    showTip(refusalText(error), element('open-file'));
  }
}

function showBook(): void {
  pane.open(null);
  grid.focus();
}

async function save(): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await book.toXlsx()], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  link.download = book.host.document.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

element('open-file').addEventListener('click', () => element('file').click());
element<HTMLInputElement>('file').addEventListener('change', (event) => {
  const field = event.target as HTMLInputElement;
  const [file] = field.files ?? [];
  if (file !== undefined) void file.arrayBuffer().then((buffer) => open(file.name, new Uint8Array(buffer)));
  field.value = '';
});
element('save-file').addEventListener('click', () => void save());
element('new-window').addEventListener('click', () => window.open('/', '_blank', 'noopener'));
element('books').addEventListener('click', async (event) => {
  const box = (event.target as HTMLElement).getBoundingClientRect();
  openMenu({ x: box.left, y: box.bottom + 2 }, [
    { label: '空白工作簿', act: () => { book.openBlank(); showBook(); } },
    { group: '样例工作簿' },
    ...(await fetchSamples()).map((name) => ({ label: name, act: () => void open(name, null) })),
  ]);
});
for (const button of document.querySelectorAll<HTMLElement>('.ribbon [data-action]')) button.addEventListener('click', () => pane.open(button.dataset['action']!));
addEventListener('keydown', (event) => {
  if (event.key !== 'F6') return;
  event.preventDefault();
  pane.focus();
});
element('show-pane').addEventListener('click', () => pane.show(true));
element('hide-pane').addEventListener('click', () => pane.show(false));

nameBox.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault(); // else the grid's field, which now has the focus, gets the line break
  grid.focus();
  grid.goTo(nameBox.value);
});
formulaLine.addEventListener('focus', () => {
  formulaLine.value = grid.textOfActive();
  book.host.cellEditMode = true;
});
formulaLine.addEventListener('blur', () => { book.host.cellEditMode = false; });
formulaLine.addEventListener('keydown', (event) => {
  if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  event.preventDefault();
  const text = formulaLine.value;
  grid.focus();
  if (event.key === 'Enter' && text !== grid.textOfActive()) grid.typeIntoActive(text);
});
// While the pane sleeps between its requests the counters change without a change of cells.
setInterval(() => { element('counters').textContent = book.countersText(); }, 500);

isUp = true;
pane.open(null);
grid.refresh();
grid.focus();
await people.start(address.get('person'));
document.body.dataset['ready'] = 'true';
