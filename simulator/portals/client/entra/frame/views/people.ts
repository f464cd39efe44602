import { h } from '../../../kit/element.ts';

export type ListedUser = Readonly<{
  id: string;
  displayName: string;
  userPrincipalName: string;
  userType: string;
  synced: boolean;
  perUserMfaState: 'disabled' | 'enabled' | 'enforced';
}>;

/** A name with its initials, as lists of people show it. */
export function persona(name: string): HTMLElement {
  const initials = name.split(/\s+/).map((word) => word[0]?.toUpperCase() ?? '');
  return h(
    'div',
    { class: 'ms-Persona' },
    h(
      'div',
      { class: 'ms-Persona-initials', 'aria-hidden': 'true' },
      initials.slice(0, 2).join(''),
    ),
    h(
      'a',
      {
        class: 'ms-Link ms-Persona-primaryText',
        href: '#',
        onclick: (event) => event.preventDefault(),
      },
      name,
    ),
  );
}

/** Whom a question is about. */
export const namesOf = (users: readonly ListedUser[]): HTMLElement =>
  h('p', {}, users.map(({ displayName }) => displayName).join(', '));

/** Rows whose name or address holds `text`. */
export const matching = (users: readonly ListedUser[], text: string): ListedUser[] =>
  users.filter((user) =>
    `${user.displayName} ${user.userPrincipalName}`.toLowerCase().includes(text),
  );
