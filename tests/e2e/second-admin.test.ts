import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProfile } from '@/scripts/start/browser.ts';
import { openWorld, ready, view, type World } from './world.ts';

let first: World;
let second: World;

/** Two computers, one tenant, in which the account has registered no second factor yet. */
beforeAll(async () => {
  first = await openWorld('nothing-registered');
  await ready(first);
}, 240_000);
afterAll(async () => {
  await second?.profile.close();
  await first?.close();
});

test('who opens the guide on another computer sees the same truth, read from the tenant', {
  timeout: 240_000,
}, async () => {
  const { simulator } = first;
  const profile = await openProfile({ simulator, headless: true, theme: 'light' });
  const [page = await profile.context.newPage()] = profile.context.pages();
  const own = await profile.context.newPage();
  await own.goto(`${profile.origin}/options.html`);
  second = { ...first, profile, page, own };
  await ready(second);

  const there = await truth(second);

  expect(there).toContain('mfa-required: done by graph');
  expect(there).toContain('mfa-registered: not-done');
  expect(there).toEqual(await truth(first));
});

/** What Graph knows of each step; a statement stays with who gave it. */
async function truth({ own }: World): Promise<string[]> {
  const { steps } = await view(own);
  return steps
    .filter(({ by }) => by !== 'admin')
    .map(({ id, state, by }) => `${id}: ${state}${by ? ` by ${by}` : ''}`);
}
