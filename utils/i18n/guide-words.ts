import type { Action, Contradiction, Guide, Known, Question, Step } from '../domain/guide.ts';
import { type Catalogue, type Labels, loadGuideWords, loadLabels } from './catalogue.ts';
import type { Language } from './languages.ts';
import { pseudoCatalogue } from './pseudo.ts';

/** Called with the id of each text of a guide and its English; answers with what to show. */
type Change = (id: string, english: string) => string;

function known<K extends Known | NonNullable<Step['attestable']>>(
  value: K,
  id: string,
  change: Change,
): K {
  if (!('statement' in value)) return value;
  return {
    ...value,
    statement: change(`${id}/statement`, value.statement),
    because: change(`${id}/because`, value.because),
  };
}

function contradiction(value: Contradiction, id: string, change: Change): Contradiction {
  return {
    ...value,
    topic: change(`${id}.topic`, value.topic),
    followed: change(`${id}.followed`, value.followed),
    other: change(`${id}.other`, value.other),
  };
}

function step(value: Step, guideId: string, change: Change): Step {
  const id = `${guideId}/${value.id}`;
  const action = (one: Action): Action => ({
    ...one,
    say: change(`${id}/say.${one.id}`, one.say),
  });
  return {
    ...value,
    title: change(`${id}/title`, value.title),
    next: change(`${id}/next`, value.next),
    why: change(`${id}/why`, value.why),
    where: change(`${id}/where`, value.where),
    ...(value.oftenThis ? { oftenThis: change(`${id}/oftenThis`, value.oftenThis) } : {}),
    known: known(value.known, id, change),
    ...(value.attestable ? { attestable: known(value.attestable, id, change) } : {}),
    actions: value.actions.map(action),
    ...(value.contradictions
      ? {
          contradictions: value.contradictions.map((one, index) =>
            contradiction(one, `${id}/contradictions.${index}`, change),
          ),
        }
      : {}),
  };
}

function question(value: Question, guideId: string, change: Change): Question {
  const id = `${guideId}/${value.id}`;
  const text = change(`${id}/text`, value.text);
  const why = change(`${id}/why`, value.why);
  if (value.kind === 'sign-in-name') {
    return { ...value, text, why, hint: change(`${id}/hint`, value.hint) };
  }
  const choices = value.choices.map((choice) => ({
    ...choice,
    label: change(`${id}/choice.${choice.value}`, choice.label),
  }));
  return { ...value, text, why, choices };
}

function mapTexts(guide: Guide, change: Change): Guide {
  const [first, ...rest] = guide.steps;
  return {
    ...guide,
    title: change(`${guide.id}/title`, guide.title),
    purpose: change(`${guide.id}/purpose`, guide.purpose),
    questions: guide.questions.map((one) => question(one, guide.id, change)),
    steps: [step(first, guide.id, change), ...rest.map((one) => step(one, guide.id, change))],
  };
}

/** Every text of a guide by its id, in English: what a translator translates. */
export function guideTexts(guide: Guide): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  mapTexts(guide, (id, english) => {
    texts[id] = english;
    return english;
  });
  return texts;
}

/** Puts the portal's own spelling into [brackets], where it is known. */
function labelled(text: string, labels: Labels): string {
  return text.replace(/\[([^\]]+)\]/g, (_, label: string) => `[${labels[label]?.[0] ?? label}]`);
}

/**
 * The guide with its texts from `words`, and in English where one is missing. Controls keep their
 * English label in [brackets] in every translation; `labels` says what the portal calls them.
 */
export function localiseGuide(guide: Guide, words: Catalogue, labels: Labels = {}): Guide {
  return mapTexts(guide, (id, english) => {
    const text = words[id];
    return labelled(typeof text === 'string' ? text : english, labels);
  });
}

/**
 * The guide as the reader of `language` reads it.
 *
 * @param portalLanguage BCP 47; the language the portal in front shows its controls in. Absent:
 * most likely the reader's own.
 */
export async function guideIn(
  language: Language,
  guide: Guide,
  portalLanguage: string = language,
): Promise<Guide> {
  if (language === 'en-XA' || language === 'ar-XB') {
    return localiseGuide(guide, pseudoCatalogue(guideTexts(guide), language));
  }
  const [shown = 'en'] = portalLanguage.toLowerCase().split('-');
  // The guide is written in English, with the names that the portals have in English.
  if (language === 'en' && shown === 'en') return guide;
  const [words, labels] = await Promise.all([loadGuideWords(language), loadLabels(shown)]);
  return localiseGuide(guide, words, labels);
}
