import { BROWSER_FACTS, forcelistLine, managedKey } from '../browsers.ts';
import { browsersOn, type Deployment } from '../deployment.ts';

/** Where Intune keeps the list of forced extensions of each browser, as OMA-URI. */
const FORCELIST_URI = {
  chrome:
    './Device/Vendor/MSFT/Policy/Config/Chrome~Policy~googlechrome~Extensions/ExtensionInstallForcelist',
  edge: './Device/Vendor/MSFT/Policy/Config/microsoft_edge~Policy~microsoft_edge~Extensions/ExtensionInstallForcelist',
} as const;

/** Steps and exact values for Microsoft Intune. */
export function intuneGuide(deployment: Deployment): string {
  const browsers = browsersOn('windows', deployment);
  const chromium = (['chrome', 'edge'] as const).filter((one) => browsers.includes(one));
  return `Waymark through Microsoft Intune
================================

A. Remediation: installs, configures and repairs (the safe path for every browser)
----------------------------------------------------------------------------------
Devices > Scripts and remediations > Create.
  Detection script file      windows/Detect-Waymark.ps1
  Remediation script file    windows/Install-Waymark.ps1
  Run this script using the logged-on credentials    No
  Enforce script signature check                     No
  Run script in 64-bit PowerShell                    Yes
Assign it to device groups, once a day. Needs Windows Enterprise or Education and a licence for
remediations; on other editions deploy Install-Waymark.ps1 as a platform script or Win32 app.
Verify: the detection output ends with "as wanted" for ${browsers.map((one) => BROWSER_FACTS[one].title).join(', ')}.
Remove: delete the remediation first, then deploy windows/Remove-Waymark.ps1 once.

B. Without scripts: settings catalogue and an imported template
---------------------------------------------------------------
${chromium.map((one) => catalogue(one, deployment)).join('\n')}
Settings: Devices > Configuration > Import ADMX: windows/waymark.admx with windows/en-US/waymark.adml,
then create a profile of type Templates > Imported Administrative templates, and set:
${settingLines(deployment)}
Keys the template writes to:
${browsers.map((one) => `  ${BROWSER_FACTS[one].title}: HKLM\\${managedKey(one, deployment)}`).join('\n')}
Microsoft documents that imported templates may not write below Software\\Policies\\Microsoft, where
Edge keeps its policy, apart from a list that does not name Edge's policy key. If Intune refuses the
import, choose Chrome and Firefox alone for the template, and path A for Edge.
Verify: edge://policy or chrome://policy, "Reload policies", section ${deployment.extensionId}.
Remove: delete the profiles; take Waymark's line out of the list.
`;
}

function catalogue(browser: 'chrome' | 'edge', deployment: Deployment): string {
  const name =
    browser === 'chrome'
      ? 'Google > Google Chrome > Extensions > "Configure the list of force-installed apps and extensions"'
      : 'Microsoft Edge > Extensions > "Control which extensions are installed silently"';
  return `${BROWSER_FACTS[browser].title}: Devices > Configuration > Create > Settings catalog
  ${name}
  Enabled, and add this line to those that are there:
    ${forcelistLine(deployment)}
  The same as a custom profile, if the list holds nothing else:
    OMA-URI    ${FORCELIST_URI[browser]}
    Data type  String
    Value      <enabled/><data id="ExtensionInstallForcelistDesc" value="1&#xF000;${escaped(forcelistLine(deployment))}"/>
`;
}

function settingLines({ settings }: Deployment): string {
  const lines = Object.entries(settings).map(
    ([name, value]) => `  ${name.padEnd(20)}${Array.isArray(value) ? value.join(', ') : value}`,
  );
  return lines.join('\n') || '  (none: this configuration sets nothing)';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
