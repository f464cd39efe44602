import type { LabelKey } from '../../../../labels/labels.ts';
import { get } from '../../../kit/api.ts';
import { boot, label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { flatButton } from '../controls/button.ts';
import { checkbox } from '../controls/choices.ts';
import { propertyField, select } from '../controls/fields.ts';
import { detailsList } from '../controls/list.ts';
import { openPicker, type Pickable } from '../controls/picker.ts';

/** A user to be, as far as the tabs do not hold it themselves. */
export type Draft = { groups: readonly Pickable[]; generate: boolean; enabled: boolean };

/** The first tab, and what it holds. */
export function basics(draft: Draft, onChange: () => void) {
  const domains = select(
    label('domain'),
    boot.tenant.domains.map((name) => [name, name] as const),
  );
  domains.value = boot.tenant.domain;
  const upn = propertyField(
    label('userPrincipalName'),
    true,
    h('span', { 'aria-hidden': 'true' }, '@'),
    domains,
  );
  const nickname = propertyField(label('mailNickname'), true);
  const name = propertyField(label('displayName'), true);
  const password = propertyField(label('password'), true);
  password.input.disabled = true;
  nickname.input.disabled = true;
  for (const { input } of [upn, name, password]) input.addEventListener('input', onChange);
  upn.input.addEventListener('input', () => {
    nickname.input.value = upn.input.value;
  });
  const generate = checkbox(
    label('autoGenerate'),
    (on) => {
      draft.generate = on;
      password.input.disabled = on;
      onChange();
    },
    { checked: true },
  );
  const enabled = checkbox(
    label('accountEnabled'),
    (on) => {
      draft.enabled = on;
    },
    { checked: true },
  );
  const derive = checkbox(label('deriveFromUpn'), () => undefined, {
    checked: true,
    disabled: true,
  });
  const element = h(
    'div',
    { class: 'form' },
    upn.element,
    nickname.element,
    derive,
    name.element,
    password.element,
    generate,
    enabled,
  );
  const values = () => ({
    userPrincipalName: upn.input.value.trim() && `${upn.input.value.trim()}@${domains.value}`,
    displayName: name.input.value.trim(),
    password: password.input.value,
  });
  return { element, values };
}

/** The tab on which groups are added. */
export function assignments(draft: Draft): HTMLElement {
  const list = detailsList({
    name: label('assignments'),
    columns: [{ key: 'name', name: label('name') }],
  });
  const none = h('p', { class: 'soft' }, label('noAssignments'));
  const draw = (): void => {
    none.hidden = draft.groups.length > 0;
    list.element.hidden = draft.groups.length === 0;
    list.show(draft.groups.map(({ id, name }) => ({ id, name, cells: [name] })));
  };
  const add = async (): Promise<void> => {
    const groups = await get<{ id: string; displayName: string }[]>('/users/groups');
    const items = groups.map(({ id, displayName }) => ({
      id,
      name: displayName,
      detail: '',
      kind: 'group',
    }));
    openPicker(label('selectGroup'), items, new Set(draft.groups.map(({ id }) => id)), (chosen) => {
      draft.groups = chosen;
      draw();
    });
  };
  draw();
  return h(
    'div',
    { class: 'form' },
    h(
      'div',
      { class: 'fui-Toolbar', role: 'toolbar' },
      flatButton(label('addGroup'), { kind: 'command', image: 'add', onclick: add }),
      flatButton(label('addRole'), { kind: 'command', image: 'add', disabled: true }),
    ),
    none,
    list.element,
  );
}

/** The last tab: everything at a glance. */
export function review(
  values: Readonly<Record<string, string>>,
  { groups, enabled }: Draft,
): HTMLElement {
  const rows: readonly (readonly [LabelKey, string])[] = [
    ['userPrincipalName', values.userPrincipalName ?? ''],
    ['displayName', values.displayName ?? ''],
    ['accountEnabled', label(enabled ? 'yes' : 'no')],
    ['groups', groups.map(({ name }) => name).join(', ')],
  ];
  return h(
    'dl',
    { class: 'review' },
    ...rows.flatMap(([key, value]) => [h('dt', {}, label(key)), h('dd', {}, value)]),
  );
}
