// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { Loading } from '@/components/Loading.tsx';
import { fixture } from '@/tests/fixtures/views/find.ts';
import { VIEWS } from '@/tests/fixtures/views/index.ts';
import { show } from './stage.tsx';

describe('the list of steps', () => {
  test('shows every step of the guide with its state, who says so and the reason', async () => {
    const view = fixture('role-missing');
    const { container } = await show(view);

    const items = [...container.querySelectorAll<HTMLElement>('ol.steps > li')];

    expect(items.map(({ dataset }) => dataset.step)).toEqual(view.steps.map(({ id }) => id));
    for (const [index, known] of view.steps.entries()) {
      const { dataset } = items[index] as HTMLElement;
      expect([dataset.state, dataset.by, dataset.reason]).toEqual([
        known.state,
        known.by,
        known.reason,
      ]);
    }
  });

  test('marks exactly the current step, and opens it', async () => {
    const { container, step } = await show(fixture('admin-agent'));

    expect(container.querySelectorAll('[aria-current="step"]')).toHaveLength(1);
    expect(step('admin-agent').getAttribute('aria-current')).toBe('step');
    expect(step('admin-agent').querySelector('.row')?.getAttribute('aria-expanded')).toBe('true');
  });

  test('is busy while a check runs, and only then', async () => {
    const { container, update } = await show(fixture('checking'));
    const list = container.querySelector('ol.steps');
    expect(list?.getAttribute('aria-busy')).toBe('true');

    update(fixture('admin-agent'));

    expect(list?.getAttribute('aria-busy')).toBe('false');
  });

  test('a row asks for its step; the open row folds and unfolds its card', async () => {
    const { act, step } = await show(fixture('admin-agent'));
    const row = (id: string) => step(id).querySelector('.row') as HTMLElement;

    fireEvent.click(row('mfa-required'));
    expect(act).toHaveBeenCalledWith({ name: 'open-step', stepId: 'mfa-required' });

    fireEvent.click(row('admin-agent'));
    expect(row('admin-agent').getAttribute('aria-expanded')).toBe('false');
    expect(step('admin-agent').getAttribute('aria-current')).toBe('step');
    fireEvent.click(row('admin-agent'));
    expect(row('admin-agent').getAttribute('aria-expanded')).toBe('true');
  });
});

describe('a ring that stands wrong', () => {
  test('can be reported: the text is copied, and nothing is sent', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    const { act, action } = await show({ ...fixture('admin-agent'), pointingReport: 'Route: x' });

    fireEvent.click(action('copy-pointing') as HTMLElement);

    expect(copied).toEqual(['Route: x']);
    expect(act).not.toHaveBeenCalled();
  });

  test('is not asked about where nothing is pointed at', async () => {
    const off = { ...fixture('admin-agent'), pointing: { status: 'off' } as const };
    const { action } = await show({ ...off, pointingReport: 'Route: x' });

    expect(action('copy-pointing')).toBeNull();
  });
});

describe('what the reader asks for', () => {
  test.each([
    ['signed-out', 'sign-in', { name: 'sign-in' }],
    ['signed-out', 'look-around', { name: 'look-around' }],
    ['not-configured', 'options', { name: 'options' }],
    ['admin-agent', 'check-now', { name: 'check-now' }],
    ['admin-agent', 'sign-out', { name: 'sign-out' }],
    ['admin-agent', 'collapse', { name: 'collapse' }],
    ['admin-agent', 'dock', { name: 'dock', side: 'left' }],
    ['admin-agent', 'report', { name: 'report' }],
    ['admin-agent', 'show-me', { name: 'show-me', stepId: 'admin-agent' }],
    ['admin-agent', 'open-page', { name: 'open-page', stepId: 'admin-agent' }],
    ['admin-agent', 'focus-target', { name: 'focus-target' }],
    ['out-of-view', 'bring-into-view', { name: 'bring-into-view' }],
    ['attest', 'attest', { name: 'attest', stepId: 'consent-order' }],
    ['attested', 'withdraw', { name: 'withdraw', stepId: 'consent-order' }],
    ['consent-required', 'grant', { name: 'grant', stepId: 'mfa-required' }],
    ['unknown-account', 'confirm-account', { name: 'confirm-account' }],
    ['look-around', 'answer', { name: 'answer', question: 'partnerTier', value: 'direct' }],
  ])('%s: %s', async (name, action, asked) => {
    const { act, action: find } = await show(fixture(name));

    fireEvent.click(find(action) as HTMLElement);

    expect(act.mock.calls).toEqual([[asked]]);
  });

  test('a check that runs is not asked for twice, and its button stays under the keyboard', async () => {
    const { act, action } = await show(fixture('checking'));
    const button = action('check-now') as HTMLButtonElement;

    fireEvent.click(button);

    expect(act).not.toHaveBeenCalled();
    expect(button.disabled).toBe(false);
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  test('the account is sent as it was typed, without the spaces round it', async () => {
    const { act, container } = await show(fixture('account-question'));
    const field = screen.getByLabelText('Sign-in name');

    fireEvent.input(field, { target: { value: ' work365@fabrikam.example ' } });
    fireEvent.submit(container.querySelector('form') as HTMLElement);

    expect(act).toHaveBeenCalledWith({
      name: 'answer',
      question: 'integrationAccount',
      value: 'work365@fabrikam.example',
    });
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('before the first view has come', () => {
  test('the page’s own markup is what the script draws, so that nothing jumps', () => {
    const page = readFileSync('entrypoints/panel/index.html', 'utf8');
    const drawn = render(<Loading />).container.innerHTML;

    expect(drawn).toContain('aria-busy="true"');
    expect(page).toContain(drawn);
  });
});

describe('one primary button at most', () => {
  test.each(Object.keys(VIEWS))('%s', async (name) => {
    const { container } = await show(fixture(name));

    expect(container.querySelectorAll('.btn.primary').length).toBeLessThanOrEqual(1);
  });
});

describe('words', () => {
  test.each(Object.keys(VIEWS))('%s holds no message id and no open placeholder', async (name) => {
    const { container } = await show(fixture(name));
    for (const verbatim of container.querySelectorAll('.mono, bdi')) verbatim.remove();
    const leaves = [...container.querySelectorAll('*')].filter((one) => !one.children.length);
    const texts = leaves.map(({ textContent }) => textContent.trim());

    expect(container.textContent).not.toMatch(/\{\w+\}/);
    expect(texts.filter((text) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text))).toEqual([]);
  });

  test('values keep their own direction, and control labels are marked', async () => {
    const { step } = await show(fixture('admin-agent'), 'ar-XB');

    const isolated = [...step('admin-agent').querySelectorAll('bdi')];

    expect(isolated.map(({ textContent }) => textContent)).toContain('work365@fabrikam.example');
    expect(
      step('admin-agent')
        .querySelector('.next .ctl')
        ?.textContent.replace(/[\u202c\u202e]/g, ''),
    ).toBe('Assists your customers as');
  });
});

describe('beside a countdown', () => {
  const toggle = (container: Element) =>
    container.querySelector<HTMLInputElement>('[data-action="tell-me"]');

  test('a switch asks for a notification at its end, and takes it back', async () => {
    const { container, act, update } = await show(fixture('wait'));
    fireEvent.click(toggle(container) as Element);
    expect(act).toHaveBeenLastCalledWith({ name: 'tell-me', stepId: 'policy-settled' });

    update(fixture('wait-told'));
    expect(toggle(container)?.checked).toBe(true);
    fireEvent.click(toggle(container) as Element);
    expect(act).toHaveBeenLastCalledWith({ name: 'tell-not' });
  });

  test('what it does is said once, when it is on', async () => {
    const { update } = await show(fixture('wait'));
    const status = () => screen.getByRole('status').textContent;

    update(fixture('wait-told'));
    expect(status()).toBe('A notification tells you when the wait is over.');
    update(fixture('wait'));
    expect(status()).toBe('No notification at the end of the wait.');
  });

  test('no step without a wait has one', async () => {
    const { container } = await show(fixture('admin-agent'));
    expect(toggle(container)).toBeNull();
  });
});

describe('beside a page that shows a new password', () => {
  const banner = (container: Element) => container.querySelector('[data-banner="password"]');

  test('the reader is told, once, to note it before anything else', async () => {
    const { container, update } = await show(fixture('admin-agent'));
    expect(banner(container)).toBeNull();

    update(fixture('password'));

    expect(banner(container)?.textContent).toContain('Note it before you leave the page');
    expect(screen.getByRole('status').textContent).toContain('a new account’s password');
  });

  test('of another tenant, or before the guide is started, nothing is said of it', async () => {
    const password = { showsPassword: true } as const;
    const elsewhere = await show({ ...fixture('wrong-tenant'), ...password });
    expect(banner(elsewhere.container)).toBeNull();

    const before = await show({ ...fixture('signed-out'), ...password });
    expect(banner(before.container)).toBeNull();
  });
});

describe('a step that is half done', () => {
  test('does not wait while the reader has something to do; its state is told as it is', async () => {
    const { step } = await show(fixture('security-defaults'));

    expect(step('mfa-required').dataset.state).toBe('in-progress');
    expect(step('mfa-required').querySelector('.word')?.textContent).toBe('Not done');
    expect(step('mfa-required').querySelector('.mark')?.getAttribute('data-mark')).toBe('not-done');
  });

  test('waits where there is nothing to do', async () => {
    const { step } = await show(fixture('wait'));

    expect(step('policy-settled').querySelector('.word')?.textContent).toBe('Waiting');
  });
});

describe('the ways to a step’s page', () => {
  const at = { status: 'pointing', stepId: 'mfa-registered', actionId: 'add-method' } as const;

  test('are not offered where the step says to use another window; the link is', async () => {
    const { action, step, update } = await show(fixture('hand-off'));
    expect([action('show-me'), action('open-page')]).toEqual([null, null]);
    expect(action('copy-link')?.className).toContain('primary');

    const elsewhere = { ...at, status: 'not-pointing', refusal: 'other-page' } as const;
    update({ ...fixture('hand-off'), pointing: elsewhere });
    expect([action('show-me'), action('open-page')]).toEqual([null, null]);
    expect(step('mfa-registered').textContent).toContain('belongs in a private window');
  });

  test('are offered in that window: its page is on show, or nobody is signed in there', async () => {
    const { action, update } = await show({
      ...fixture('hand-off'),
      pointing: { ...at, inView: true },
    });
    expect(action('show-me')).not.toBeNull();

    update({ ...fixture('hand-off'), signIn: { status: 'signed-out' } });
    expect(action('open-page')).not.toBeNull();
  });

  test('say one thing each: a control out of view is scrolled to by one button alone', async () => {
    const { action } = await show(fixture('out-of-view'));

    expect(action('bring-into-view')?.textContent).toBe('Scroll to the control');
    expect(action('show-me')).toBeNull();
    expect(action('open-page')?.textContent).toBe('Open the step’s page');
  });

  test('say why there is no ring on a page where nothing is to be pressed', async () => {
    const view = { ...fixture('admin-agent'), pointing: { status: 'off' } as const };
    const { step, update } = await show({ ...view, currentStepId: 'security-requirements' });
    expect(step('security-requirements').textContent).toContain('No ring on that page');

    // Also once it is done: its page can still be opened.
    update({ ...view, currentStepId: 'your-roles' });
    expect(step('your-roles').dataset.state).toBe('done');
    expect(step('your-roles').textContent).toContain('No ring on that page');

    update(view);
    expect(step('admin-agent').textContent).not.toContain('No ring on that page');
  });
});

test('the end is shown and said when it is reached, and not again with the next view', async () => {
  const last = { ...fixture('finished'), finished: false };
  const { container, update } = await show(last);
  const scrolled = vi.fn();
  Object.assign(container.querySelector('.body') as Element, { scrollTo: scrolled });

  update(fixture('finished'));
  expect(scrolled.mock.calls).toEqual([[{ top: 0 }]]);
  expect(screen.getByRole('status').textContent).toContain('All steps are done');

  update({ ...fixture('finished'), revision: 3 });
  expect(scrolled).toHaveBeenCalledTimes(1);
});

test('after a cancelled sign-in one button signs in, beside the reason', async () => {
  const { container, action, update } = await show(fixture('signed-out'));
  action('sign-in')?.focus();

  update(fixture('sign-in-cancelled'));

  const buttons = container.querySelectorAll('[data-action="sign-in"]');
  expect(buttons).toHaveLength(1);
  expect(buttons[0]?.closest('[data-banner="sign-in-problem"]')).not.toBeNull();
  expect(document.activeElement).toBe(buttons[0]);
});

test('who has not signed in is told that it will be twice, and that nothing done elsewhere is lost', async () => {
  const start = await show(fixture('signed-out'));
  expect(start.container.textContent).toContain('you may be asked twice');

  const around = await show(fixture('look-around'));
  const banner = around.container.querySelector('[data-banner="looking-around"]');
  expect(banner?.textContent).toContain('nothing done elsewhere is lost');
});
