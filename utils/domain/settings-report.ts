/** A setting that did not apply, and why. */
export type IgnoredSetting = Readonly<{ name: string; value: unknown; because: string }>;

/** Every setting with who set it; values as they apply. */
export type SettingsReport = Readonly<{
  /** Fixed by the organisation. */
  policy: Readonly<Record<string, unknown>>;
  /** Set by the administrator on the options page. */
  own: Readonly<Record<string, unknown>>;
  /** What the organisation set and Waymark could not use. */
  ignored: readonly IgnoredSetting[];
}>;
