import { boot, label } from '../../kit/boot.ts';
import { generatedId, h, icon } from '../../kit/element.ts';
import { type Blade, bladeOf, hashes } from './routes.ts';
import { resourceMenu } from './sidebar.ts';

function breadCrumb({ parents }: Blade): HTMLElement {
  return h(
    'nav',
    { class: 'fxs-breadcrumb', 'aria-label': 'Breadcrumb' },
    ...parents.flatMap(([key, hash]) => [
      h('a', { href: hash }, label(key)),
      h('span', { 'aria-hidden': 'true' }, '\u203a'),
    ]),
  );
}

function title({ title, parents, menu }: Blade, id: string): HTMLElement {
  const current = menu?.find(({ hash }) => hash && bladeOf(hash).title === title);
  const back = parents.at(-1)?.[1] ?? hashes.home;
  return h(
    'div',
    { class: 'fxs-blade-header' },
    h(
      'div',
      { class: 'fxs-blade-title' },
      h(
        'h2',
        { class: 'fxs-blade-title-titleText', id, title: label(title) },
        current ? `${label(title)} | ${label(current.label)}` : label(title),
      ),
      h('div', { class: 'fxs-blade-title-subtitle' }, boot.tenant.name),
    ),
    h(
      'a',
      { class: 'fxs-blade-close', href: back, role: 'button', 'aria-label': label('close') },
      icon('dismiss'),
    ),
  );
}

/** What the portal still draws in its own document: the older kind of blade. */
function homeContent(): HTMLElement {
  const facts = [
    [label('name'), boot.tenant.name],
    [label('tenantId'), boot.tenant.id],
    [label('primaryDomain'), boot.tenant.domain],
  ];
  const links = [
    ['users', hashes.users],
    ['conditionalAccess', hashes.policies],
    ['tenantProperties', hashes.properties],
  ] as const;
  return h(
    'div',
    { class: 'fxs-blade-content-wrapper' },
    h(
      'dl',
      { class: 'fxc-essentials-column' },
      ...facts.flatMap(([name, value]) => [
        h('dt', { class: 'fxc-essentials-label' }, name),
        h('dd', { class: 'fxc-essentials-value' }, value),
      ]),
    ),
    h(
      'ul',
      { class: 'azc-toolbar' },
      ...links.map(([key, hash]) =>
        h('li', { class: 'azc-toolbar-item' }, h('a', { href: hash }, label(key))),
      ),
    ),
  );
}

/** A blade's frame of title, menu and content; the content is filled by the caller. */
export function drawBlade(blade: Blade): Readonly<{ element: HTMLElement; content: HTMLElement }> {
  const id = generatedId('_weave_e_');
  const content = h('div', { class: 'fxs-blade-content-container-default' });
  if (!blade.view) content.append(homeContent());
  const current = blade.menu?.find(({ hash }) => hash && bladeOf(hash) === blade)?.hash ?? '';
  const element = h(
    'section',
    {
      class: 'fxs-blade fxs-blade-display-in-journey fxs-blade-firstblade',
      'aria-labelledby': id,
    },
    breadCrumb(blade),
    title(blade, id),
    h(
      'div',
      { class: 'fxs-blade-body' },
      blade.menu ? resourceMenu(blade.menu, current) : undefined,
      content,
    ),
  );
  return { element, content };
}
