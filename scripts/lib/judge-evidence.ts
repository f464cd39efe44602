import { readFileSync } from 'node:fs';
import { CHECKS } from '../../utils/checks/index.ts';
import type { Outcome } from '../../utils/domain/outcome.ts';
import type { Words } from '../../utils/domain/words.ts';
import { judgeAll } from '../../utils/inquiry/index.ts';
import { parseEvidence } from './evidence-file.ts';

type Message = string | Readonly<Record<string, string>>;

const messages: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(new URL('../../locales/en/checks.json', import.meta.url), 'utf8'),
);

/** The guide whose steps the checks prove; a file of another one has nothing to judge. */
const GUIDE = 'work365-partner-center';

function say({ id, values = {} }: Words): string {
  const message = messages[id] ?? id;
  const text =
    typeof message === 'string' ? message : message[values.count === 1 ? 'one' : 'other'];
  return (text ?? id).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

function line(step: string, outcome: Outcome | undefined, missing: number): string {
  if (!outcome) return `${step}: not judged, readings missing from the file: ${missing}`;
  const reason = outcome.status === 'cannot-tell' ? ` (${outcome.reason})` : '';
  return `${step}: ${outcome.status}${reason} – ${say(outcome.summary)}`;
}

type Rejudged = Readonly<{ step: string; outcome: Outcome | undefined; missing: number }>;

/**
 * Judges the content of an evidence file again, with the code that judged it first.
 *
 * @throws Error that says what is wrong with the file.
 */
export function rejudge(content: string): readonly Rejudged[] {
  const { findings, guideId, ...context } = parseEvidence(content);
  if (guideId !== GUIDE) {
    throw new Error(`it is of the guide ${guideId}; only ${GUIDE} can be judged`);
  }
  return Object.values(CHECKS).map((check) => {
    const { outcomes, pending } = judgeAll([check], context, findings);
    return { step: check.id, outcome: outcomes[check.id], missing: pending.length };
  });
}

/** The same as one line a step, in English. */
export function judgeEvidence(content: string): string[] {
  return rejudge(content).map(({ step, outcome, missing }) => line(step, outcome, missing));
}
