import { type Words, words } from '../domain/words.ts';
import { IDENTITY } from './identity.ts';

/** A value that fits, or what is wrong with it. */
export type Read<Value> = Readonly<{ value: Value }> | Readonly<{ wrong: Words }>;

const MAX_LENGTH = 200;
const SHOWN_LENGTH = 60;

/** A value as a message shows it, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** One line of text: not empty, no control characters, no half of a character. */
export function readText(given: unknown): Read<string> {
  if (given === undefined) return { wrong: words('deploy.problem.missing') };
  if (typeof given !== 'string') {
    return { wrong: words('deploy.problem.not-text', { given: shown(given) }) };
  }
  const text = given.trim();
  if (text === '') return { wrong: words('deploy.problem.empty') };
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u.test(text)) {
    return { wrong: words('deploy.problem.control', { given: shown(given) }) };
  }
  if (text.length > MAX_LENGTH) {
    return { wrong: words('deploy.problem.too-long', { most: MAX_LENGTH }) };
  }
  return { value: text };
}

/** Id of an extension in a Chromium browser: 32 letters from a to p. */
export function readId(given: unknown): Read<string> {
  const text = readText(given);
  if ('wrong' in text || /^[a-p]{32}$/.test(text.value)) return text;
  const example = IDENTITY.chromiumId;
  return { wrong: words('deploy.problem.malformed', { given: shown(text.value), example }) };
}

/** Some of the known values, each once. */
export function readChoices<Value extends string>(
  given: unknown,
  known: readonly Value[],
): Read<readonly Value[]> {
  if (!Array.isArray(given)) {
    return { wrong: words('deploy.problem.not-a-list', { given: shown(given) }) };
  }
  if (given.length === 0) return { wrong: words('deploy.problem.empty-list') };
  const stranger = given.find((one) => !known.includes(one));
  if (stranger !== undefined) {
    const values = { given: shown(stranger), known: known.join(', ') };
    return { wrong: words('deploy.problem.unknown-value', values) };
  }
  const twice = given.find((one, index) => given.indexOf(one) !== index);
  if (twice !== undefined) {
    return { wrong: words('deploy.problem.twice', { given: shown(twice) }) };
  }
  return { value: given };
}
