import type { Portal } from '../utils/domain/portal.ts';

/** Microsoft 365 admin center: the only portal that still assigns licences (since September 2024). */
export const microsoft365Admin: Portal = {
  id: 'microsoft-365-admin',
  name: 'Microsoft 365 admin center',
  hosts: ['admin.microsoft.com', 'admin.cloud.microsoft'],
  pages: {
    users: {
      paths: ['/', '/adminportal/home'],
      fragments: ['/users', '/users?*'],
      link: '/#/users',
    },
    'user-details': {
      paths: ['/', '/adminportal/home'],
      fragments: ['/users/:/userdetails/*'],
    },
  },
};
