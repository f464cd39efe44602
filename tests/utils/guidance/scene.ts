import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import type { Scene } from '@/utils/guidance/orders.ts';

/** The shipped guide and portals, with words and panel cut down to what orders are made of. */
export const scene: Scene = {
  guide,
  portals,
  settings: {},
  labels: () => ({}),
  say: (_, actionId) => ({ say: `Do ${actionId}`, sayOutOfView: `Do ${actionId} further down` }),
  direction: 'ltr',
  panel: () => ({
    show: 'open',
    side: 'right',
    chip: { label: 'Open', text: '', mark: 'none', trail: '' },
    behind: 'A dialog is open.',
    url: 'chrome-extension://id/panel.html',
  }),
  accountDigest: 'd1ge57',
};

export const USER_MANAGEMENT =
  'https://partner.microsoft.com/dashboard/account/v3/usermanagement#users';
export const HOME = 'https://partner.microsoft.com/dashboard/home';
export const ENTRA_USERS =
  'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers';
export const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';
