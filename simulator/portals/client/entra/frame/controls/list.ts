import { label } from '../../../kit/boot.ts';
import { generatedId, h } from '../../../kit/element.ts';

export type Row = Readonly<{ id: string; name: string; cells: readonly (Node | string)[] }>;
export type Column = Readonly<{ key: string; name: string }>;
type List = Readonly<{
  element: HTMLElement;
  selected: ReadonlySet<string>;
  show: (rows: readonly Row[]) => void;
}>;
type Options = Readonly<{
  name: string;
  columns: readonly Column[];
  /** Ids that are ticked from the start. */
  before?: ReadonlySet<string>;
  onSelect?: () => void;
}>;

const ROW_PX = 42;
const PAGE_ROWS = 10;
/** Command bar, search and header above the first row. */
const ABOVE_PX = 150;
/** Pages that exist at a time, thirty rows unless the window is very tall; others are spacers. */
const livePages = (): number => Math.max(3, Math.ceil(innerHeight / ROW_PX / PAGE_ROWS) + 1);

/** Fluent 8's details list: about thirty rows exist, more appear while scrolling. */
export function detailsList({ name, columns, before, onSelect }: Options): List {
  const selected = new Set<string>(before);
  const surface = h('div', { class: 'ms-List-surface', role: 'presentation' });
  const count = h('span', { class: 'visually-hidden' });
  const head = columns.map(({ key, name: text }) =>
    h('div', { role: 'columnheader', class: 'ms-DetailsHeader-cell', 'data-item-key': key }, text),
  );
  const element = h(
    'div',
    {
      class: 'ms-DetailsList',
      role: 'grid',
      'aria-label': name,
      'data-automationid': 'DetailsList',
    },
    count,
    h(
      'div',
      { class: 'ms-DetailsHeader', role: 'row' },
      h('div', { role: 'columnheader', class: 'ms-DetailsRow-cellCheck' }),
      ...head,
    ),
    h(
      'div',
      { class: 'ms-DetailsList-contentWrapper', role: 'presentation' },
      h('div', { class: 'ms-List', role: 'presentation' }, surface),
    ),
  );
  const toggle = (id: string, on: boolean): void => {
    if (on) selected.add(id);
    else selected.delete(id);
    onSelect?.();
  };
  let rows: readonly Row[] = [];
  let firstPage = -1;
  const drawPages = (): void => {
    const scroller = element.closest('.scroller') ?? element;
    const hiddenPx = Math.max(0, scroller.scrollTop - ABOVE_PX);
    const first = Math.floor(hiddenPx / ROW_PX / PAGE_ROWS);
    if (first === firstPage) return;
    firstPage = first;
    const [from, to] = [first * PAGE_ROWS, (first + livePages()) * PAGE_ROWS];
    const live = rows.slice(from, to).map((row) => drawRow(row, columns, selected, toggle));
    surface.replaceChildren(spacer(from), ...live, spacer(rows.length - from - live.length));
  };
  document.addEventListener('scroll', drawPages, { capture: true, passive: true });
  return {
    element,
    selected,
    show: (shown) => {
      rows = shown;
      firstPage = -1;
      count.textContent = String(shown.length);
      element.setAttribute('aria-rowcount', String(shown.length));
      drawPages();
    },
  };
}

function spacer(rows: number): HTMLElement {
  const element = h('div', { class: 'ms-List-page', role: 'presentation' });
  element.style.height = `${Math.max(0, rows) * ROW_PX}px`;
  return element;
}

function drawRow(
  { id, name, cells }: Row,
  columns: readonly Column[],
  selected: ReadonlySet<string>,
  toggle: (id: string, on: boolean) => void,
): HTMLElement {
  const [checkId, headerId] = [generatedId('checkbox'), generatedId('header')];
  const check = h('div', {
    id: checkId,
    role: 'checkbox',
    tabindex: 0,
    class: 'ms-DetailsRow-check',
    'aria-label': label('selectRow'),
    'aria-labelledby': `${checkId} ${headerId}`,
    'aria-checked': String(selected.has(id)),
  });
  const flip = (): void => {
    const on = check.getAttribute('aria-checked') !== 'true';
    check.setAttribute('aria-checked', String(on));
    toggle(id, on);
  };
  check.addEventListener('click', flip);
  check.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    flip();
  });
  const fields = cells.map((cell, index) =>
    h(
      'div',
      { role: 'gridcell', class: 'ms-DetailsRow-cell', 'data-automation-key': columns[index]?.key },
      cell,
    ),
  );
  fields[0]?.append(h('span', { id: headerId, hidden: true }, name));
  const row = h(
    'div',
    { role: 'row', class: 'ms-DetailsRow ms-DetailsRow-fields', 'data-automationid': 'DetailsRow' },
    h('div', { role: 'gridcell', class: 'ms-DetailsRow-cellCheck' }, check),
    ...fields,
  );
  return h('div', { class: 'ms-List-cell', role: 'presentation' }, row);
}
