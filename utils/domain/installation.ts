/** Where a browser looks for newer versions of this copy. */
export type UpdateSource = Readonly<{
  from: 'chrome-web-store' | 'edge-add-ons' | 'firefox-add-ons' | 'server' | 'nowhere';
  /** Address it asks, where the package names one. */
  address?: string;
}>;

/** How this copy of Waymark came here, and what the browser lets it do. */
export type Installation = Readonly<{
  version: string;
  /** Name and version, as far as the browser tells them. */
  browser: string;
  /**
   * `admin`: by policy. `normal`: by the person, from a store or a file. `development`: from a
   * folder or for one session. `sideload`: by another program.
   */
  installType: 'admin' | 'normal' | 'development' | 'sideload' | 'other';
  updates: UpdateSource;
  /** Every site of the manifest, and whether the browser lets Waymark in. */
  sites: readonly Readonly<{ pattern: string; allowed: boolean }>[];
}>;
