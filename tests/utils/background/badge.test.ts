import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fixture } from '@/tests/fixtures/views/find.ts';
import { badgeOf, showBadge } from '@/utils/background/badge.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

describe('the toolbar button says', () => {
  test.each([
    ['nothing before anyone signed in', 'signed-out', ''],
    ['nothing while somebody only looks around', 'look-around', ''],
    ['how many steps are to go', 'admin-agent', '9'],
    ['that a wait runs, not how long', 'wait', '…'],
    ['that something proved is no longer true', 'regressed', '!'],
    ['that all is settled', 'finished', '✓'],
  ])('%s', (_, name, text) => {
    expect(badgeOf(fixture(name), 'in words').text).toBe(text);
  });

  test('the same in words, for who cannot see the badge', () => {
    expect(badgeOf(fixture('wait'), 'Step 8 of 13: waiting').title).toBe('Step 8 of 13: waiting');
  });

  test('needless steps are not to go', () => {
    const toGo = Number(badgeOf(fixture('not-applicable'), '').text);

    expect(toGo).toBe(2);
  });
});

test('the sign, its colour and the words go to the button together', async () => {
  const action = {
    setBadgeText: vi.fn(),
    setBadgeBackgroundColor: vi.fn(),
    setBadgeTextColor: vi.fn(),
    setTitle: vi.fn(),
  };
  vi.spyOn(fakeBrowser, 'action', 'get').mockReturnValue(action as never);

  await showBadge({ text: '4', colour: '#0a6b5b', title: 'Four to go' });

  expect(action.setBadgeText).toHaveBeenCalledWith({ text: '4' });
  expect(action.setBadgeBackgroundColor).toHaveBeenCalledWith({ color: '#0a6b5b' });
  expect(action.setTitle).toHaveBeenCalledWith({ title: 'Four to go' });
});
