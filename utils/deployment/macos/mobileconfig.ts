import { BROWSER_FACTS, extensionEntry, idIn, type Json, policyOf } from '../browsers.ts';
import type { Browser, Deployment } from '../deployment.ts';
import { plistText } from '../encode/plist.ts';

/** Browsers that macOS manages through a profile. */
export type MacBrowser = Exclude<Browser, 'chromium'>;

/**
 * Payload ids, made once at random and kept: a profile with the same ids replaces the one before,
 * and two of ours never share one.
 */
const UUIDS: Readonly<Record<MacBrowser, readonly [string, string, string]>> = {
  chrome: [
    'B9B9F90C-CCCC-48ED-8A77-56DB567F3F68',
    'E22E7BC4-0CFA-4D95-AB21-717657FEFF58',
    '56283B93-94B3-483B-91F2-B4D142ECD4CC',
  ],
  edge: [
    '44F51B3A-6E68-4DDC-8102-0BFAB6141D1C',
    'C5B4A9E9-FF60-457C-9484-01223E485652',
    '9CB2DA5A-48C2-42F8-9924-BF747B9B39A1',
  ],
  firefox: [
    '37EA62D4-3F26-4017-8F76-7A59956DAD0C',
    '4D24B278-CFEF-460C-8E8C-767CC8C3864A',
    'E01DD648-4239-49A4-BE25-CD79649DA24F',
  ],
};

const IDENTIFIER = 'example.waymark';

/**
 * Configuration profile for one browser. Chromium browsers take an extension's settings from a
 * domain of its own; Firefox takes everything from one.
 * https://support.apple.com/guide/deployment/dep0f7dd3d8 · https://support.google.com/chrome/a/answer/9020077
 */
export function mobileconfig(browser: MacBrowser, deployment: Deployment): string {
  const [profile] = UUIDS[browser];
  const title = BROWSER_FACTS[browser].title;
  return plistText({
    PayloadContent: payloads(browser, deployment),
    PayloadDescription: `Installs Waymark in ${title} and sets its settings.`,
    PayloadDisplayName: `Waymark (${title})`,
    PayloadIdentifier: `${IDENTIFIER}.${browser}`,
    PayloadOrganization: deployment.organisation,
    PayloadRemovalDisallowed: true,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: profile,
    PayloadVersion: 1,
  });
}

function payloads(browser: MacBrowser, deployment: Deployment): readonly Json[] {
  const { macDomain, title } = BROWSER_FACTS[browser];
  const [, first, second] = UUIDS[browser];
  if (browser === 'firefox') {
    const policy = { EnterprisePoliciesEnabled: true, ...policyOf(browser, deployment) };
    return [payload(macDomain, title, first, policy)];
  }
  const install = {
    ExtensionSettings: { [idIn(browser, deployment)]: extensionEntry(browser, deployment) },
  };
  const managed = `${macDomain}.extensions.${idIn(browser, deployment)}`;
  const { settings } = deployment;
  return [
    payload(macDomain, title, first, install),
    ...(Object.keys(settings).length > 0
      ? [payload(managed, `Waymark in ${title}`, second, settings)]
      : []),
  ];
}

function payload(domain: string, title: string, uuid: string, policy: Json): Json {
  return {
    ...policy,
    PayloadDisplayName: title,
    PayloadIdentifier: `${IDENTIFIER}.${uuid.toLowerCase()}`,
    PayloadType: domain,
    PayloadUUID: uuid,
    PayloadVersion: 1,
  };
}
