import { browser } from 'wxt/browser';
import type { PanelView } from '../domain/view.ts';

/** What the toolbar button shows beside its drawing. */
export type Badge = Readonly<{
  /** Steps to go, `…` while a wait runs, `!` for a step that was lost, `✓` at the end, or nothing. */
  text: string;
  colour: string;
  /** Said on hover and by a screen reader: the state in words. */
  title: string;
}>;

/** White on each of these reaches 4.5:1; the sign differs too, so that no colour is needed. */
const COLOURS = { plain: '#0a6b5b', wait: '#1a5a9e', alarm: '#a8251d' } as const;

/**
 * The badge of a view: the same for every tab, since it is about the tenant.
 *
 * @param label The state in words, as the chip at the edge of a portal says it.
 */
export function badgeOf(view: PanelView, label: string): Badge {
  const { text, colour } = signOf(view);
  return { text, colour, title: label };
}

function signOf(view: PanelView): Omit<Badge, 'title'> {
  if (!view.started || view.signIn.status !== 'signed-in') {
    return { text: '', colour: COLOURS.plain };
  }
  if (view.finished) return { text: '✓', colour: COLOURS.plain };
  if (view.steps.some(({ state }) => state === 'regressed')) {
    return { text: '!', colour: COLOURS.alarm };
  }
  const current = view.steps.find(({ id }) => id === view.currentStepId);
  if (current?.wait) return { text: '…', colour: COLOURS.wait };
  const settled = ['done', 'not-applicable'];
  const toGo = view.steps.filter(({ state }) => !settled.includes(state)).length;
  return { text: String(toGo), colour: COLOURS.plain };
}

/** Puts badges on the toolbar button, in every tab; one that is there already costs nothing. */
export function openBadge(): (badge: Badge) => Promise<void> {
  let there = '';
  return async (badge) => {
    const next = JSON.stringify(badge);
    if (next === there) return;
    there = '';
    await show(badge);
    there = next;
  };
}

async function show({ text, colour, title }: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: colour }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}
