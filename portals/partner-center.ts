import type { Portal } from '../utils/domain/portal.ts';

/**
 * Microsoft Partner Center. User management lives under an older path (`account/v3`) and a newer
 * one (`v2/account-settings`); both are seen in the wild.
 */
export const partnerCenter: Portal = {
  id: 'partner-center',
  name: 'Partner Center',
  hosts: ['partner.microsoft.com'],
  pages: {
    home: {
      paths: ['/dashboard', '/dashboard/home', '/dashboard/v2/home'],
      link: '/dashboard/home',
    },
    'account-settings': {
      paths: [
        '/dashboard/v2/account-settings/overview',
        '/dashboard/v2/account-settings/account-management/home',
        '/dashboard/v2/account-settings/settings/*',
        '/dashboard/account/v3/companyprofile',
        '/dashboard/account/v3/organization/*',
      ],
      link: '/dashboard/v2/account-settings/overview',
    },
    'user-management': {
      paths: [
        '/dashboard/account/v3/usermanagement',
        '/dashboard/v2/account-settings/usermanagement',
      ],
      link: '/dashboard/account/v3/usermanagement#users',
    },
    'create-user': {
      paths: [
        '/dashboard/account/v3/usermanagement/createuser',
        '/dashboard/v2/account-settings/usermanagement/createuser',
      ],
    },
    'edit-user': {
      paths: [
        '/dashboard/account/v3/usermanagement/edituser/*',
        '/dashboard/v2/account-settings/usermanagement/edituser/*',
      ],
    },
    'user-created': {
      paths: [
        '/dashboard/account/v3/usermanagement/usercreated',
        '/dashboard/v2/account-settings/usermanagement/usercreated',
      ],
      showsPassword: true,
    },
  },
};
