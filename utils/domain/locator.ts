/** The WAI-ARIA roles our guides point at. Add one when a guide needs it. */
export type AriaRole =
  | 'button'
  | 'link'
  | 'checkbox'
  | 'radio'
  | 'switch'
  | 'tab'
  | 'menuitem'
  | 'textbox'
  | 'combobox'
  | 'option'
  | 'row'
  | 'gridcell';

/** Attributes that portals set for their own tooling and translate never. */
export type StableAttribute =
  | 'data-l10n-key'
  | 'data-automationid'
  | 'data-automation-id'
  | 'data-telemetryname'
  | 'data-testid'
  | 'data-bi-id'
  | 'name'
  | 'id';

/**
 * One way to point at a control. List the most durable first.
 *
 * `names` are accessible names on the English page, all known spellings and generations; other
 * languages map from them through `locales/<language>/portal-labels.json`.
 */
export type Strategy =
  | Readonly<{ by: 'role'; role: AriaRole; names: readonly [string, ...string[]] }>
  /**
   * A control whose own name is not enough: the one under (or labelled by) a heading or group. The
   * name `*` stands for any: the one check box in the row of the account.
   */
  | Readonly<{
      by: 'relation';
      role: AriaRole;
      names: readonly [string, ...string[]];
      /** Name of the group, heading or row that holds it. */
      within: readonly [string, ...string[]];
    }>
  | Readonly<{ by: 'attribute'; attribute: StableAttribute; value: string }>
  /** A link by where it leads; `contains` is compared with the resolved address. */
  | Readonly<{ by: 'href'; contains: string }>
  | Readonly<{ by: 'css'; selector: string; because: string }>;

/** Describes one control. Strategies are tried in order; the first unique match wins. */
export type Locator = Readonly<{
  strategies: readonly [Strategy, ...Strategy[]];
  /** Saved pages in `tests/fixtures/pages/` that prove this locator. */
  seenIn: readonly [string, ...string[]];
}>;

/** Why there is no ring. Said to the administrator in words, and to a guide's maintainer in detail. */
export type Refusal =
  | 'absent'
  | 'hidden'
  | 'covered'
  | 'disabled'
  | 'ambiguous'
  | 'other-page'
  | 'other-frame';

/** Result of locating, without the element: what may leave the frame. */
export type Sighting =
  | Readonly<{ status: 'found'; strategy: number; inView: boolean; tiny: boolean }>
  | Readonly<{
      status: 'missing';
      refusal: Refusal;
      /** Names of controls of the wanted role that came nearest; for the maintainer. */
      nearest: readonly string[];
    }>;
