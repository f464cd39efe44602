import { browser } from 'wxt/browser';
import { currentStep } from '../guidance/current-step.ts';
import { guardOf } from '../guidance/guard.ts';
import type { Handlers, Sender } from '../messaging/listen.ts';
import { type State, tenantOf, withTenant } from '../state/stored.ts';
import { attest, recordAnswer, withdrawAttestation } from './answers.ts';
import { AFTER_USE_MS } from './appointments.ts';
import { adoptPolicyAnswers, type Background, isoAt } from './background.ts';
import type { Broadcast } from './broadcast.ts';
import type { CheckRun } from './check-run.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { EndOfWait } from './end-of-wait.ts';
import { evidenceOf } from './evidence.ts';
import {
  confirmAccount,
  frameReported,
  frameSaidHello,
  panelIsDeaf,
  pointingFrame,
  tell,
} from './frames.ts';
import { installation } from './installation.ts';
import { withoutLeft, withUnseenUse } from './left.ts';
import type { Rechecks } from './rechecks.ts';
import { ordersOf, viewOf } from './scene.ts';
import { saveSettings, settingsReport } from './settings.ts';
import { endSignIn, startSignIn } from './sign-in.ts';
import {
  equipFrame,
  isDocked,
  openBeside,
  openStepPage,
  setPanelPrefs,
  tabOfPanel,
} from './surfaces.ts';
import { visited } from './visits.ts';

export type Parts = Readonly<{
  background: Background;
  run: CheckRun;
  rechecks: Rechecks;
  broadcast: Broadcast;
  endOfWait: EndOfWait;
}>;

/** Which message does what. One line a message where one line says it. */
export function handlersOf(parts: Parts): Handlers {
  const { background, run, rechecks, broadcast, endOfWait } = parts;
  const { store, guide, clock } = background;
  const check = () => run.run(rechecks);
  const inTab = async (sender: Sender, act: (tabId: number) => Promise<unknown>) => {
    const tabId = await tabOfPanel(sender);
    if (tabId !== undefined) await act(tabId);
    return undefined;
  };
  const toTarget = (sender: Sender, waymark: 'bring-into-view' | 'focus-target') =>
    inTab(sender, async (tabId) => {
      const frameId = pointingFrame(await store.read(), tabId, background);
      if (frameId !== undefined) await tell(tabId, frameId, { waymark });
    });

  return {
    getView: async ({ deaf }, sender) => {
      await adoptPolicyAnswers(background);
      if (deaf) await panelIsDeaf(background, sender);
      const tabId = await tabOfPanel(sender);
      const state = await store.read();
      // The answer waits for no look; what that brings is told as a change.
      if (!isElsewhere(background, state, tabId)) void visited(parts);
      const place = { ...(tabId === undefined ? {} : { tabId }), docked: isDocked(sender) };
      return viewOf(background, state, place);
    },
    signIn: async ({ stepId }) => {
      if (await startSignIn(background, stepId)) void check();
      return undefined;
    },
    signOut: async () => void (await endSignIn(background)),
    lookAround: async () => {
      await store.update((state) => ({ ...state, local: { ...state.local, started: true } }));
      return undefined;
    },
    answer: async ({ question, value }) => {
      if (await recordAnswer(background, question, value)) void check();
      return undefined;
    },
    checkNow: async (_, sender) => {
      const tabId = await tabOfPanel(sender);
      if (!isElsewhere(background, await store.read(), tabId)) await check();
      return undefined;
    },
    openStep: async ({ stepId }) => {
      await store.update((state) => opened(state, stepId));
      return undefined;
    },
    showMe: async ({ stepId }, sender) => {
      await store.update((state) => opened(state, stepId));
      const tabId = await tabOfPanel(sender);
      const frameId = pointingFrame(await store.read(), tabId, background);
      if (frameId === undefined) await openStepPage(background, stepId, sender);
      else await toTarget(sender, 'bring-into-view');
      return undefined;
    },
    openPage: async ({ stepId }, sender) => {
      await openStepPage(background, stepId, sender);
      return undefined;
    },
    bringIntoView: (_, sender) => toTarget(sender, 'bring-into-view'),
    focusTarget: (_, sender) => toTarget(sender, 'focus-target'),
    attest: async ({ stepId }) => void (await attest(background, stepId)),
    withdrawAttestation: async ({ stepId }) => void (await withdrawAttestation(background, stepId)),
    tellWhenReady: async ({ stepId, hasAsked }) => void (await endOfWait.promise(stepId, hasAsked)),
    tellNot: async () => void (await endOfWait.forget()),
    confirmAccount: (_, sender) => inTab(sender, (tabId) => confirmAccount(background, tabId)),
    dock: ({ side }, sender) => inTab(sender, (tab) => setPanelPrefs(background, tab, { side })),
    collapse: (_, sender) =>
      inTab(sender, (tab) => setPanelPrefs(background, tab, { collapsed: true })),
    openOptions: async () => void (await browser.runtime.openOptionsPage()),
    openReport: () => openOwn('/report.html'),
    openDiagnostics: () => openOwn('/diagnostics.html'),
    setLanguage: async ({ language }) => void (await saveSettings(background, { language })),
    getSettings: () => settingsReport(background),
    getInstallation: () => installation(),
    saveSettings: async (settings) => void (await saveSettings(background, settings)),
    getEvidence: async () => {
      await readIfForgotten(parts);
      return evidenceOf(background);
    },
    getDiagnostics: async (_, sender) => diagnosticsOf(background, await tabOfPanel(sender)),

    hello: async (hello, sender) => {
      const rearm = () => void rechecks.arm();
      // What its orders depend on besides; asked for while the hello is noted.
      void background.shownPolicy();
      const state = await frameSaidHello(background, hello, sender, rearm);
      const { tabId = -1, frameId = 0 } = sender;
      const orders = await ordersOf(background, state, tabId, frameId);
      broadcast.sent(tabId, frameId, orders.revision);
      if (hello.top && !isElsewhere(background, state, tabId)) void visited(parts);
      return orders;
    },
    beside: async (_, sender) => openBeside(sender),
    equip: async (_, sender) => void (await equipFrame(sender)),
    report: async (report, sender) => {
      await frameReported(background, report, sender, () => void rechecks.arm());
      return undefined;
    },
    used: async ({ actionId }, { tabId }) => {
      const state = await store.read();
      const { answers, progress } = tenantOf(state.local);
      const step = currentStep(guide, answers, progress, state.local.openStepId);
      const commits = step?.actions.find(({ id }) => id === actionId)?.commits;
      if (!step || !commits || isElsewhere(background, state, tabId)) return undefined;
      if (!state.local.account) {
        await store.update((before) => withUnseenUse(before, step.id, clock.now()));
        return undefined;
      }
      await store.update((before) => ({
        ...before,
        local: withTenant(before.local, (tenant) => ({
          ...tenant,
          watched: {
            ...tenant.watched,
            actionAt: { ...tenant.watched.actionAt, [step.id]: isoAt(clock.now()) },
          },
        })),
      }));
      await rechecks.add(step.id, clock.now() + AFTER_USE_MS);
      return undefined;
    },
    expand: async (_, sender) => {
      if (sender.tabId === undefined) return undefined;
      await setPanelPrefs(background, sender.tabId, { collapsed: false });
      return undefined;
    },
  };
}

function opened(state: State, openStepId: string): State {
  return withoutLeft({ ...state, local: { ...state.local, openStepId } }, openStepId);
}

async function openOwn(page: '/report.html' | '/diagnostics.html'): Promise<undefined> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
  return undefined;
}

/**
 * Verdicts outlive the browser session, Graph's answers do not; a report needs both. Read once: a
 * look that found nothing (signed out, offline) would find nothing again.
 */
async function readIfForgotten({ background, run, rechecks }: Parts): Promise<void> {
  const { local, session } = await background.store.read();
  if (local.account && !session.lookedAt) await run.run(rechecks, 'stale');
}

/** The page beside the panel belongs to another tenant: nothing is checked or noted there. */
function isElsewhere(
  { guide, portals }: Background,
  state: State,
  tabId: number | undefined,
): boolean {
  return guardOf(state, tabId, { guide, portals })?.kind === 'wrong-tenant';
}
