import type { Guide } from '../../utils/domain/guide.ts';

export const FOLDER = 'tests/fixtures/pages';

/** Pages whose older labels and German are kept too: those where the portals vary most. */
const VARIED =
  /^(partner-center\/(user-management|create-user)|entra\/conditional-access-new-policy|my-sign-ins\/security-info)/;

/** Every saved page that some locator of these guides names. */
export function namedPages(guides: readonly Guide[]): string[] {
  const actions = guides.flatMap(({ steps }) => steps.flatMap((step) => step.actions));
  return [...new Set(actions.flatMap(({ target }) => target.seenIn))].sort();
}

/** The looks in which pages are saved. */
export const LOOKS = [
  { language: 'en', generation: 'current' },
  { language: 'en', generation: 'older' },
  { language: 'de', generation: 'current' },
] as const;

export type Look = (typeof LOOKS)[number];

/** Older pages that the guide does not lead through: there the method is chosen in a list. */
const NOT_OLDER = /^my-sign-ins\/security-info-picker$/;

/** Whether a page is kept in this look: all in English, some also with older labels and in German. */
export function isKept(name: string, { language, generation }: Look): boolean {
  if (language === 'en' && generation === 'current') return true;
  return VARIED.test(name) && !(generation === 'older' && NOT_OLDER.test(name));
}

/** File of a saved page below its folder; other looks have their own ending. */
export function fileOf(name: string, { language, generation }: Look): string {
  const older = generation === 'older' ? '.older' : '';
  const other = language === 'en' ? '' : `.${language}`;
  return `${name}${older}${other}.html`;
}
