import { describe, expect, test } from 'vitest';
import { portals } from '@/portals/hosts.ts';
import { FOLDER, fileOf, LOOKS } from '@/scripts/capture/pages.ts';
import { CHECKS } from '@/utils/checks/index.ts';
import type { Guide } from '@/utils/domain/guide.ts';
import { pageById } from '@/utils/guidance/match-page.ts';
import { exists } from './repository.ts';

const guides = import.meta.glob<Guide>('/guides/*/guide.ts', { eager: true, import: 'default' });

/** Part of the public interface: policies, reports and other people's notes name steps by these. */
const WORK365_STEPS = [
  'partner-tier',
  'your-roles',
  'account-exists',
  'admin-agent',
  'entra-licence',
  'no-dynamics-licence',
  'mfa-required',
  'policy-settled',
  'mfa-registered',
  'mfa-proved',
  'work365-values',
  'consent-order',
  'security-requirements',
];

/** Actions of the new policy that set what it is about and what it demands. */
const DECIDES = /^policy-(all-resources|require-mfa|frequency|every-time|on)$/;

test('the Work 365 guide has these steps, in this order', () => {
  const guide = guides['/guides/work365-partner-center/guide.ts'];

  expect(guide?.steps.map(({ id }) => id)).toEqual(WORK365_STEPS);
});

test('the Work 365 guide names in words every control that decides what a new policy demands', () => {
  const { steps = [] } = guides['/guides/work365-partner-center/guide.ts'] ?? {};
  const step = steps.find(({ id }) => id === 'mfa-required');
  const asked = (step?.actions ?? []).filter(({ id }) => DECIDES.test(id));

  expect(asked).toHaveLength(5);
  for (const { id, say } of asked) {
    for (const [label] of say.matchAll(/\[[^\]]+\]/g)) expect(step?.next, id).toContain(label);
  }
});

describe.each(Object.entries(guides))('%s', (file, guide) => {
  const actions = guide.steps.flatMap((step) => step.actions.map((action) => ({ step, action })));

  test('is named after its folder', () => {
    expect(file).toBe(`/guides/${guide.id}/guide.ts`);
  });

  test('is data: nothing is lost when it is written down and read again', () => {
    expect(JSON.parse(JSON.stringify(guide))).toEqual(guide);
  });

  test('names steps once, and actions once in their step', () => {
    const steps = guide.steps.map(({ id }) => id);

    expect(new Set(steps).size).toBe(steps.length);
    for (const step of guide.steps) {
      const ids = step.actions.map(({ id }) => id);
      expect(new Set(ids).size, step.id).toBe(ids.length);
    }
  });

  test('uses ids that messages between its parts admit', () => {
    const ids = [...guide.steps.map(({ id }) => id), ...actions.map(({ action }) => action.id)];

    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
  });

  test('sends nobody to a page that no portal declares', () => {
    const pages = [
      ...guide.steps.flatMap(({ page }) => (page ? [page] : [])),
      ...actions.map(({ action }) => action.page),
    ];

    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(() => pageById(page, portals)).not.toThrow();
  });

  test('opens only pages that have a deep link', () => {
    for (const { id, page } of guide.steps) {
      if (page) expect(pageById(page, portals).page.link, id).toBeTruthy();
    }
  });

  test('proves its steps with checks that exist', () => {
    const wanted = guide.steps.flatMap(({ known }) => (known.by === 'graph' ? [known.check] : []));

    expect(wanted.length).toBeGreaterThan(0);
    expect(Object.keys(CHECKS)).toEqual(expect.arrayContaining(wanted));
  });

  test('asks every question it counts as a step', () => {
    const asked = guide.questions.map(({ id }) => id as string);
    const wanted = guide.steps.flatMap(({ known }) =>
      known.by === 'answer' ? [known.question] : [],
    );

    expect(asked).toEqual(expect.arrayContaining(wanted));
  });

  test('says of each step why, where and what next, and shouts nowhere', () => {
    for (const step of guide.steps) {
      for (const text of [step.title, step.next, step.why, step.where]) {
        expect(text.trim(), step.id).not.toBe('');
      }
    }
    expect(JSON.stringify(guide)).not.toContain('!');
  });

  test('lets the administrator state only what Graph cannot see, and says why it cannot', () => {
    for (const step of guide.steps) {
      const word = step.known.by === 'admin' ? step.known : step.attestable;
      if (word) expect(word.because.length, step.id).toBeGreaterThan(20);
    }
  });

  test('excuses every selector that rests on the look of a page', () => {
    for (const { step, action } of actions) {
      for (const strategy of action.target.strategies) {
        if (strategy.by !== 'css') continue;
        expect(strategy.because.length, `${step.id}/${action.id}`).toBeGreaterThan(10);
      }
    }
  });

  test('points at nothing that was not seen on a saved page', () => {
    const missing = actions
      .flatMap(({ action }) => action.target.seenIn)
      .filter((page) => !LOOKS.some((look) => exists(`${FOLDER}/${fileOf(page, look)}`)));

    expect([...new Set(missing)]).toEqual([]);
  });
});

describe.each(Object.entries(CHECKS))('the check %s', (id, check) => {
  test('carries the id of the step it proves', () => {
    expect(check.id).toBe(id);
    expect(exists(`utils/checks/${id}.ts`)).toBe(true);
  });

  test('names the documentation that justifies its judgement', () => {
    expect(check.sources.length).toBeGreaterThan(0);
    for (const source of check.sources) expect(source).toMatch(/^https:\/\//);
  });
});
