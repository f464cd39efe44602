import { get } from '../kit/api.ts';
import { boot, label } from '../kit/boot.ts';
import { generatedId, h, icon, pause } from '../kit/element.ts';
import { type Details, licencesTab, type PanelEvents } from './licences-tab.ts';

type Tab = Readonly<{ id: string; name: string; draw: (details: Details) => readonly Node[] }>;

/** The pane on the right with one user; the licences are behind the second tab. */
export async function userPanel(upn: string, events: PanelEvents): Promise<HTMLElement> {
  const body = h(
    'div',
    { class: 'panel-body', role: 'tabpanel' },
    h('div', { class: 'ms-Shimmer-container' }),
  );
  const details = await get<Details>(`/users/${encodeURIComponent(upn)}`);
  const close = h(
    'button',
    { type: 'button', class: 'bar-button', 'aria-label': label('close'), onclick: events.close },
    icon('dismiss'),
  );
  const tabs: readonly Tab[] = [
    { id: 'account', name: label('account'), draw: accountTab },
    { id: 'licenses', name: label('licencesAndApps'), draw: (user) => licencesTab(user, events) },
    { id: 'mail', name: label('mail'), draw: () => [] },
  ];
  return h(
    'aside',
    {
      role: 'complementary',
      class: 'ms-Panel',
      'aria-label': details.name,
      'data-automationid': 'UserDetailPanel',
    },
    h('div', { class: 'panel-head' }, h('h2', {}, details.name), close),
    h('p', { class: 'soft' }, details.upn),
    tabList(tabs, body, details),
    body,
  );
}

function tabList(tabs: readonly Tab[], body: HTMLElement, details: Details): HTMLElement {
  const list = h('div', { role: 'tablist', class: 'ms-Pivot' });
  const show = async (wanted: Tab) => {
    for (const tab of list.children) {
      tab.setAttribute(
        'aria-selected',
        String(tab.getAttribute('data-automationid') === `tab-${wanted.id}`),
      );
    }
    body.replaceChildren(h('div', { class: 'ms-Shimmer-container' }));
    const [fresh] = await Promise.all([
      get<Details>(`/users/${encodeURIComponent(details.upn)}`),
      pause(boot.contentDelayMs),
    ]);
    body.replaceChildren(...wanted.draw(fresh));
  };
  list.append(
    ...tabs.map((tab) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: generatedId('Pivot'),
          'data-automationid': `tab-${tab.id}`,
          onclick: () => void show(tab),
        },
        tab.name,
      ),
    ),
  );
  const [first] = tabs;
  if (first) void show(first);
  return list;
}

const accountTab = ({ name, upn }: Details): readonly Node[] => [
  h(
    'dl',
    {},
    h('dt', {}, label('displayName')),
    h('dd', {}, name),
    h('dt', {}, label('username')),
    h('dd', {}, upn),
  ),
];
