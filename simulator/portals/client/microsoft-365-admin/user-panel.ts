import { call, get, Refused } from '../kit/api.ts';
import { boot, label } from '../kit/boot.ts';
import { generatedId, h, icon, pause } from '../kit/element.ts';
import { button, checkBox, dropdown } from '../kit/fluent-ui.ts';

type Licence = Readonly<{
  skuId: string;
  name: string;
  free: number;
  all: number;
  assigned: boolean;
}>;
type Details = Readonly<{
  id: string;
  name: string;
  upn: string;
  usageLocation: string | null;
  licences: readonly Licence[];
}>;
type Events = Readonly<{ close: () => void; saved: () => Promise<void> }>;
type Tab = Readonly<{ id: string; name: string; draw: (details: Details) => readonly Node[] }>;

const COUNTRIES = ['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'GB', 'IE', 'JP', 'NL', 'SE', 'US'];

/** The pane on the right with one user; the licences are behind the second tab. */
export async function userPanel(upn: string, events: Events): Promise<HTMLElement> {
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

function licencesTab(user: Details, events: Events): readonly Node[] {
  const note = h('p', { role: 'alert', class: 'problem' });
  const save = button(label('saveChanges'), () => void submit(), {
    look: 'primary',
    disabled: true,
    'data-automationid': 'SaveChangesButton',
  });
  const dirty = () => {
    save.disabled = false;
    note.textContent = '';
  };
  const location = dropdown(label('selectLocation'), countries(), user.usageLocation ?? '', dirty);
  const boxes = user.licences.map((licence) => licenceBox(licence, dirty));
  const submit = async () => {
    const skuIds = boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
    try {
      await call('PUT', `/users/${user.id}/licences`, {
        skuIds,
        usageLocation: location.value() || null,
      });
      save.disabled = true;
      note.className = 'good';
      note.textContent = label('changesSaved');
      await events.saved();
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      note.className = 'problem';
      note.textContent = problem.message;
    }
  };
  const count = user.licences.filter(({ assigned }) => assigned).length;
  return [
    location.element,
    h('h3', {}, `${label('licences')} (${count})`),
    ...boxes.map(({ element }) => element),
    note,
    h('div', { class: 'panel-foot' }, save),
  ];
}

function licenceBox({ skuId, name, free, all, assigned }: Licence, onChange: () => void) {
  const { element, input } = checkBox(name, {
    value: skuId,
    checked: assigned,
    disabled: !assigned && free === 0,
  });
  input.addEventListener('change', onChange);
  const seats = label('available').replace('{free}', String(free)).replace('{all}', String(all));
  return {
    input,
    element: h('div', { class: 'licence' }, element, h('div', { class: 'soft' }, seats)),
  };
}

function countries(): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames([boot.language], { type: 'region' });
  return COUNTRIES.map((code) => [code, names.of(code) ?? code]);
}
