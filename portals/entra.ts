import type { Portal } from '../utils/domain/portal.ts';

/**
 * Microsoft Entra admin center. Navigation is a change of the fragment; a blade's content lies in
 * a frame of another origin (`sandbox-<n>.reactblade.portal.azure.net`) named after its view.
 */
export const entra: Portal = {
  id: 'entra',
  name: 'Microsoft Entra admin center',
  hosts: ['entra.microsoft.com', 'portal.azure.com'],
  frameMatches: ['https://*.portal.azure.net/*'],
  pages: {
    home: { paths: ['/'], fragments: ['', 'home', 'view/*/EntraLanding*'], link: '/#home' },
    users: {
      paths: ['/*'],
      fragments: ['view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/*'],
      link: '/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/AllUsers',
      frame: 'UsersList.ReactView',
    },
    'create-user': {
      paths: ['/*'],
      fragments: ['view/Microsoft_AAD_UsersAndTenants/CreateUser.ReactView*'],
      frame: 'CreateUser.ReactView',
      showsPassword: true,
    },
    'per-user-mfa': {
      paths: ['/*'],
      fragments: [
        'view/Microsoft_AAD_IAM/MultifactorAuthenticationConfig.ReactView*',
        'view/Microsoft_AAD_AuthenticationMethods/MultifactorAuthenticationConfig.ReactView*',
      ],
      link: '/#view/Microsoft_AAD_IAM/MultifactorAuthenticationConfig.ReactView/tabId/users',
      frame: 'MultifactorAuthenticationConfig.ReactView',
    },
    'tenant-properties': {
      paths: ['/*'],
      fragments: ['view/Microsoft_AAD_IAM/TenantProperties.ReactView*'],
      link: '/#view/Microsoft_AAD_IAM/TenantProperties.ReactView',
      frame: 'TenantProperties.ReactView',
    },
    'conditional-access': {
      paths: ['/*'],
      fragments: ['view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/*'],
      link: '/#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies',
      frame: 'PoliciesList.ReactView',
    },
    'conditional-access-new-policy': {
      paths: ['/*'],
      fragments: ['view/Microsoft_AAD_ConditionalAccess/PolicyBlade*'],
      link: '/#view/Microsoft_AAD_ConditionalAccess/PolicyBlade',
      frame: 'PolicyBlade.ReactView',
    },
  },
};
