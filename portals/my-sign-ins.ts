import type { Portal } from '../utils/domain/portal.ts';

/** My Sign-Ins: where an account registers its own MFA methods (`aka.ms/mfasetup` leads here). */
export const mySignIns: Portal = {
  id: 'my-sign-ins',
  name: 'My Sign-Ins',
  hosts: ['mysignins.microsoft.com'],
  pages: {
    'security-info': { paths: ['/security-info'], link: '/security-info' },
    interrupt: { paths: ['/register', '/register/*'] },
  },
};
