const LOOPBACK = ['127.0.0.1', 'localhost'];

/**
 * Value for Chromium's `--host-resolver-rules`: every simulated host reaches the simulation, and
 * no other name resolves, so that a mistake cannot leave the machine.
 */
export function hostResolverRules(hosts: readonly string[], port: number): string {
  const maps = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  const excludes = LOOPBACK.map((host) => `EXCLUDE ${host}`);
  return [...maps, 'MAP * ~NOTFOUND', ...excludes].join(', ');
}

/** Command-line arguments that make Chromium see the simulation in place of Microsoft's hosts. */
export function browserArguments(hosts: readonly string[], port: number): string[] {
  return [
    `--host-resolver-rules=${hostResolverRules(hosts, port)}`,
    '--no-first-run',
    '--disable-quic',
  ];
}

/**
 * Preferences that make Firefox see the simulation in place of Microsoft's hosts. Every name, also
 * one that is not simulated, resolves to this machine, so that a mistake cannot leave it.
 */
export function firefoxPreferences(port: number): Readonly<Record<string, string | number>> {
  return {
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${port}`,
  };
}
