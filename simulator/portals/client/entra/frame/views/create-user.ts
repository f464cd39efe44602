import type { LabelKey } from '../../../../labels/labels.ts';
import { get, post, Refused } from '../../../kit/api.ts';
import { boot, label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { button, flatButton } from '../controls/button.ts';
import { checkbox } from '../controls/choices.ts';
import { propertyField, select } from '../controls/fields.ts';
import { messageBar } from '../controls/panel.ts';
import { openPicker, type Pickable } from '../controls/picker.ts';
import { createdUser } from './created-user.ts';

type Tab = 'basics' | 'assignments' | 'reviewCreate';
type Draft = { groups: readonly Pickable[]; generate: boolean; enabled: boolean };
const TABS: readonly Tab[] = ['basics', 'assignments', 'reviewCreate'];

function basics(draft: Draft, onChange: () => void) {
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

function assignments(draft: Draft): HTMLElement {
  const list = h('ul', { class: 'assigned' });
  const draw = (): void => {
    const items = draft.groups.map(({ name }) =>
      h('li', {}, name, h('span', { class: 'soft' }, ` ${label('groups')}`)),
    );
    list.replaceChildren(
      ...(items.length > 0 ? items : [h('li', { class: 'soft' }, label('noAssignments'))]),
    );
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
    list,
  );
}

function review(values: Readonly<Record<string, string>>, { groups, enabled }: Draft): HTMLElement {
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

/** New user: basics, assignments, review; then its password, once. */
export async function createUserView(): Promise<HTMLElement> {
  const draft: Draft = { groups: [], generate: true, enabled: true };
  const form = basics(draft, () => update());
  const assigned = assignments(draft);
  const body = h('div', { class: 'scroller', role: 'tabpanel' });
  const problem = h('div');
  const view = h('div', { class: 'view with-footer' });
  let current: Tab = 'basics';
  const tabs = TABS.map((key) =>
    h(
      'button',
      { type: 'button', role: 'tab', class: 'fui-Tab', onclick: () => go(key) },
      label(key),
    ),
  );
  const back = button(label('previous'), {
    onclick: () => go(TABS[TABS.indexOf(current) - 1] ?? 'basics'),
  });
  const next = button(label('next'), {
    onclick: () => go(TABS[TABS.indexOf(current) + 1] ?? 'reviewCreate'),
  });
  const toReview = flatButton(label('reviewCreate'), {
    kind: 'primary',
    onclick: () => go('reviewCreate'),
  });
  const create = flatButton(label('createNow'), { kind: 'primary', onclick: () => send() });
  const complete = (): boolean => {
    const { userPrincipalName, displayName, password } = form.values();
    return Boolean(userPrincipalName && displayName && (draft.generate || password.length >= 8));
  };
  const update = (): void => {
    toReview.disabled = !complete();
    create.disabled = !complete();
  };
  const go = (tab: Tab): void => {
    current = tab;
    const content = {
      basics: form.element,
      assignments: assigned,
      reviewCreate: review(form.values(), draft),
    };
    body.replaceChildren(problem, content[tab]);
    for (const [index, element] of tabs.entries())
      element.setAttribute('aria-selected', String(TABS[index] === tab));
    toReview.hidden = tab === 'reviewCreate';
    create.hidden = tab !== 'reviewCreate';
    back.disabled = tab === 'basics';
    next.disabled = tab === 'reviewCreate';
    update();
  };
  const send = async (): Promise<void> => {
    const { password, ...names } = form.values();
    const groupIds = draft.groups.map(({ id }) => id);
    const wanted = { ...names, accountEnabled: draft.enabled, groupIds };
    try {
      const user = await post<{ displayName: string; userPrincipalName: string; password: string }>(
        '/users',
        draft.generate ? wanted : { ...wanted, password },
      );
      view.replaceChildren(createdUser(user));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problem.replaceChildren(messageBar(error.message));
    }
  };
  go('basics');
  view.append(
    h('div', { role: 'tablist', class: 'fui-TabList' }, ...tabs),
    body,
    h('div', { class: 'footer row' }, toReview, create, back, next),
  );
  return view;
}
