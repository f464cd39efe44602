import type { Catalogue } from '../i18n/message.ts';
import type { Artefact, ArtefactKind, Format } from './artefact.ts';
import { BROWSER_FACTS, policyOf } from './browsers.ts';
import { googleAdminPolicy } from './cloud/google-admin.ts';
import { browsersOn, type Deployment } from './deployment.ts';
import { jsonText } from './encode/json.ts';
import { linuxScript } from './linux/script.ts';
import { type MacBrowser, mobileconfig } from './macos/mobileconfig.ts';
import { settingWords } from './setting-words.ts';
import { googleAdminGuide } from './texts/google-admin.ts';
import { intuneGuide } from './texts/intune.ts';
import { readme } from './texts/readme.ts';
import { rmmNotes } from './texts/rmm.ts';
import { admlText, admxText } from './windows/admx.ts';
import { powershellScript } from './windows/powershell.ts';
import { regInstall, regRemove } from './windows/registry.ts';

/** Windows culture of each language; Intune imports the first alone. */
const CULTURES = {
  en: 'en-US',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  ja: 'ja-JP',
  nl: 'nl-NL',
} as const;

/** Translations of the settings by language; English is in the declaration itself. */
export type Translations = Readonly<Partial<Record<keyof typeof CULTURES, Catalogue>>>;

/** Every file of one deployment, the read-me first. The same input makes the same files. */
export function artefactsOf(
  deployment: Deployment,
  translations: Translations,
): readonly Artefact[] {
  const files = [
    file('configuration', 'team.json', jsonText(deployment), 'utf-8'),
    ...windowsFiles(deployment, translations),
    ...macFiles(deployment),
    ...linuxFiles(deployment),
    ...googleFiles(deployment),
  ];
  return [file('readme', 'README.txt', readme(deployment, files), 'utf-8-crlf'), ...files];
}

function file(kind: ArtefactKind, path: string, text: string, format: Format): Artefact {
  return { kind, path, text, format };
}

function windowsFiles(deployment: Deployment, translations: Translations): readonly Artefact[] {
  const browsers = browsersOn('windows', deployment);
  if (browsers.length === 0) return [];
  const languages = Object.entries(CULTURES).filter(
    ([language]) => language === 'en' || language in translations,
  );
  const wordsIn = (language: string) =>
    settingWords(translations[language as keyof typeof CULTURES] ?? {});
  return [
    file('reg-install', 'windows/waymark-install.reg', regInstall(deployment), 'utf-16le-crlf'),
    file('reg-remove', 'windows/waymark-remove.reg', regRemove(deployment), 'utf-16le-crlf'),
    script('ps-detect', 'windows/Detect-Waymark.ps1', powershellScript('detect', deployment)),
    script('ps-install', 'windows/Install-Waymark.ps1', powershellScript('install', deployment)),
    script('ps-remove', 'windows/Remove-Waymark.ps1', powershellScript('remove', deployment)),
    file('admx', 'windows/waymark.admx', admxText(deployment), 'utf-8-crlf'),
    ...languages.map(([language, culture]) =>
      file('adml', `windows/${culture}/waymark.adml`, admlText(wordsIn(language)), 'utf-8-crlf'),
    ),
    file('intune', 'intune/intune.txt', intuneGuide(deployment), 'utf-8-crlf'),
    file('rmm', 'rmm/rmm.txt', rmmNotes(), 'utf-8-crlf'),
    ...(browsers.includes('firefox')
      ? [file('firefox-json', 'windows/firefox/policies.json', firefoxJson(deployment), 'utf-8')]
      : []),
  ];
}

function script(kind: ArtefactKind, path: string, text: string): Artefact {
  return file(kind, path, text, 'utf-8-crlf');
}

function firefoxJson(deployment: Deployment): string {
  return jsonText({ policies: policyOf('firefox', deployment) });
}

function macFiles(deployment: Deployment): readonly Artefact[] {
  const browsers = browsersOn('macos', deployment) as readonly MacBrowser[];
  return browsers.map((browser) =>
    file(
      'mobileconfig',
      `macos/waymark-${browser}.mobileconfig`,
      mobileconfig(browser, deployment),
      'utf-8',
    ),
  );
}

/** The paths repeat those on the computer, so that a folder can be copied as it is. */
function linuxFiles(deployment: Deployment): readonly Artefact[] {
  const browsers = browsersOn('linux', deployment);
  if (browsers.length === 0) return [];
  const policies = browsers.map((browser) => {
    const folder = `linux${BROWSER_FACTS[browser].linuxFolder}`;
    if (browser === 'firefox') {
      return file('firefox-json', `${folder}/policies.json`, firefoxJson(deployment), 'utf-8');
    }
    const text = jsonText(policyOf(browser, deployment));
    return file('linux-json', `${folder}/waymark.json`, text, 'utf-8');
  });
  const merging = file('linux-script', 'linux/waymark-linux.py', linuxScript(deployment), 'utf-8');
  return [merging, ...policies];
}

function googleFiles(deployment: Deployment): readonly Artefact[] {
  if (browsersOn('google-admin', deployment).length === 0) return [];
  const policy = jsonText(googleAdminPolicy(deployment));
  return [
    file('google-json', 'google-admin/policy.json', policy, 'utf-8'),
    file(
      'google-guide',
      'google-admin/google-admin.txt',
      googleAdminGuide(deployment),
      'utf-8-crlf',
    ),
  ];
}
