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

/** A part of a folded name that anything called so must contain: its longest run of letters. */
export function longestWord(folded: string): string {
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Text that folding changes in more than its letter case: worth a closer look. */
const ODD = /[\u00AD\u0130\u200B-\u200F\uFB00-\uFFEF]|\p{Mn}/u;

/** A quick look at text or mark-up; may say yes in vain, never no. */
export type Gate = (text: string | null) => boolean;

/** Could any of these words be in a text that was not folded? */
export function gateFor(words: readonly string[]): Gate {
  return (text) => {
    if (!text) return false;
    const lower = text.toLowerCase();
    return words.some((word) => lower.includes(word)) || ODD.test(text);
  };
}

/** A mistake in a guide must not stop the other strategies. */
export function isSelector(selector: string): boolean {
  return CSS.supports(`selector(:is(${selector}))`);
}
