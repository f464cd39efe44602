import type { KeyObject } from 'node:crypto';
import { addressesIn, PACKAGE_FILES } from '../../utils/deployment/identity.ts';
import { packed } from '../../utils/deployment/zip.ts';
import { crx3Of, extensionIdOf, publicKeyOf } from './crx3.ts';
import { type Files, text } from './files.ts';
import { chromiumFiles, firefoxFiles, firefoxIdOf } from './manifests.ts';
import { updatesJson, updateXml } from './updates.ts';

export type Builds = Readonly<{ chromium: Files; firefox: Files; version: string }>;

export type SelfHosting = Readonly<{
  privateKey: KeyObject;
  /** Folder the organisation serves the files from. */
  baseUrl: string;
  /** The xpi as Mozilla signed it; without one, the unsigned xpi is named in `updates.json`. */
  signedXpi?: Uint8Array;
}>;

/** What the stores take: no key, no update address. Chrome and Edge take the same bytes. */
export function storePackages({ chromium, firefox, version }: Builds, sources: Files): Files {
  const zip = packed(chromiumFiles(chromium, { version }));
  return {
    [`waymark-${version}-chrome.zip`]: zip,
    [`waymark-${version}-edge.zip`]: zip,
    [`waymark-${version}-firefox.zip`]: packed(firefoxFiles(firefox, { version })),
    [`waymark-${version}-sources.zip`]: packed(sources),
  };
}

/** What an organisation serves itself: packages that ask its own server for newer ones. */
export function selfHostedPackages(builds: Builds, hosting: SelfHosting): Files {
  return { ...chromiumPackages(builds, hosting), ...firefoxPackages(builds, hosting) };
}

/** The signed package and the update manifest that leads to it. */
export function chromiumPackages(
  { chromium, version }: Pick<Builds, 'chromium' | 'version'>,
  { privateKey, baseUrl }: SelfHosting,
): Files {
  const publicKey = publicKeyOf(privateKey);
  const address = addressesIn(baseUrl);
  const key = publicKey.toString('base64');
  const zip = packed(chromiumFiles(chromium, { version, key, updateUrl: address.chromiumUpdates }));
  const update = { id: extensionIdOf(publicKey), version, url: address.chromium };
  return {
    [PACKAGE_FILES.chromium]: crx3Of(zip, privateKey),
    [PACKAGE_FILES.chromiumUpdates]: text(updateXml(update)),
  };
}

/** The same for Firefox. Mozilla signs the xpi; `signedXpi` is then what is served. */
export function firefoxPackages(
  { firefox, version }: Pick<Builds, 'firefox' | 'version'>,
  { baseUrl, signedXpi }: Omit<SelfHosting, 'privateKey'>,
): Files {
  const address = addressesIn(baseUrl);
  const xpi =
    signedXpi ?? packed(firefoxFiles(firefox, { version, updateUrl: address.firefoxUpdates }));
  const update = { id: firefoxIdOf(firefox), version, url: address.firefox };
  return {
    [PACKAGE_FILES.firefox]: xpi,
    [PACKAGE_FILES.firefoxUpdates]: text(updatesJson(update, xpi)),
  };
}
