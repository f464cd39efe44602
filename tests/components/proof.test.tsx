// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { REMEDIES, type RemedyAction } from '@/components/remedies.ts';
import guide from '@/guides/work365-partner-center/guide.ts';
import { evidence } from '@/tests/fixtures/views/base.ts';
import { fixture } from '@/tests/fixtures/views/find.ts';
import { REASONS, type Reason } from '@/utils/domain/outcome.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { LANGUAGES } from '@/utils/i18n/languages.ts';
import { reader, show } from './stage.tsx';

/** A view like `attest` whose step is settled by somebody. */
async function settledBy(by: 'graph' | 'admin') {
  const view = fixture('attested');
  const settle = (step: StepView): StepView =>
    step.id === 'consent-order' ? { ...step, state: 'done', by } : step;
  return show({ ...view, steps: view.steps.map(settle) });
}

describe('Graph’s word and the administrator’s', () => {
  test('never share a mark, a word or a note', async () => {
    const graph = (await settledBy('graph')).step('consent-order').cloneNode(true) as HTMLElement;
    const admin = (await settledBy('admin')).step('consent-order');
    const part = (item: HTMLElement, selector: string) => item.querySelector(selector)?.outerHTML;

    expect(part(graph, '.mark')).not.toBe(part(admin, '.mark'));
    expect(part(graph, '.word')).not.toBe(part(admin, '.word'));
    expect(admin.querySelector('.good')).toBeNull();
    expect(admin.querySelector('.row')?.textContent).not.toContain('Graph');
    expect(admin.textContent).toContain('mira.berg@fabrikam.example');
  });

  test('are counted apart in the header', async () => {
    const { container } = await show(fixture('finished'));

    expect(container.querySelector('.tally')?.textContent).toBe(
      '11 proved by Graph · 2 confirmed by you',
    );
  });

  test('the button that takes a word says what is stated, and why Graph can’t see it', async () => {
    const { step, action } = await show(fixture('attest'));

    expect(action('attest')?.textContent).toContain('I gave both consents in this order');
    expect(action('attest')?.className).not.toContain('primary');
    expect(step('consent-order').textContent).toContain('Microsoft Graph cannot see');
  });
});

/** The control of each way out inside a card; the others are words, or stand outside the card. */
const REMEDY_CONTROLS: Readonly<Partial<Record<RemedyAction, string>>> = {
  grant: 'grant',
  ask: 'copy-ask',
  'right-tenant': 'sign-in',
  'copy-support': 'copy-support',
};

/** The open step, blind for one reason. */
function blindAt(id: string, reason: Reason): PanelView {
  const view = fixture('consent-required');
  const blind = (step: StepView): StepView => ({
    id,
    state: 'cannot-tell',
    reason,
    summary: { id: 'outcome.unexpected-response' },
    notes: [],
    evidence: [],
    needs: { scopes: ['Policy.Read.All'], roles: ['Global Reader'] },
    ...(reason === 'consent-required' && step.grant ? { grant: step.grant } : {}),
    attestable: false,
    openable: step.openable,
    showable: step.showable,
  });
  const steps = view.steps.map((step) => (step.id === id ? blind(step) : step));
  return { ...view, steps, currentStepId: id };
}

describe('what cannot be told', () => {
  test('every reason has one remedy whose advice can be said', async () => {
    const { say } = await reader();

    expect(Object.keys(REMEDIES).sort()).toEqual([...REASONS].sort());
    for (const { advice } of Object.values(REMEDIES)) {
      expect(say({ id: advice, values: { scopes: '', roles: '', time: '' } })).not.toBe(advice);
    }
  });

  test.each([
    ['consent-required', 'grant'],
    ['role-missing', 'copy-ask'],
    ['licence-missing', 'attest'],
    ['not-in-this-cloud', 'attest'],
    ['unexpected-response', 'copy-support'],
    ['sign-in-problem', 'sign-in'],
  ])('%s offers %s', async (name, action) => {
    const { action: find } = await show(fixture(name));

    expect(find(action)).not.toBeNull();
  });

  test('what "Allow reading" asks for, what it shows and who may give it stands there before', async () => {
    const { step, act, action } = await show(fixture('consent-required'));
    const needs = step('mfa-required').querySelector('.needs')?.textContent ?? '';

    expect(needs).toContain('Policy.Read.All');
    expect(needs).toContain('Reads the policies that ask for multifactor authentication.');
    expect(needs).toContain('An administrator has to consent');
    expect(needs).toContain('Security Reader');
    action('grant')?.click();
    expect(act).toHaveBeenCalledExactlyOnceWith({ name: 'grant', stepId: 'mfa-required' });
  });

  test('a licence that is missing is named', async () => {
    const { step } = await show(fixture('licence-missing'));

    expect(step('mfa-proved').textContent).toContain('Microsoft Entra ID P1');
  });

  describe.each(guide.steps.filter(({ known }) => known.by === 'graph'))('$id', ({ id }) => {
    test.each(REASONS)('has one way out of %s', async (reason) => {
      const { step, container } = await show(blindAt(id, reason));
      const card = step(id);
      const offered = Object.values(REMEDY_CONTROLS).filter((name) =>
        card.querySelector(`[data-action="${name}"]`),
      );

      const wanted = REMEDY_CONTROLS[REMEDIES[reason].action];
      expect(offered).toEqual(wanted ? [wanted] : []);
      expect(card.querySelectorAll('.verdict').length).toBeLessThanOrEqual(1);
      expect(container.querySelectorAll('.btn.primary').length).toBeLessThanOrEqual(1);
    });
  });

  test('throttling says when Waymark looks again, and offers no button to press meanwhile', async () => {
    const { step, action } = await show(fixture('throttled'));

    expect(step('mfa-required').querySelector('.verdict')?.textContent).toMatch(/10:45|11:45/);
    expect(action('grant') ?? action('copy-support') ?? action('copy-ask')).toBeNull();
  });

  test('the last known answer stays, with its age', async () => {
    const { step } = await show(fixture('throttled'));

    expect(step('mfa-required').textContent).toContain('Nothing demands MFA of');
    expect(step('mfa-required').textContent).toContain('Last known');
  });

  test('a step nobody looked at is quiet: no doubt, no verdict', async () => {
    const { step } = await show(fixture('first-check'));

    expect(step('admin-agent').querySelector('.mark')?.getAttribute('data-mark')).toBe('unchecked');
    expect(step('admin-agent').textContent).toContain('Not checked');
  });

  test('a step at which there was nothing to see yet says so, and what to do', async () => {
    const view = blindAt('mfa-proved', 'not-measured-yet');
    const summary = { id: 'mfa-proved.beyond-record', values: { account: 'work365@a.example' } };
    const seen = [evidence('GET /beta/auditLogs/signIns', { id: 'seen.no-sign-in' })];
    const looked = (step: StepView): StepView =>
      step.id === 'mfa-proved' ? { ...step, summary, evidence: seen } : step;
    const { step } = await show({ ...view, steps: view.steps.map(looked) });

    expect(step('mfa-proved').querySelector('.mark')?.getAttribute('data-mark')).toBe(
      'cannot-tell',
    );
    const said = step('mfa-proved').querySelector('.verdict')?.textContent;
    expect(said).toContain('Sign in once as this account');
    expect(said).toContain('then select Check now');
  });

  test('the text for a colleague names the step, the tenant and the roles', async () => {
    const { container } = await show(fixture('role-missing'));
    const letter = container.querySelector('.letter')?.textContent ?? '';

    expect(letter).toContain('MFA required at every sign-in');
    expect(letter).toContain('Fabrikam Cloud');
    expect(letter).toContain('Security Reader');
  });

  test.each(LANGUAGES)(
    'that text counts no steps, which the panel does not number: %s',
    async (language) => {
      const { container } = await show(fixture('role-missing'), language);
      const letter = container.querySelector('.letter')?.textContent ?? '';

      expect(letter.length).toBeGreaterThan(60);
      // The step is the seventh of the guide.
      expect(letter).not.toContain('7');
    },
  );
});

describe('evidence that leaves by the clipboard', () => {
  async function copied(hidden: boolean): Promise<string> {
    const write = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
    const { step } = await show(fixture('hand-off'));
    const card = step('mfa-registered');
    const find = (action: string) => card.querySelector(`[data-action="${action}"]`) as HTMLElement;
    if (!hidden) fireEvent.click(find('hide-personal'));
    fireEvent.click(find('copy-evidence'));
    await vi.waitFor(() => expect(write).toHaveBeenCalled());
    vi.unstubAllGlobals();
    return String(write.mock.calls[0]?.[0]);
  }

  test('names nobody, no domain and no tenant unless the reader asks for it', async () => {
    const text = await copied(true);

    expect(text).toContain('person-1@domain-1.example');
    expect(text).not.toMatch(/fabrikam|mira|work365@|5f2c1a9e/i);
  });

  test('keeps what a support case needs: request, fields, time, Microsoft’s request id', async () => {
    const text = await copied(true);

    expect(text).toContain('GET /v1.0/users/{id}/authentication/methods');
    expect(text).toContain('2026-11-23T10:42:07Z');
    expect(text).toContain('7c1e4d0a-52bb-4f0e-9a61-0d5f6b1c2e88');
  });

  test('is whole when the reader says so', async () => {
    expect(await copied(false)).toContain('work365@fabrikam.example');
  });
});

describe('the guard', () => {
  test('of a wrong tenant speaks first and pauses the step', async () => {
    const { container, step, action } = await show(fixture('wrong-tenant'));

    expect(container.querySelector('.body')?.firstElementChild?.getAttribute('data-banner')).toBe(
      'guard',
    );
    expect(step('admin-agent').textContent).toContain('Paused until');
    expect(action('show-me')).toBeNull();
    expect(action('check-now')?.getAttribute('aria-disabled')).toBe('true');
  });

  test('of a wrong account names both accounts and hands over the link', async () => {
    const { container, action } = await show(fixture('wrong-account'));
    const names = [...container.querySelectorAll('.banner dd')].map((one) => one.textContent);

    expect(names).toEqual(['mira.berg@fabrikam.example', 'work365@fabrikam.example']);
    expect(container.querySelectorAll('[data-action="copy-link"]')).toHaveLength(1);
    expect(action('copy-link')?.className).toContain('primary');
  });
});
