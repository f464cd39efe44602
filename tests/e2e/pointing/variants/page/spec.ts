/** What the page generator is told. It is told nothing of what is right. */
export type Spec = Readonly<{
  structure: Structure;
  trap: Trap;
  language: string;
  direction: 'ltr' | 'rtl';
  role: SceneRole;
  /** The control's words on the page, or the words of the row it stands in. */
  label: string;
  /** Heading of the section it stands in, where it has one. */
  group?: string;
  /** Heading of a section in which it is not meant. */
  otherGroup: string;
  /** Words of other controls on the page. */
  fillers: readonly string[];
  /** `data-l10n-key` of the control, where it is known by that. */
  key?: string;
}>;

/** Roles of the guide's controls; `row` is a nameless tick box in a row with the words. */
export type SceneRole =
  | 'button'
  | 'link'
  | 'checkbox'
  | 'radio'
  | 'tab'
  | 'menuitem'
  | 'textbox'
  | 'option'
  | 'row';

export const STRUCTURES = [
  'plain',
  'nested-shadow-roots',
  'prefixed-tags',
  'same-origin-frame',
  'cross-origin-frame',
  'virtualised-list',
  'dialog',
  'side-pane',
  'late-content',
  'skeletons',
] as const;
export type Structure = (typeof STRUCTURES)[number];

export const TRAPS = [
  'none',
  'absent',
  'longer-names-only',
  'longer-names-beside',
  'twins',
  'twin-comes-late',
  'twin-goes',
  'same-words-elsewhere',
  'same-words-other-role',
  'namesake-in-warm-frame',
  'namesake-in-second-frame',
  'namesake-disabled',
  'namesake-aria-hidden',
  'namesake-hidden',
  'namesake-off-page',
  'namesake-for-screen-readers',
  'namesake-collapsed',
  'namesake-in-closed-details',
  'namesake-behind-dialog',
  'namesake-in-wrong-section',
  'wrong-section-only',
  'disabled',
  'enabled-late',
  'inert',
  'aria-hidden',
  'visibility-hidden',
  'display-none',
  'transparent',
  'zero-size',
  'collapsed',
  'off-page',
  'covered',
  'cover-goes',
  'behind-dialog',
  'scrolled-away',
  'display-contents',
  'tiny',
  'named-by-reference',
  'split-text',
  'icon-glyph',
  'odd-spaces',
  're-rendered',
  'moved',
  'renamed',
  'removed',
  'other-route',
] as const;
export type Trap = (typeof TRAPS)[number];
