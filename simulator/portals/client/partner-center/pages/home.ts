import { boot, label } from '../../kit/boot.ts';
import { h, icon, pause } from '../../kit/element.ts';
import { frontend } from '../frontend.ts';

const { page } = frontend('home');
const WORKSPACES: readonly (readonly [string, string, string])[] = [
  ['people', 'Customers', 'Manage customers and their subscriptions'],
  ['receipt', 'Billing', 'View invoices and reconciliation files'],
  ['handshake', 'Referrals', 'Work with leads and co-sell opportunities'],
  ['gift', 'Incentives', 'Follow your earnings and payments'],
  ['data_trending', 'Insights', 'Analyse performance and growth'],
  ['shield', 'Security', 'See alerts and your security score'],
];

/** The home page: tiles that arrive after the skeleton. */
export function homePage(): HTMLElement {
  const tiles = h('div', { class: 'tiles', 'aria-busy': 'true' });
  tiles.append(...WORKSPACES.map(() => h('div', { class: 'tile bone' })));
  void pause(boot.contentDelayMs).then(() => {
    tiles.removeAttribute('aria-busy');
    tiles.replaceChildren(...WORKSPACES.map(tile));
  });
  return page(
    h(
      'div',
      { class: 'column wide' },
      h('h1', {}, label('home')),
      h('p', { class: 'soft' }, boot.tenant.name),
      tiles,
    ),
  );
}

function tile([image, name, text]: readonly [string, string, string]): HTMLElement {
  return h(
    'div',
    { class: 'tile' },
    icon(image),
    h('h2', {}, name),
    h('p', { class: 'soft' }, text),
  );
}
