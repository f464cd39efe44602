import { h, pause } from '../../kit/element.ts';
import { HeControl } from './control.ts';

export type GridRow = Readonly<{ id: string; cells: readonly (string | Node)[]; name: string }>;
const SKELETON_MS = 700;
const PAGE_SIZE = 20;

/**
 * A table with selectable rows and a pager. Rows are skeletons (`row-he-row-0` …) for a moment;
 * then the same elements get their ids and content in place.
 */
export class HeDataGrid extends HeControl {
  columns: readonly string[] = [];
  keys: readonly string[] = [];
  pagerLabels: readonly [previous: string, next: string] = ['Previous', 'Next'];
  readonly selected = new Set<string>();
  readonly #body = h('tbody');
  readonly #pager = h('nav', { class: 'pager' });
  #rows: readonly GridRow[] = [];
  #page = 0;

  protected draw(): void {
    const heads = this.columns.map((column) =>
      h(
        'th',
        { role: 'columnheader', scope: 'col' },
        h('button', { type: 'button', class: 'data-grid__sort' }, column),
      ),
    );
    const head = h('thead', {}, h('tr', { role: 'row' }, h('th', { class: 'tick' }), ...heads));
    for (let index = 0; index < 5; index += 1) this.#body.append(this.#skeleton(index));
    this.root.append(h('table', { role: 'grid' }, head, this.#body), this.#pager);
  }

  #skeleton(index: number): HTMLElement {
    const cells = ['', ...this.columns].map(() =>
      h('td', { role: 'gridcell' }, h('span', { class: 'bone' })),
    );
    return h('tr', { role: 'row', id: `row-he-row-${index}` }, ...cells);
  }

  /** Shows other rows; skeletons first when none were there. */
  async show(rows: readonly GridRow[]): Promise<void> {
    if (this.#rows.length === 0) await pause(SKELETON_MS);
    this.#rows = rows;
    this.selected.clear();
    this.#fill(0);
  }

  #fill(page: number): void {
    this.#page = page;
    const shown = this.#rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
    while (this.#body.children.length < shown.length) this.#body.append(this.#skeleton(0));
    while (this.#body.children.length > shown.length) this.#body.lastElementChild?.remove();
    shown.forEach((row, index) => {
      const element = this.#body.children[index];
      if (element) this.#fillRow(element, row);
    });
    this.#drawPager();
  }

  #fillRow(element: Element, { id, cells, name }: GridRow): void {
    element.id = `row-${id}`;
    const tick = h('input', { type: 'checkbox', 'aria-label': name }) as HTMLInputElement;
    tick.addEventListener('change', () => {
      if (tick.checked) this.selected.add(id);
      else this.selected.delete(id);
      this.announce();
    });
    element.replaceChildren(
      h('td', { role: 'gridcell', class: 'tick' }, tick),
      ...cells.map((cell, index) =>
        h('td', { role: 'gridcell', id: `cell-${this.keys[index]}-${id}` }, cell),
      ),
    );
  }

  #drawPager(): void {
    const pages = Math.max(1, Math.ceil(this.#rows.length / PAGE_SIZE));
    const to = (text: string, page: number, disabled: boolean, current = false) =>
      h(
        'button',
        {
          type: 'button',
          class: 'page',
          disabled,
          'aria-current': current && 'page',
          onclick: () => this.#fill(page),
        },
        text,
      );
    const numbers = Array.from({ length: pages }, (_, page) =>
      to(String(page + 1), page, false, page === this.#page),
    );
    this.#pager.replaceChildren(
      to(this.pagerLabels[0], this.#page - 1, this.#page === 0),
      ...numbers,
      to(this.pagerLabels[1], this.#page + 1, this.#page === pages - 1),
    );
  }
}
