import { accountMenu, barButton, simulatedNote } from '../kit/account-menu.ts';
import { label } from '../kit/boot.ts';
import { h, icon } from '../kit/element.ts';
import { register } from './register.ts';
import { securityInfo } from './security-info.ts';

const interrupted = /^\/register(\/|$)/i.test(location.pathname);

function topBar(): HTMLElement {
  return h(
    'header',
    { class: 'bar' },
    h('a', { href: '/security-info', class: 'brand' }, label('mySignIns')),
    h('span', { class: 'spring' }),
    barButton('question_circle', label('help')),
    accountMenu('/security-info'),
  );
}

function sideNavigation(): HTMLElement {
  const item = (image: string, text: string, current: boolean) =>
    h(
      'a',
      { href: '/security-info', 'aria-current': current && 'page' },
      icon(image),
      h('span', {}, text),
    );
  return h(
    'nav',
    { 'aria-label': label('navigation') },
    item('person', label('overview'), false),
    item('key', label('securityInfo'), true),
    item('laptop', label('devices'), false),
    item('history', label('recentActivity'), false),
  );
}

document.title = `${label('mySignIns')} | ${label('securityInfo')}`;
const body = interrupted ? [register()] : [sideNavigation(), securityInfo()];
document.body.append(topBar(), h('div', { class: 'body' }, ...body), simulatedNote());
