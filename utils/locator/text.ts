/** Soft hyphens, zero-width characters and direction marks: never seen, never meant. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Private-use code points: portals draw icons with them, in the middle of a control's text. */
const GLYPHS = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu;

/** Languages whose letters change case by their own rules (dotless i and the like). */
const OWN_CASE = /^(?:az|lt|tr)\b/;

/** Makes two spellings of one control's name equal; the same for page text and for locators. */
export type Fold = (text: string) => string;

/**
 * How names are compared on a page of one language: compatibility forms, apostrophes and dashes
 * made alike, icon glyphs and invisible characters removed, white space collapsed, letter case
 * and the trailing asterisk of required fields ignored.
 *
 * @param language BCP 47 tag of the page; an unknown one is compared by the general rules.
 */
export function foldFor(language: string): Fold {
  const lower: Fold = OWN_CASE.test(language)
    ? (text) => text.toLocaleLowerCase(language.slice(0, 2))
    : (text) => text.toLowerCase();
  return (text) =>
    lower(text.normalize('NFKC').replace(INVISIBLE, '').replace(GLYPHS, ' '))
      .replace(/[‘’ʼ]/g, "'")
      .replace(/[‐-―]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/^ | ?\** ?$/g, '');
}

/** The part of a folded name that any element with this name must contain somewhere. */
export function longestWord(folded: string): string {
  return folded
    .split(' ')
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
