import { BROWSER_FACTS, forcelistLine, managedKey } from '../browsers.ts';
import { type Browser, browsersOn, type Deployment } from '../deployment.ts';
import type { RegistryKey } from '../encode/reg.ts';
import { regText } from '../encode/reg.ts';

/**
 * Name of our value in `ExtensionInstallForcelist`. Browsers read every value with a number for a
 * name, whatever the gaps; organisations count from 1, and a .reg file cannot look for a free one.
 */
const FORCELIST_NAME = '365001';

const ADVICE = [
  'Waymark: install and settings for this computer.',
  'Adds to ExtensionInstallForcelist under a number of its own; entries of your organisation stay.',
  'Updates come from the address in the package: build it with --base-url. The toolbar button needs',
  'an entry in ExtensionSettings, which a .reg file cannot merge; Install-Waymark.ps1 can.',
];
const ADVICE_FIREFOX = [
  'Firefox: settings only. Install it with Install-Waymark.ps1, or through your own',
  'ExtensionSettings policy.',
];

/** `.reg` file that installs Waymark where a list can be added to, and sets its settings. */
export function regInstall(deployment: Deployment): string {
  const browsers = browsersOn('windows', deployment);
  const comments = browsers.includes('firefox') ? [...ADVICE, ...ADVICE_FIREFOX] : ADVICE;
  return regText(
    comments,
    browsers.flatMap((browser) => [
      ...forcelist(browser, forcelistLine(deployment)),
      ...settingsKeys(browser, deployment),
    ]),
  );
}

/** `.reg` file that takes away what the other one wrote, and nothing else. */
export function regRemove(deployment: Deployment): string {
  const keys = browsersOn('windows', deployment).flatMap((browser): readonly RegistryKey[] => [
    ...forcelist(browser, undefined),
    { key: managedKey(browser, deployment).replace(/\\policy$/, ''), clear: true },
  ]);
  return regText(['Waymark: removes what waymark-install.reg wrote, and nothing else.'], keys);
}

function forcelist(browser: Browser, line: string | undefined): readonly RegistryKey[] {
  if (browser === 'firefox') return [];
  const key = `${BROWSER_FACTS[browser].registryKey}\\ExtensionInstallForcelist`;
  return [{ key, values: { [FORCELIST_NAME]: line } }];
}

/** Texts are values; a list is a key of its own with values "1", "2" and so on. */
function settingsKeys(browser: Browser, deployment: Deployment): readonly RegistryKey[] {
  const key = managedKey(browser, deployment);
  const entries = Object.entries(deployment.settings);
  if (entries.length === 0) return [];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const lists = entries.filter((entry): entry is [string, string[]] => Array.isArray(entry[1]));
  return [
    { key, clear: true, values: Object.fromEntries(texts) },
    ...lists.map(([name, list]) => ({
      key: `${key}\\${name}`,
      values: Object.fromEntries(list.map((value, index) => [String(index + 1), value])),
    })),
  ];
}
