import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fixture } from '@/tests/fixtures/views/find.ts';
import { badgeOf, openBadge } from '@/utils/background/badge.ts';

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

/** The toolbar button; notes what is put on it. */
function aButton() {
  const action = {
    setBadgeText: vi.fn(),
    setBadgeBackgroundColor: vi.fn(),
    setBadgeTextColor: vi.fn(),
    setTitle: vi.fn(),
  };
  vi.spyOn(fakeBrowser, 'action', 'get').mockReturnValue(action as never);
  return action;
}

test('the sign, its colour and the words go to the button together', async () => {
  const action = aButton();

  await openBadge()({ text: '4', colour: '#0a6b5b', title: 'Four to go' });

  expect(action.setBadgeText).toHaveBeenCalledWith({ text: '4' });
  expect(action.setBadgeBackgroundColor).toHaveBeenCalledWith({ color: '#0a6b5b' });
  expect(action.setTitle).toHaveBeenCalledWith({ title: 'Four to go' });
});

test('a badge that is there is not put there again, unless that failed', async () => {
  const action = aButton();
  const show = openBadge();
  const four = { text: '4', colour: '#0a6b5b', title: 'Four to go' };
  action.setTitle.mockRejectedValueOnce(new Error('no button'));

  await expect(show(four)).rejects.toThrow('no button');
  await show(four);
  await show(four);
  await show({ ...four, text: '3' });

  expect(action.setBadgeText.mock.calls).toEqual([
    [{ text: '4' }],
    [{ text: '4' }],
    [{ text: '3' }],
  ]);
});
