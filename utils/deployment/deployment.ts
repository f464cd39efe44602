import type { Settings } from '../policy/settings.ts';

/** Browsers a deployment may cover. Chromium itself is managed by files on Linux alone. */
export const BROWSERS = ['chrome', 'edge', 'firefox', 'chromium'] as const;
export type Browser = (typeof BROWSERS)[number];

/** Where browsers get their policy from. */
export const PLATFORMS = ['windows', 'macos', 'linux', 'google-admin'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What one organisation wants, checked: everything here may be written into a file as it is. */
export type Deployment = Readonly<{
  /** Name of the organisation, for people who look at an installed profile. */
  organisation: string;
  /** Address of the folder that holds the packages, with its last slash. */
  packages: string;
  /** Id in Chromium browsers; it follows from the key that the package was signed with. */
  extensionId: string;
  browsers: readonly Browser[];
  platforms: readonly Platform[];
  settings: Settings;
}>;

const WHERE: Readonly<Record<Platform, readonly Browser[]>> = {
  windows: ['chrome', 'edge', 'firefox'],
  macos: ['chrome', 'edge', 'firefox'],
  linux: ['chrome', 'edge', 'firefox', 'chromium'],
  'google-admin': ['chrome'],
};

/** The chosen browsers that a platform manages; none when the platform was not chosen. */
export function browsersOn(
  platform: Platform,
  { browsers, platforms }: Pick<Deployment, 'browsers' | 'platforms'>,
): readonly Browser[] {
  if (!platforms.includes(platform)) return [];
  return WHERE[platform].filter((browser) => browsers.includes(browser));
}
