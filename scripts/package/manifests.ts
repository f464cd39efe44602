import { type Files, text } from './files.ts';

type Manifest = Readonly<Record<string, unknown>>;

/** What a package says of itself beyond what the build says. */
export type Identity = Readonly<{
  version: string;
  /** Base64 of the public key that makes the extension's id (Chromium). */
  key?: string;
  /** Where the browser asks for newer versions: absent in what a store carries. */
  updateUrl?: string;
}>;

/** Chromium: `key` and `update_url` at the top; a store refuses both. */
export function chromiumFiles(build: Files, { version, key, updateUrl }: Identity): Files {
  return withManifest(build, ({ key: _developmentKey, ...manifest }) => ({
    ...manifest,
    version,
    ...(key ? { key } : {}),
    ...(updateUrl ? { update_url: updateUrl } : {}),
  }));
}

/** Firefox: `update_url` beside the id; addons.mozilla.org refuses it. */
export function firefoxFiles(build: Files, { version, updateUrl }: Identity): Files {
  return withManifest(build, (manifest) => ({
    ...manifest,
    version,
    browser_specific_settings: {
      gecko: { ...geckoOf(manifest), ...(updateUrl ? { update_url: updateUrl } : {}) },
    },
  }));
}

/** @throws Error when the folder does not hold a build for Firefox. */
export function firefoxIdOf(build: Files): string {
  const { id } = geckoOf(manifestOf(build));
  if (typeof id !== 'string') throw new Error('The Firefox build has no id in its manifest.');
  return id;
}

function withManifest(build: Files, change: (manifest: Manifest) => Manifest): Files {
  const manifest = change(manifestOf(build));
  return { ...build, 'manifest.json': text(`${JSON.stringify(manifest, null, 2)}\n`) };
}

function manifestOf(build: Files): Manifest {
  const file = build['manifest.json'];
  if (!file) throw new Error('No manifest.json in the build. Run `npm run build` first.');
  return JSON.parse(new TextDecoder().decode(file)) as Manifest;
}

function geckoOf(manifest: Manifest): Manifest {
  const settings = manifest.browser_specific_settings as { gecko?: Manifest } | undefined;
  return settings?.gecko ?? {};
}
