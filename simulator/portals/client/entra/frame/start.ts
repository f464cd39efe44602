import { boot } from '../../kit/boot.ts';
import { h, pause } from '../../kit/element.ts';
import { createUserView } from './views/create-user.ts';
import { perUserMfaView } from './views/per-user-mfa.ts';
import { policiesListView } from './views/policies-list.ts';
import { policyBladeView } from './views/policy-blade.ts';
import { tenantPropertiesView } from './views/tenant-properties.ts';
import { usersListView } from './views/users-list.ts';

const views: Readonly<Record<string, () => Promise<HTMLElement>>> = {
  UsersList: usersListView,
  CreateUser: createUserView,
  MultifactorAuthenticationConfig: perUserMfaView,
  TenantProperties: tenantPropertiesView,
  PoliciesList: policiesListView,
  PolicyBlade: policyBladeView,
};

function shimmer(): HTMLElement {
  const line = () =>
    h(
      'div',
      { class: 'ms-Shimmer-shimmerWrapper' },
      h('div', { class: 'ms-Shimmer-shimmerGradient' }),
    );
  return h(
    'div',
    { class: 'ms-Shimmer-container', 'aria-busy': 'true' },
    ...Array.from({ length: 9 }, line),
  );
}

/** Draws the view that the address names, after the time the scenario wants it to take. */
export async function start(): Promise<void> {
  const root = h('div', { id: 'root', class: 'fui-FluentProvider' }, shimmer());
  document.body.append(root);
  const name = /\/(\w+)\.ReactView$/.exec(location.pathname)?.[1] ?? '';
  const [content] = await Promise.all([views[name]?.(), pause(boot.contentDelayMs)]);
  if (content) root.replaceChildren(content);
}
