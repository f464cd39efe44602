import type { Artefact, ArtefactKind } from '../artefact.ts';
import { BROWSER_FACTS } from '../browsers.ts';
import type { Deployment } from '../deployment.ts';
import { addressesIn, IDENTITY, PACKAGE_FILES } from '../identity.ts';

/** What each file is for, in one line. */
const PURPOSE: Readonly<Record<ArtefactKind, string>> = {
  readme: 'this page',
  configuration: 'your choices; load it again on the deployment page, or with npm run policy',
  'reg-install': 'double-click or "reg import": list entry and settings, adds only',
  'reg-remove': 'takes away what the file above wrote',
  'ps-detect': 'says whether a computer is as wanted; changes nothing',
  'ps-install': 'installs and configures; merges with policies that are there',
  'ps-remove': 'takes away what the script above wrote',
  admx: 'Group Policy template of the settings: copy to PolicyDefinitions',
  adml: 'its words in one language: copy to the folder of that language',
  intune: 'steps and exact values for Microsoft Intune',
  mobileconfig: 'configuration profile: upload to your MDM',
  'linux-json': 'policy as one file, for computers that have no policies yet',
  'linux-script': 'installs, checks and removes; merges with policies that are there',
  'firefox-json': 'policy as one file; merge it when you have a policies.json',
  'google-json': 'for the field "Policy for extensions"',
  'google-guide': 'steps and exact values for the Google Admin console',
  rmm: 'how a remote management tool runs the scripts',
};

/** The page that explains all other files of one zip. */
export function readme(deployment: Deployment, files: readonly Artefact[]): string {
  const { organisation, packages, browsers, extensionId } = deployment;
  const width = Math.max(...files.map(({ path }) => path.length)) + 3;
  const rows = files.map(({ path, kind }) => `${path.padEnd(width)}${PURPOSE[kind]}`);
  return `Waymark for ${organisation}
${'='.repeat([...`Waymark for ${organisation}`].length)}

Installs Waymark for everybody on a managed computer and sets its settings, in
${browsers.map((one) => BROWSER_FACTS[one].title).join(', ')}.
You need one channel per platform, not all of these files.

Before you begin
----------------
Your web server must hand out these four files, without a sign-in, from ${packages}
  ${Object.values(PACKAGE_FILES).join('  ')}
npm run package -- --key FILE --base-url ${packages} makes them.
Open ${addressesIn(packages).chromiumUpdates} in a browser: it must show XML,
with appid="${extensionId}".
Chrome and Edge install from your own server only on computers that are joined to a domain, joined
to Microsoft Entra ID or enrolled in the browser's own management (Windows), or enrolled in an MDM
(macOS). Firefox takes a package signed by Mozilla; Firefox ESR may be told not to ask for that.

Ids
---
Chrome, Edge, Chromium   ${extensionId}
Firefox                  ${IDENTITY.geckoId}

Files
-----
${rows.join('\n')}

Verify, on one computer
-----------------------
1. chrome://policy, edge://policy or about:policies: "Reload policies", then look for Waymark's id.
   A policy may be shown as applied there and still hold a value Waymark cannot use.
2. So open Waymark's options, "For the whole team": it names every setting it got, and every one
   it ignored with the reason.
3. The extensions page of the browser says "installed by your organisation" (or "administrator").

Remove
------
Use the remove file or task of the channel you installed with, then reload the policies. Chrome
and Edge remove the extension with its policy. Firefox may keep it as one the user can remove; to
take it away everywhere set its installation_mode to "blocked".

What nobody has tried
---------------------
These files are tested by parsing them back, and the Linux script by running it. They were not
tried on Windows or macOS, with Group Policy, Intune, an MDM or the Google Admin console. Begin with
one computer.
`;
}
