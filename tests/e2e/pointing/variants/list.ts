import { type LabelKey, labelsFor } from '@/simulator/portals/labels/labels.ts';
import { LANGUAGES, type Language } from '@/simulator/portals/labels/row.ts';
import { INTEGRATION_ACCOUNT } from '@/tests/utils/a-state.ts';
import { type Spec, STRUCTURES, type Structure, TRAPS, type Trap } from './page/spec.ts';
import { FRAMED, type Subject, TOP } from './subjects.ts';

/** In which words a page speaks; those that no locator knows are Polish and Arabic. */
export type Speech = Readonly<{
  language: Language | 'pl' | 'ar';
  words: 'current' | 'older' | 'translated' | 'english' | 'keyed';
}>;

export type Variant = Readonly<{ subject: Subject; speech: Speech; spec: Spec }>;

const KNOWN: readonly Speech[] = LANGUAGES.flatMap((language) =>
  (['current', 'older'] as const).map((words) => ({ language, words })),
);
const UNKNOWN: readonly Speech[] = (['pl', 'ar'] as const).flatMap((language) =>
  (['translated', 'english', 'keyed'] as const).map((words) => ({ language, words })),
);

/** Nobody's translation of anything: what a page in a language we do not know may say. */
const FOREIGN = { pl: 'Zażółć gęślą jaźń', ar: 'إعداد غير معروف' } as const;

const KEY = 'Portal_TheControl_Label';

const isFramed = (structure: Structure) => structure.endsWith('-frame');

/** Traps that a structure or a control cannot have. */
function isPossible(structure: Structure, trap: Trap, { role, group }: Subject): boolean {
  if (trap === 'namesake-in-second-frame') return isFramed(structure);
  if (trap === 'namesake-behind-dialog') return structure === 'dialog';
  if (trap === 'behind-dialog') return structure !== 'dialog';
  if (trap === 'namesake-in-wrong-section') return role === 'row' || group !== undefined;
  if (trap === 'wrong-section-only') return role === 'row';
  if (trap === 'tiny') return /button|link|tab|menuitem/.test(role);
  return true;
}

/** Every structure with every trap, and every control in every language; the same each time. */
export function variants(): readonly Variant[] {
  return [...everyTrap(), ...everyLanguage()];
}

function everyTrap(): Variant[] {
  let turn = 0;
  return STRUCTURES.flatMap((structure) =>
    TRAPS.flatMap((trap) => {
      const subjects = (isFramed(structure) ? FRAMED : TOP).filter((subject) =>
        isPossible(structure, trap, subject),
      );
      const subject = subjects[turn % Math.max(1, subjects.length)];
      const speech = KNOWN[(turn * 5 + STRUCTURES.indexOf(structure)) % KNOWN.length];
      turn += 1;
      return subject && speech ? [variant(structure, trap, subject, speech)] : [];
    }),
  );
}

function everyLanguage(): Variant[] {
  const places = (framed: boolean) => STRUCTURES.filter((one) => isFramed(one) === framed);
  return [...TOP, ...FRAMED].flatMap((subject, nth) => {
    const structures = places(FRAMED.includes(subject));
    // Of each two ways a language is spoken, every other control gets the other one.
    const speeches = [...KNOWN, ...UNKNOWN].filter((_, turn) => turn % 2 === nth % 2);
    return speeches.map((speech, turn) =>
      variant(structures[(turn + nth) % structures.length] ?? 'plain', 'none', subject, speech),
    );
  });
}

function variant(structure: Structure, trap: Trap, subject: Subject, speech: Speech): Variant {
  const { role, label, group } = subject;
  const words = wordsOf(speech);
  const spec: Spec = {
    structure,
    trap,
    language: speech.language,
    direction: speech.language === 'ar' ? 'rtl' : 'ltr',
    role,
    label: label ? words(label) : INTEGRATION_ACCOUNT,
    ...(group ? { group: words(group) } : {}),
    otherGroup: role === 'row' ? 'somebody@contoso.com' : words('helpdeskAgent'),
    fillers: (['cancel', 'refresh', 'learnMore'] as const).map(words),
    ...(speech.words === 'keyed' ? { key: KEY } : {}),
  };
  return { subject, speech, spec };
}

/** What a page calls things; in a language we do not know, each thing has words of its own. */
function wordsOf({ language, words }: Speech): (key: LabelKey) => string {
  const isForeign = language === 'pl' || language === 'ar';
  const labels = labelsFor(isForeign ? 'en' : language, words === 'older' ? 'older' : 'current');
  return (key) =>
    isForeign && words !== 'english' ? `${FOREIGN[language]} ${key.length}` : labels[key];
}

/** The strategy that a guide would add for controls that carry the portal's own key. */
export const BY_KEY = { by: 'attribute', attribute: 'data-l10n-key', value: KEY } as const;
