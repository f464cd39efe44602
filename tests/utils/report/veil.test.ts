import { describe, expect, test } from 'vitest';
import { REPORTS } from '@/tests/fixtures/views/report.ts';
import type { EvidenceReport } from '@/utils/domain/evidence.ts';
import { readerOf } from '@/utils/i18n/reader.ts';
import { toMarkdown } from '@/utils/report/markdown.ts';
import { veil } from '@/utils/report/veil.ts';

function report(name: string, findings: EvidenceReport['findings'] = {}): EvidenceReport {
  const found = REPORTS[name];
  if (!found) throw new Error(`No report ${name}.`);
  return { ...found, findings: { ...found.findings, ...findings } };
}

function answer(body: unknown): EvidenceReport['findings'][string] {
  return { kind: 'answer', body, observedAt: '2026-11-23T10:42:07Z' };
}

describe('hiding personal data', () => {
  test('leaves no name, address or tenant of the original anywhere', () => {
    const hidden = JSON.stringify(
      veil(
        report('complete', {
          'GET /v1.0/users/work365%40fabrikam.example': answer({
            value: [{ ipAddress: '203.0.113.7', location: { city: 'Lindau', state: 'Bavaria' } }],
          }),
        }),
      ),
    );

    for (const original of [
      'fabrikam',
      'Fabrikam',
      'mira.berg',
      'Mira Berg',
      'work365@',
      'work365%40',
      '5f2c1a9e',
      '0b0b8a52',
      '203.0.113.7',
      'Lindau',
      'Bavaria',
      'Work 365 Integration',
    ]) {
      expect(hidden).not.toContain(original);
    }
  });

  test('gives the same person the same pseudonym everywhere', () => {
    const hidden = veil(report('complete'));
    const account = hidden.answers.integrationAccount ?? '';
    const exists = hidden.steps.find(({ id }) => id === 'account-exists');

    expect(account).toMatch(/^person-\d@domain-1\.example$/);
    expect(exists?.summary?.id).toContain(account);
    expect(Object.keys(hidden.findings).join()).toContain(account);
    expect(hidden.account?.username).not.toBe(account);
  });

  test('keeps what a verdict rests on: states, requests, times, groups and policies', () => {
    const original = report('half-way', {
      'GET /v1.0/groups': answer({
        value: [
          { displayName: 'AdminAgents', mail: null },
          { displayName: 'P', state: 'enabled' },
        ],
      }),
    });
    const hidden = veil(original);

    expect(hidden.steps.map(({ state, by }) => [state, by])).toEqual(
      original.steps.map(({ state, by }) => [state, by]),
    );
    expect(hidden.findings['GET /v1.0/groups']).toEqual(original.findings['GET /v1.0/groups']);
    expect(hidden.steps[3]?.evidence[0]?.requestId).toBe(original.steps[3]?.evidence[0]?.requestId);
  });
});

describe('object ids of people', () => {
  const PERSON = '3f0c9d1e-1111-4222-8333-444455556666';
  const POLICY = '9b1d5f1e-1111-4222-8333-444455556666';
  const hidden = veil(
    report('complete', {
      'GET /v1.0/users/work365@fabrikam.example?$select=id': answer({
        id: PERSON,
        userPrincipalName: 'work365@fabrikam.example',
      }),
      [`GET /v1.0/users/${PERSON}/licenseDetails`]: answer({ value: [] }),
      'GET /v1.0/identity/conditionalAccess/policies': answer({
        value: [{ id: POLICY, conditions: { users: { includeUsers: [PERSON] } } }],
      }),
    }),
  );

  test('are hidden wherever they stand, the same way, so that verdicts can be judged again', () => {
    const text = JSON.stringify(hidden);
    const [pseudonym] = /user-\d/.exec(
      Object.keys(hidden.findings).find((key) => key.endsWith('/licenseDetails')) ?? '',
    ) ?? [''];

    expect(text).not.toContain(PERSON);
    expect(text).toContain(`"id":"${pseudonym}"`);
    expect(text).toContain(`"includeUsers":["${pseudonym}"]`);
  });

  test('are the only ids that are: a policy keeps its own', () => {
    expect(JSON.stringify(hidden)).toContain(POLICY);
  });
});

describe('Markdown', () => {
  test('tells Graph’s proof and a person’s word apart, one row a step', async () => {
    const { guide, say } = await readerOf('en', [], 'work365-partner-center');
    if (!guide) throw new Error('The guide is missing.');

    const text = toMarkdown(report('complete'), guide, say);

    expect(text.match(/^\| \d+ \|/gm)).toHaveLength(13);
    expect(text).toContain('| 4 | Admin agent role | Proved by Graph |');
    expect(text).toContain('| 12 | Consent, in order | Stated by a person |');
  });

  test('a bar in a value does not break the table', async () => {
    const { guide, say } = await readerOf('en', [], 'work365-partner-center');
    if (!guide) throw new Error('The guide is missing.');
    const base = report('complete');
    const steps = base.steps.map((step) =>
      step.id === 'admin-agent' ? { ...step, summary: { id: 'a | b' } } : step,
    );

    expect(toMarkdown({ ...base, steps }, guide, say)).toContain('a \\| b');
  });
});
