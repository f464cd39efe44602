// npm run judge -- evidence.json: judges saved evidence again, offline, and prints a verdict a step.
// Ends with 0, or with 2 when the file cannot be judged.
import { readFileSync } from 'node:fs';
import { CHECKS } from '../utils/checks/index.ts';
import type { Outcome } from '../utils/domain/outcome.ts';
import type { Words } from '../utils/domain/words.ts';
import { judgeAll } from '../utils/inquiry/index.ts';
import { type Evidence, parseEvidence } from './lib/evidence-file.ts';

type Message = string | Readonly<Record<string, string>>;

const messages: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(new URL('../locales/en/checks.json', import.meta.url), 'utf8'),
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
  if (!outcome) return `${step}: not judged, ${missing} readings are not in the file`;
  const reason = outcome.status === 'cannot-tell' ? ` (${outcome.reason})` : '';
  return `${step}: ${outcome.status}${reason} – ${say(outcome.summary)}`;
}

function judge(evidence: Evidence): void {
  if (evidence.guideId !== GUIDE) {
    throw new Error(`it is of the guide ${evidence.guideId}; only ${GUIDE} can be judged`);
  }
  const { findings, guideId: _, ...context } = evidence;
  for (const check of Object.values(CHECKS)) {
    const { outcomes, pending } = judgeAll([check], context, findings);
    console.log(line(check.id, outcomes[check.id], pending.length));
  }
}

function main([file]: readonly string[]): number {
  if (!file) {
    console.error('Name the evidence file: npm run judge -- evidence.json');
    return 2;
  }
  try {
    judge(parseEvidence(readFileSync(file, 'utf8')));
    return 0;
  } catch (error) {
    console.error(`Cannot judge ${file}: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
