import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Broadcast } from '@/utils/background/broadcast.ts';
import type { CheckRun } from '@/utils/background/check-run.ts';
import type { EndOfWait } from '@/utils/background/end-of-wait.ts';
import { handlersOf } from '@/utils/background/handlers.ts';
import type { Rechecks } from '@/utils/background/rechecks.ts';
import type { Settings } from '@/utils/policy/settings.ts';
import { type State, tenantOf } from '@/utils/state/stored.ts';
import {
  aFrame,
  aReport,
  aState,
  INTEGRATION_ACCOUNT,
  NOON,
  NOON_MS,
  pointingAt,
  provedUpTo,
} from '../a-state.ts';
import { HOME, USER_MANAGEMENT } from '../guidance/scene.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
vi.mock('@/utils/auth/index.ts', () => ({ signIn: vi.fn(), signOut: vi.fn(), getToken: vi.fn() }));

const TAB = 7;
const docked = { tabId: TAB, frameId: 3 };
const top = { tabId: TAB, frameId: 0 };
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;
const fresh = { lookedAt: NOON };

function setUp(state: State, policy: Settings = {}) {
  const { background, state: now } = aBackground(state, policy);
  background.clock.now = () => NOON_MS;
  const run = vi.fn(async () => undefined);
  const add = vi.fn(async () => undefined);
  const sent = vi.fn();
  const handlers = handlersOf({
    background,
    run: { run } as unknown as CheckRun,
    rechecks: { add } as unknown as Rechecks,
    broadcast: { sent } as unknown as Broadcast,
    endOfWait: {} as unknown as EndOfWait,
  });
  return { handlers, state: now, run, add, sent };
}

const inPortal = (url: string, more: Parameters<typeof aState>[0] = {}) =>
  aState({
    ...more,
    tenant: { answers, ...more?.tenant },
    session: { ...fresh, tabs: { [TAB]: { frames: { 0: aFrame(url) } } }, ...more?.session },
  });

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
});

describe('a click alone', () => {
  test('completes no step: it is noted, and the tenant is looked at soon', async () => {
    const state = inPortal(USER_MANAGEMENT, { tenant: { progress: provedUpTo('admin-agent') } });
    const { handlers, state: now, add } = setUp(state);

    await handlers.used({ revision: 1, actionId: 'update' }, top);

    expect(tenantOf(now().local).progress).toEqual(provedUpTo('admin-agent'));
    expect(tenantOf(now().local).watched.actionAt).toEqual({ 'admin-agent': NOON });
    expect(add).toHaveBeenCalledExactlyOnceWith('admin-agent', NOON_MS + 2000);
  });

  test('of nobody in particular is not even noted', async () => {
    const { handlers, state, add } = setUp(aState({ signedOut: true }));
    const before = state();

    await handlers.used({ revision: 1, actionId: 'update' }, top);

    expect(state()).toBe(before);
    expect(add).not.toHaveBeenCalled();
  });

  test('where nobody is signed in ends the pointing, until it is asked for again', async () => {
    const stepId = 'mfa-registered';
    const { handlers, state, add } = setUp(
      aState({ signedOut: true, local: { openStepId: stepId } }),
    );

    await handlers.used({ revision: 1, actionId: 'done-here' }, top);
    expect(state().session.left).toEqual({ [stepId]: NOON });
    expect(tenantOf(state().local).watched).toEqual({});
    expect(add).not.toHaveBeenCalled();

    await handlers.openStep({ stepId }, docked);
    expect(state().session.left).toEqual({});
  });
});

test('somebody who looks at the panel makes what is old be read', async () => {
  const { handlers, run } = setUp(aState());

  await handlers.getView({}, docked);

  expect(run).toHaveBeenCalledTimes(1);
});

test('somebody who looks without being signed in sees all steps, and nothing is read', async () => {
  const { handlers, run } = setUp(aState({ signedOut: true }));

  const view = await handlers.getView({}, docked);

  expect(view.steps).toHaveLength(13);
  expect(run).not.toHaveBeenCalled();
});

describe('a view', () => {
  test('knows whether its panel is docked, and on which side', async () => {
    const state = inPortal(HOME, {
      local: { panels: { 'partner-center': { side: 'left', collapsed: false } } },
    });
    const { handlers } = setUp(state);

    expect((await handlers.getView({}, docked)).surface).toEqual({ kind: 'docked', side: 'left' });
    expect((await handlers.getView({}, {})).surface).toEqual({ kind: 'page' });
  });

  test('shows the answers the organisation fixed', async () => {
    const { handlers } = setUp(aState({ session: fresh }), {
      integrationAccount: 'fixed@contoso.com',
    });

    const view = await handlers.getView({}, docked);

    expect(view.answers.integrationAccount).toBe('fixed@contoso.com');
    expect(view.fixedAnswers).toEqual(['integrationAccount']);
  });
});

describe('a frame’s hello', () => {
  const hello = { url: HOME, frameName: '', top: true, language: 'de-DE' };

  test('is answered with its orders, and those are not sent again', async () => {
    const { handlers, sent } = setUp(
      aState({
        tenant: { answers },
        session: fresh,
        local: { openStepId: 'account-exists' },
      }),
    );

    const orders = await handlers.hello(hello, top);

    expect(orders.actions.map(({ id }) => id)).toEqual(['open-settings', 'open-account-settings']);
    expect(orders.panel).toMatchObject({ show: 'open', side: 'right' });
    expect(sent).toHaveBeenCalledExactlyOnceWith(TAB, 0, orders.revision);
  });

  test.each([
    ['off', true, 'hidden'],
    ['collapsed', true, 'chip'],
    ['auto', true, 'open'],
    ['auto', false, 'chip'],
  ] as const)(
    'with the setting panel = %s and the guide started: %s, shows the %s',
    async (panel, started, show) => {
      const { handlers } = setUp(aState({ session: fresh, local: { started } }), { panel });

      expect((await handlers.hello(hello, top)).panel?.show).toBe(show);
    },
  );
});

describe('"show me"', () => {
  test('brings the ringed control into view, in the frame that points', async () => {
    const frames = { 0: aFrame(USER_MANAGEMENT, { report: aReport(pointingAt('add-user')) }) };
    const { handlers } = setUp(
      aState({ tenant: { answers }, session: { ...fresh, tabs: { [TAB]: { frames } } } }),
    );

    await handlers.showMe({ stepId: 'account-exists' }, docked);

    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledExactlyOnceWith(
      TAB,
      { waymark: 'bring-into-view' },
      { frameId: 0 },
    );
  });

  test('opens the step’s page where nothing is pointed at', async () => {
    const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
    const { handlers, state } = setUp(inPortal(HOME));

    await handlers.showMe({ stepId: 'account-exists' }, docked);

    expect(state().local.openStepId).toBe('account-exists');
    expect(update.mock.calls[0]?.[0]).toBe(TAB);
  });
});

test('an answer that is sound is checked at once, one that is not is not', async () => {
  const { handlers, run } = setUp(aState({ session: fresh }));

  await handlers.answer({ question: 'partnerTier', value: 'nonsense' }, docked);
  expect(run).not.toHaveBeenCalled();

  await handlers.answer({ question: 'partnerTier', value: 'direct' }, docked);
  expect(run).toHaveBeenCalledOnce();
});

test('the chip opens the panel again, and it stays open on that portal', async () => {
  const { handlers, state } = setUp(
    inPortal(HOME, { local: { panels: { 'partner-center': { side: 'left', collapsed: true } } } }),
  );

  await handlers.expand({}, top);

  expect(state().local.panels['partner-center']).toEqual({ side: 'left', collapsed: false });
});

test('evidence for a report holds the answers of Graph, and never a token', async () => {
  const findings = {
    'GET /v1.0/me': { kind: 'answer', body: { id: 1 }, observedAt: NOON },
  } as const;
  const { handlers } = setUp(aState({ tenant: { answers }, session: { ...fresh, findings } }));

  const report = await handlers.getEvidence({}, {});

  expect(report).toMatchObject({ guideId: 'work365-partner-center', answers, findings });
  expect(JSON.stringify(report)).not.toMatch(/token/i);
});

test('a report reads Graph once in a browser session, not again when that found nothing', async () => {
  const before = setUp(aState({ tenant: { answers } }));
  await before.handlers.getEvidence({}, {});
  expect(before.run).toHaveBeenCalledOnce();

  const blind = setUp(aState({ tenant: { answers }, session: fresh }));
  await blind.handlers.getEvidence({}, {});
  expect(blind.run).not.toHaveBeenCalled();
});

describe('beside a page of another tenant', () => {
  const ELSEWHERE = 'https://entra.microsoft.com/northwind.example/#home';
  const state = () =>
    inPortal(ELSEWHERE, {
      tenant: { domains: ['contoso.com'], progress: provedUpTo('admin-agent') },
      session: { lookedAt: '2020-01-01T00:00:00Z' },
    });

  test('nothing is checked, whoever asks', async () => {
    const { handlers, run } = setUp(state());

    await handlers.checkNow({}, docked);
    await handlers.getView({}, docked);

    expect(run).not.toHaveBeenCalled();
  });

  test('nothing that is done there is noted', async () => {
    const { handlers, state: now, add } = setUp(state());

    await handlers.used({ revision: 1, actionId: 'update' }, top);

    expect(tenantOf(now().local).watched.actionAt).toBeUndefined();
    expect(add).not.toHaveBeenCalled();
  });
});
