import type { Words } from './words.ts';

/** A setting that did not apply, and why. */
export type IgnoredSetting = Readonly<{ name: string; value: unknown; because: Words }>;

/** One setting from what was delivered to what applies. */
export type SettingHealth = Readonly<{
  name: string;
  /** As the browser handed it over from the organisation's policy; absent: nothing came. */
  received?: unknown;
  /**
   * What was made of it. `rewritten`: understood, though it was written differently. `part`:
   * some entries of a list apply. `empty`: counts as not set. `unset`: nothing came.
   */
  made: 'taken' | 'rewritten' | 'part' | 'ignored' | 'empty' | 'unset';
  /** Why it, or the part that does not apply, was ignored. */
  because?: Words;
  /** What applies; absent: nothing does. */
  applies?: unknown;
  /** Whose value applies. */
  by: 'policy' | 'you' | 'default' | 'nobody';
}>;

/** Every setting with who set it; values as they apply. */
export type SettingsReport = Readonly<{
  /** Fixed by the organisation. */
  policy: Readonly<Record<string, unknown>>;
  /** Set by the administrator on the options page. */
  own: Readonly<Record<string, unknown>>;
  /** Every declared setting, then each name that came and is none. */
  settings: readonly SettingHealth[];
}>;
