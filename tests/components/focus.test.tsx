// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { announcement } from '@/components/announcement.ts';
import { fixture } from '@/tests/fixtures/views/find.ts';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { reader, show } from './stage.tsx';

function done(view: PanelView, id: string, by: 'graph' | 'admin'): PanelView {
  const steps = view.steps.map((step) =>
    step.id === id ? { ...step, state: 'done' as const, by, attestable: false } : step,
  );
  return { ...view, revision: view.revision + 1, steps };
}

describe('the keyboard', () => {
  test('stays on a control that is still there after a new view', async () => {
    const { update, action } = await show(fixture('admin-agent'));
    action('show-me')?.focus();

    update({ ...fixture('checking') });

    expect((document.activeElement as HTMLElement).dataset.action).toBe('show-me');
  });

  test('moves to the row of its step when its control went away', async () => {
    const view = fixture('attest');
    const { update, action, step } = await show(view);
    action('attest')?.focus();

    update({ ...done(view, 'consent-order', 'admin'), currentStepId: 'security-requirements' });

    expect(document.activeElement).toBe(step('consent-order').querySelector('.row'));
  });

  test('is never taken from something else that has it', async () => {
    const view = fixture('attest');
    const { update, action } = await show(view);
    action('attest')?.focus();
    action('check-now')?.focus();

    update({ ...done(view, 'consent-order', 'admin'), currentStepId: 'security-requirements' });

    expect((document.activeElement as HTMLElement).dataset.action).toBe('check-now');
  });

  test('text that is being typed survives a new view', async () => {
    const view = { ...fixture('account-question') };
    const { update } = await show(view);
    const field = screen.getByLabelText<HTMLInputElement>('Sign-in name');
    field.focus();
    fireEvent.input(field, { target: { value: 'work365@fab' } });

    update({ ...view, revision: 2, busy: { done: 1, total: 9 } });

    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('work365@fab');
  });
});

describe('announcements', () => {
  test('there is one status region, and it is quiet at first', async () => {
    await show(fixture('admin-agent'));

    expect(screen.getAllByRole('status')).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('a changed verdict is said once, with who vouches for it', async () => {
    const view = fixture('admin-agent');
    const { update } = await show(view);

    update(done(view, 'admin-agent', 'graph'));

    await vi.waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe(
        'Admin agent role: Done, proved by Microsoft Graph.',
      ),
    );
  });

  test('the end of a wait is said once, and not again with the next view', async () => {
    const { container, update } = await show(fixture('wait'));
    const settled = (step: StepView): StepView => {
      if (step.id !== 'policy-settled') return step;
      const { wait: _, ...rest } = step;
      return { ...rest, state: 'done', by: 'graph' };
    };
    const { steps, ...view } = fixture('wait');
    const after = { ...view, steps: steps.map(settled) };
    const said = () => container.querySelector('[role="status"]')?.textContent ?? '';

    update(after);
    expect(said()).toBe('Policy has taken hold: Done, proved by Microsoft Graph.');

    const line = container.querySelector('[role="status"]')?.firstChild;
    update({ ...after, revision: 9 });
    expect(container.querySelector('[role="status"]')?.firstChild).toBe(line);
  });

  test('a view that reads the same is not announced', async () => {
    const { guide, say } = await reader();
    const view = fixture('wait');
    if (!guide) throw new Error('The guide is missing.');

    expect(announcement(view, { ...view, revision: 9 }, guide, say)).toBe('');
  });

  test('a guard is announced before the verdicts', async () => {
    const { guide, say } = await reader();
    if (!guide) throw new Error('The guide is missing.');
    const after = done(fixture('wrong-account'), 'mfa-registered', 'graph');

    const said = announcement(fixture('hand-off'), after, guide, say);

    expect(said.startsWith('This page is signed in as somebody else')).toBe(true);
  });

  test('what is pointed at, and why nothing is, is announced once', async () => {
    const { guide, say } = await reader();
    if (!guide) throw new Error('The guide is missing.');
    const looking = beforePointing();
    const pointing = fixture('admin-agent');
    const twin = {
      ...pointing,
      pointing: { status: 'not-pointing', stepId: 'admin-agent', refusal: 'ambiguous' } as const,
    };
    const said = announcement(looking, pointing, guide, say);

    expect(said).toMatch(/^Pointing on this page: \S/);
    expect(said).not.toMatch(/[[\]]/);
    expect(announcement(pointing, { ...pointing, revision: 9 }, guide, say)).toBe('');
    expect(announcement(pointing, twin, guide, say)).toContain('several controls fit');
    expect(announcement(pointing, looking, guide, say)).toBe('');
  });
});

function beforePointing() {
  const pointing = { status: 'looking', stepId: 'admin-agent' } as const;
  return { ...fixture('admin-agent'), pointing };
}
