/**
 * Where a page of a portal is. Patterns are whole-string globs in which `*` stands for anything;
 * they are compared with the path and the fragment without letter case.
 */
export type PortalPage = Readonly<{
  /** Path patterns; a leading locale segment (`/en-us`) is removed before comparing. */
  paths: readonly [string, ...string[]];
  /** Fragment patterns, without `#`. Absent: any. */
  fragments?: readonly [string, ...string[]];
  /** Address to open, relative to the portal; absent when there is no deep link. */
  link?: string;
  /**
   * The page's content lies in a frame of another origin whose `name` contains this
   * (Entra blades: `<View>.ReactView`). Absent: the top document.
   */
  frame?: string;
  /** Shows the password of a new account, and only until it is left. */
  showsPassword?: true;
}>;

/** An admin website the panel may appear on. */
export type Portal = Readonly<{
  id: string;
  /** Name as Microsoft writes it; never translated. */
  name: string;
  /** Hosts of the top document; the first one is used for deep links. */
  hosts: readonly [string, ...string[]];
  /** Match patterns of frames that hold the portal's content. */
  frameMatches?: readonly string[];
  pages: Readonly<Record<string, PortalPage>>;
}>;
