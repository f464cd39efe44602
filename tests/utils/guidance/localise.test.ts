import { describe, expect, test } from 'vitest';
import type { Action } from '@/utils/domain/guide.ts';
import type { Strategy } from '@/utils/domain/locator.ts';
import { localise } from '@/utils/guidance/localise.ts';

const SAID = { say: 'Select [Settings]', sayOutOfView: 'Select [Settings]. Bring it into view' };

function anAction(...strategies: [Strategy, ...Strategy[]]): Action {
  return {
    id: 'sample',
    page: 'partner-center/home',
    target: { strategies, seenIn: ['partner-center/home'] },
    say: SAID.say,
    until: 'passed',
  };
}

describe('names', () => {
  const settings = anAction({ by: 'role', role: 'button', names: ['Settings', 'Options'] });

  test('the page’s language goes first and English stays, because portals fall back to it', () => {
    const labels = { Settings: ['Einstellungen', 'Konfiguration'] };

    const [strategy] = localise(settings, labels, {}, SAID).strategies;

    expect(strategy).toEqual({
      by: 'role',
      role: 'button',
      names: ['Einstellungen', 'Konfiguration', 'Settings', 'Options'],
    });
  });

  test('a name that is spelled alike in both languages is listed once', () => {
    const [strategy] = localise(settings, { Settings: ['Settings'] }, {}, SAID).strategies;

    expect(strategy).toMatchObject({ names: ['Settings', 'Options'] });
  });

  test('a page in a language nobody mapped is searched in English', () => {
    const [strategy] = localise(settings, {}, {}, SAID).strategies;

    expect(strategy).toMatchObject({ names: ['Settings', 'Options'] });
  });
});

describe('answers in names', () => {
  const account = anAction(
    {
      by: 'relation',
      role: 'link',
      names: ['{integrationAccount}', 'Edit'],
      within: ['{integrationAccount}'],
    },
    { by: 'role', role: 'link', names: ['{integrationAccountAlias}'] },
    { by: 'css', selector: '#edit', because: 'it has no name' },
  );

  test('the integration account’s sign-in name and its part before the @ are filled in', () => {
    const { strategies } = localise(account, {}, { integrationAccount: 'w@contoso.com' }, SAID);

    expect(strategies).toEqual([
      { by: 'relation', role: 'link', names: ['w@contoso.com', 'Edit'], within: ['w@contoso.com'] },
      { by: 'role', role: 'link', names: ['w'] },
      { by: 'css', selector: '#edit' },
    ]);
  });

  test('a strategy that needs an answer nobody gave is dropped, not searched with a hole in it', () => {
    const { strategies } = localise(account, {}, {}, SAID);

    expect(strategies).toEqual([{ by: 'css', selector: '#edit' }]);
  });

  test('an answer that looks like a replacement pattern is taken literally', () => {
    const { strategies } = localise(account, {}, { integrationAccount: '$&@contoso.com' }, SAID);

    expect(strategies[0]).toMatchObject({ within: ['$&@contoso.com'] });
  });
});

test('attributes, links and selectors are handed on as they are, without their excuse', () => {
  const action = anAction(
    { by: 'attribute', attribute: 'data-testid', value: 'save' },
    { by: 'href', contains: '/usermanagement' },
    { by: 'css', selector: '.save', because: 'no name' },
  );

  expect(localise(action, {}, {}, SAID).strategies).toEqual([
    { by: 'attribute', attribute: 'data-testid', value: 'save' },
    { by: 'href', contains: '/usermanagement' },
    { by: 'css', selector: '.save' },
  ]);
});

test('an action is needed unless it says that it is optional', () => {
  const action = anAction({ by: 'role', role: 'button', names: ['Save'] });

  expect(localise(action, {}, {}, SAID).optional).toBe(false);
  expect(localise({ ...action, optional: true }, {}, {}, SAID).optional).toBe(true);
});
