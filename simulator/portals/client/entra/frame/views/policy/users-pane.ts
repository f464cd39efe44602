import { get } from '../../../../kit/api.ts';
import { label } from '../../../../kit/boot.ts';
import { h } from '../../../../kit/element.ts';
import { linkButton } from '../../controls/button.ts';
import { checkbox, choiceGroup } from '../../controls/choices.ts';
import { openPicker, type Pickable } from '../../controls/picker.ts';
import type { ListedUser } from '../people.ts';
import type { PolicyForm } from './form.ts';

async function people(): Promise<Pickable[]> {
  const [users, groups] = await Promise.all([
    get<ListedUser[]>('/users'),
    get<{ id: string; displayName: string }[]>('/users/groups'),
  ]);
  return [
    ...users.map(({ id, displayName, userPrincipalName }) => ({
      id,
      name: displayName,
      detail: userPrincipalName,
      kind: 'user',
    })),
    ...groups.map(({ id, displayName }) => ({
      id,
      name: displayName,
      detail: label('groups'),
      kind: 'group',
    })),
  ];
}

async function choosePeople(form: PolicyForm, onChange: () => void): Promise<void> {
  const everybody = await people();
  const before = new Set([...form.includeUsers, ...form.includeGroups]);
  openPicker(label('selectUsersAndGroups'), everybody, before, (chosen) => {
    form.includeUsers = chosen.filter(({ kind }) => kind === 'user').map(({ id }) => id);
    form.includeGroups = chosen.filter(({ kind }) => kind === 'group').map(({ id }) => id);
    onChange();
  });
}

function selection(form: PolicyForm, onChange: () => void): HTMLElement {
  const chosen = form.includeUsers.length + form.includeGroups.length;
  const box = h('div', { class: 'indented' });
  const value = (): HTMLElement =>
    linkButton(label('noUsersChosen').replace('0', String(chosen)), () =>
      choosePeople(form, onChange),
    );
  const more = h(
    'div',
    { class: 'indented', hidden: chosen === 0 },
    h('span', { class: 'ms-Label' }, label('select')),
    value(),
  );
  const open = (ticked: boolean): Promise<void> | undefined => {
    more.hidden = !ticked;
    return ticked ? choosePeople(form, onChange) : undefined;
  };
  box.append(
    checkbox(label('guestUsers'), () => undefined, { disabled: true }),
    checkbox(label('directoryRoles'), () => undefined, { disabled: true }),
    checkbox(label('usersAndGroups'), open, { checked: chosen > 0 }),
    more,
  );
  return box;
}

/** Who the policy is for. */
export function usersPane(form: PolicyForm, onChange: () => void): HTMLElement {
  const root = h('div');
  const chosen = (): string => {
    if (form.includeUsers.includes('All')) return 'all';
    return form.includeUsers.length + form.includeGroups.length > 0 ? 'some' : 'none';
  };
  const draw = (mode: string): void => {
    const changed = (): void => {
      onChange();
      draw('some');
    };
    const choices = choiceGroup(
      label('include'),
      [
        { value: 'none', text: label('none') },
        { value: 'all', text: label('allUsers') },
        { value: 'some', text: label('selectUsersAndGroups') },
      ],
      mode,
      (value) => {
        form.includeUsers = value === 'all' ? ['All'] : [];
        form.includeGroups = [];
        onChange();
        draw(value);
      },
    );
    const before = root.contains(document.activeElement);
    root.replaceChildren(choices, mode === 'some' ? selection(form, changed) : '');
    if (before) root.querySelector<HTMLElement>('input:checked')?.focus();
  };
  draw(chosen());
  return root;
}
