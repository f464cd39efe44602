import type { LabelKey } from '../../../../labels/labels.ts';
import { call, get, Refused } from '../../../kit/api.ts';
import { label } from '../../../kit/boot.ts';
import { h } from '../../../kit/element.ts';
import { button } from '../controls/button.ts';
import { commandBar } from '../controls/command-bar.ts';
import { searchBox } from '../controls/fields.ts';
import { detailsList } from '../controls/list.ts';
import { openDialog } from '../controls/panel.ts';
import { notify } from '../shell-link.ts';
import { type ListedUser, matching, namesOf, persona } from './people.ts';

type State = ListedUser['perUserMfaState'];
type Action = Readonly<{
  command: LabelKey;
  question: LabelKey;
  verb: LabelKey;
  state: State;
  image: string;
}>;

const ACTIONS: readonly Action[] = [
  {
    command: 'enableMfa',
    question: 'enableQuestion',
    verb: 'enable',
    state: 'enabled',
    image: 'shield_checkmark',
  },
  {
    command: 'disableMfa',
    question: 'disableQuestion',
    verb: 'disable',
    state: 'disabled',
    image: 'shield_dismiss',
  },
  {
    command: 'enforceMfa',
    question: 'enforceQuestion',
    verb: 'enforce',
    state: 'enforced',
    image: 'shield_lock',
  },
];

/** Per-user multifactor authentication: users with their state, and what may be done with them. */
export async function perUserMfaView(): Promise<HTMLElement> {
  let users = await get<ListedUser[]>('/users');
  let text = '';
  const bar = h('div');
  const list = detailsList({
    name: label('perUserMfa'),
    columns: [
      { key: 'displayName', name: label('name') },
      { key: 'userPrincipalName', name: label('userPrincipalName') },
      { key: 'state', name: label('status') },
    ],
    onSelect: () => drawBar(),
  });
  const draw = (): void =>
    list.show(
      matching(users, text).map((user) => ({
        id: user.id,
        name: user.displayName,
        cells: [
          persona(user.displayName),
          user.userPrincipalName,
          label(`mfa_${user.perUserMfaState}`),
        ],
      })),
    );
  const refresh = async (): Promise<void> => {
    users = await get<ListedUser[]>('/users');
    draw();
  };
  const drawBar = (): void => {
    const chosen = users.filter(({ id }) => list.selected.has(id));
    bar.replaceChildren(
      mfaBar(chosen, async () => {
        await refresh();
        drawBar();
      }),
    );
  };
  drawBar();
  draw();
  const search = searchBox(label('search'), (wanted) => {
    text = wanted;
    draw();
  });
  return h(
    'div',
    { class: 'view scroller' },
    tabs(),
    bar,
    h('div', { class: 'filters' }, search),
    list.element,
  );
}

function mfaBar(chosen: readonly ListedUser[], onDone: () => Promise<void>): HTMLElement {
  const commands = ACTIONS.map((action) => ({
    text: label(action.command),
    image: action.image,
    disabled: chosen.every(({ perUserMfaState }) => perUserMfaState === action.state),
    run: () => confirm(action, chosen, onDone),
  }));
  return commandBar([
    ...commands,
    { text: label('userMfaSettings'), image: 'settings', disabled: true },
  ]);
}

function tabs(): HTMLElement {
  const tab = (key: LabelKey, selected: boolean) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'fui-Tab',
        'aria-selected': String(selected),
        disabled: !selected,
      },
      label(key),
    );
  return h(
    'div',
    { role: 'tablist', class: 'fui-TabList' },
    tab('users', true),
    tab('serviceSettings', false),
  );
}

function confirm(
  { question, verb, state }: Action,
  chosen: readonly ListedUser[],
  onDone: () => Promise<void>,
): void {
  const apply = async (): Promise<void> => {
    dialog.close();
    try {
      await call('PUT', '/users/per-user-mfa', { ids: chosen.map(({ id }) => id), state });
      notify(label('saved'));
      await onDone();
    } catch (error) {
      if (error instanceof Refused) notify(error.message, true);
    }
  };
  const dialog = openDialog({
    title: label(question),
    body: [namesOf(chosen)],
    footer: [
      button(label(verb), { kind: 'primary', onclick: apply }),
      button(label('cancel'), { onclick: () => dialog.close() }),
    ],
  });
}
