import type { Deployment } from '../deployment.ts';
import { addressesIn } from '../identity.ts';

/** Steps and exact values for the Google Admin console. */
export function googleAdminGuide({ packages, extensionId }: Deployment): string {
  return `Waymark through the Google Admin console
========================================

1. Devices > Chrome > Apps & extensions > Users & browsers. Choose the organisational unit.
2. Add (+) > Add Chrome app or extension by ID > From a custom URL.
     Extension ID    ${extensionId}
     URL             ${addressesIn(packages).chromiumUpdates}
3. Installation policy: Force install + pin to browser toolbar.
4. Policy for extensions: paste the whole of policy.json.
5. Save.

Verify: chrome://policy on a managed browser, "Reload policies"; the section ${extensionId}
lists the settings. Waymark's options page says what it made of them.
Remove: choose Waymark in the list and delete it there.
`;
}
