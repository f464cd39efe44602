/** The Microsoft clouds. GCC uses the worldwide hosts and is `global`; GCC High is `usgov`. */
export const CLOUDS = ['global', 'usgov', 'usgovdod', 'china'] as const;
export type Cloud = (typeof CLOUDS)[number];

type Hosts = Readonly<{
  /** Where people sign in. */
  loginHost: string;
  /** Microsoft Graph, without version. */
  graphRoot: string;
}>;

/**
 * Hosts per cloud; tokens of one are refused by the others.
 * https://learn.microsoft.com/graph/deployments
 */
const HOSTS: Readonly<Record<Cloud, Hosts>> = {
  global: {
    loginHost: 'login.microsoftonline.com',
    graphRoot: 'https://graph.microsoft.com',
  },
  usgov: {
    loginHost: 'login.microsoftonline.us',
    graphRoot: 'https://graph.microsoft.us',
  },
  usgovdod: {
    loginHost: 'login.microsoftonline.us',
    graphRoot: 'https://dod-graph.microsoft.us',
  },
  china: {
    loginHost: 'login.partner.microsoftonline.cn',
    graphRoot: 'https://microsoftgraph.chinacloudapi.cn',
  },
};

/** Every origin the extension may talk to, of all clouds: Graph and the sign-in of each. */
export function cloudOrigins(): string[] {
  const hosts = Object.values(HOSTS);
  const origins = hosts.flatMap(({ loginHost, graphRoot }) => [graphRoot, `https://${loginHost}`]);
  return [...new Set(origins)].sort();
}

/** Microsoft Graph's address in a cloud, without version and without a slash at the end. */
export function graphRootOf(cloud: Cloud): string {
  return HOSTS[cloud].graphRoot;
}

/** The sign-in authority of one tenant, or of any work account when none is given. */
export function authorityOf(cloud: Cloud, tenantId = 'organizations'): string {
  return `https://${HOSTS[cloud].loginHost}/${tenantId}`;
}
