import { label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { button } from './button.ts';
import { searchBox } from './fields.ts';
import { detailsList } from './list.ts';
import { openPanel } from './panel.ts';

export type Pickable = Readonly<{ id: string; name: string; detail: string; kind: string }>;

/** The panel in which directory objects are picked: search, rows to tick, `Select`. */
export function openPicker(
  title: string,
  items: readonly Pickable[],
  before: ReadonlySet<string>,
  onPicked: (chosen: Pickable[]) => void,
): void {
  const done = button(label('select'), {
    kind: 'primary',
    disabled: true,
    onclick: () => {
      panel.close();
      onPicked(items.filter(({ id }) => list.selected.has(id)));
    },
  });
  const list = detailsList({
    name: title,
    columns: [
      { key: 'name', name: label('name') },
      { key: 'detail', name: label('userPrincipalName') },
    ],
    before,
    onSelect: () => {
      done.disabled = list.selected.size === 0;
    },
  });
  const draw = (text: string): void => {
    const shown = items.filter(({ name, detail }) =>
      `${name} ${detail}`.toLowerCase().includes(text),
    );
    list.show(shown.map(({ id, name, detail }) => ({ id, name, cells: [name, detail] })));
  };
  draw('');
  done.disabled = list.selected.size === 0;
  const panel = openPanel({
    title,
    body: [searchBox(label('search'), draw), h('div', { class: 'picker scroller' }, list.element)],
    footer: [done, button(label('cancel'), { onclick: () => panel.close() })],
  });
}
