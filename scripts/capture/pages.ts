import type { Guide } from '../../utils/domain/guide.ts';

export const FOLDER = 'tests/fixtures/pages';

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
  { language: 'fr', generation: 'current' },
  { language: 'es', generation: 'current' },
  { language: 'ja', generation: 'current' },
  { language: 'nl', generation: 'current' },
] as const;

export type Look = (typeof LOOKS)[number];

/** Where the method is chosen in a list, as until 2024; and the tiles that came after. */
const LISTED = /^my-sign-ins\/.+-list(-open|-chosen)?$/;
const TILED = /^my-sign-ins\/.+-picker$/;

/** Whether a page is there in this look: all are, but for what only one generation has. */
export function isKept(name: string, { generation }: Look): boolean {
  return !(generation === 'older' ? TILED : LISTED).test(name);
}

/** File of a saved page below its folder; other looks have their own ending. */
export function fileOf(name: string, { language, generation }: Look): string {
  const older = generation === 'older' ? '.older' : '';
  const other = language === 'en' ? '' : `.${language}`;
  return `${name}${older}${other}.html`;
}
