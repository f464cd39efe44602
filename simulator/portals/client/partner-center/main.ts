import { label } from '../kit/boot.ts';
import { h } from '../kit/element.ts';
import { accountSettingsPage } from './pages/account-settings.ts';
import { createUserPage } from './pages/create-user.ts';
import { editUserPage } from './pages/edit-user.ts';
import { homePage } from './pages/home.ts';
import { userCreatedPage } from './pages/user-created.ts';
import { userManagementPage } from './pages/user-management.ts';
import { followRoutes, type PageName, type Route, routeOf } from './route.ts';
import './shell.ts';

type Page = Readonly<{ title: () => string; draw: (route: Route) => HTMLElement }>;

const pages: Readonly<Record<PageName, Page>> = {
  home: { title: () => label('home'), draw: homePage },
  'account-settings': { title: () => label('accountSettings'), draw: accountSettingsPage },
  'user-management': { title: () => label('userManagement'), draw: userManagementPage },
  'create-user': { title: () => label('createNewUser'), draw: createUserPage },
  'edit-user': { title: () => label('editUser'), draw: editUserPage },
  'user-created': { title: () => label('userCreated'), draw: userCreatedPage },
};

const shell = h('he-shell');
let shown = '';

function show(): void {
  const key = location.pathname + location.hash;
  if (key === shown) return;
  shown = key;
  const route = routeOf(location);
  const page = pages[route.page];
  document.title = `${page.title()} - Microsoft Partner Center`;
  shell.replaceChildren(page.draw(route));
}

document.body.append(shell);
followRoutes(show);
show();
