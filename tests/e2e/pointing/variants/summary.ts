import type { Outcome } from './play.ts';

const VERDICTS = ['ringed', 'refused', 'missed', 'other reason', 'WRONG RING'] as const;

/** The page that counts what became of the variants; the same run gives the same page. */
export function variantsPage(outcomes: readonly Outcome[]): string {
  const meant = outcomes.filter(({ truth }) => 'point' in truth);
  const ringed = meant.filter(({ verdict }) => verdict === 'ringed').length;
  const disturbed = outcomes.filter(({ noticed }) => noticed.length > 0).length;
  return [
    '# Finding and ringing a control: page variants',
    '',
    'Written by `npm run bench -- variants`. Do not edit by hand; `npm test` plays every variant again and compares.',
    '',
    `${outcomes.length} pages, made of a structure, a trap, a language and a generation of labels, for ${countOf(outcomes, ({ variant }) => variant.subject.action.id).size} controls of the guide by their real locators. The pages speak the simulated portals’ labels; none is a page of Microsoft’s. What is right on each is in \`tests/e2e/pointing/variants/truth.json\`, which no page is built from.`,
    '',
    `- Wrong rings: ${outcomes.filter(({ verdict }) => verdict === 'WRONG RING').length}.`,
    `- The right ring where there is one to show: ${ringed} of ${meant.length}.`,
    `- Refused for the right reason where there is none: ${outcomes.filter(({ verdict }) => verdict === 'refused').length} of ${outcomes.length - meant.length}.`,
    `- Pages that were changed by us, or noticed an event of ours: ${disturbed}.`,
    '',
    ...table('Structure', outcomes, ({ variant }) => variant.spec.structure),
    ...table('Language', outcomes, ({ variant }) => variant.speech.language),
    ...table('Labels', outcomes, ({ variant }) => variant.speech.words),
    ...table('Control', outcomes, ({ variant }) => variant.subject.action.id),
    ...table('Trap', outcomes, ({ variant }) => variant.spec.trap),
  ].join('\n');
}

type KeyOf = (outcome: Outcome) => string;

function table(title: string, outcomes: readonly Outcome[], keyOf: KeyOf): string[] {
  const heads = ['ringed right', 'refused right', 'missed', 'other reason', 'wrong ring'];
  const rows = [...countOf(outcomes, keyOf)].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    `| ${[title, 'pages', ...heads].join(' | ')} |`,
    `| --- |${' ---: |'.repeat(heads.length + 1)}`,
    ...rows.map(([key, all]) => {
      const counts = VERDICTS.map((verdict) => all.filter((one) => one.verdict === verdict).length);
      return `| ${[key, all.length, ...counts].join(' | ')} |`;
    }),
    '',
  ];
}

function countOf(outcomes: readonly Outcome[], keyOf: KeyOf): Map<string, Outcome[]> {
  const keys = new Set(outcomes.map(keyOf));
  return new Map([...keys].map((key) => [key, outcomes.filter((one) => keyOf(one) === key)]));
}
