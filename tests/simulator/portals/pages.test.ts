import { expect, test } from 'vitest';
import type { Boot } from '@/simulator/portals/kit/portal.ts';
import { labelsFor } from '@/simulator/portals/labels/labels.ts';
import { LANGUAGES } from '@/simulator/portals/labels/row.ts';
import { mySignIns } from '@/simulator/portals/my-sign-ins/site.ts';
import { partnerCenter } from '@/simulator/portals/partner-center/site.ts';
import { open } from './harness.ts';

test('documents hold nothing inline and forbid it', async () => {
  const { send } = open(partnerCenter);

  const answer = await send('GET', '/dashboard/home');

  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
  expect(await answer.text()).not.toMatch(/<style|style=|<script(?![^>]*src=)| on\w+=/);
});

test.each([
  ['the scenario', '/dashboard/home', 'ja'],
  ['a locale segment', '/nl-nl/dashboard/home', 'nl'],
  ['the query', '/de-de/dashboard/home?lng=fr', 'fr'],
])('%s decides on the language', async (_, path, language) => {
  const { send } = open(partnerCenter, { traits: { language: 'ja' } });

  expect(await (await send('GET', path)).text()).toContain(`<html lang="${language}"`);
});

test('scripts arrive without types, and nothing outside the client folder arrives', async () => {
  const { send } = open(mySignIns);

  const script = await send('GET', '/assets/kit/element.ts');
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(await script.text()).not.toContain(': HTMLElement');
  expect((await send('GET', '/assets/icons/settings_20_regular.svg')).status).toBe(200);
  expect((await send('GET', '/assets/..%2Fkit%2Fpage.ts')).status).toBe(404);
  expect((await send('GET', '/assets/kit/none.ts')).status).toBe(404);
});

test('the page learns who is signed in and where', async () => {
  const { send } = open(mySignIns);

  const boot = (await (await send('GET', '/api/boot')).json()) as Boot;

  expect(boot.account.upn).toBe('mira.berg@fabrikam.example');
  expect(boot.tenant).toMatchObject({ name: 'Fabrikam Cloud', domain: 'fabrikam.example' });
});

test.each(LANGUAGES)('every label has words in %s, in both generations', (language) => {
  for (const generation of ['current', 'older'] as const) {
    expect(Object.values(labelsFor(language, generation))).not.toContain('');
  }
});

test('the last button of the create form is Save today and was Add before', () => {
  expect(labelsFor('en', 'current').create).toBe('Save');
  expect(labelsFor('en', 'older').create).toBe('Add');
});

test('an unknown endpoint says so', async () => {
  const { send } = open(mySignIns);

  expect((await send('GET', '/api/nothing')).status).toBe(404);
});
