import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import worker from '@/entrypoints/background/index.ts';
import { getToken, signIn } from '@/utils/auth/index.ts';
import { inquire } from '@/utils/graph/index.ts';
import { ADMIN, INTEGRATION_ACCOUNT, NOON_MS, outcome } from '../a-state.ts';
import { ENTRA_USERS, HOME, SECURITY_INFO, USER_MANAGEMENT } from '../guidance/scene.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
vi.mock('@/utils/auth/index.ts', () => ({ signIn: vi.fn(), signOut: vi.fn(), getToken: vi.fn() }));
vi.mock('@/utils/graph/index.ts', () => ({ inquire: vi.fn(), scopesFor: () => ['User.Read'] }));

/** One thing that reaches the worker: a message from a page of ours or a frame, or time passing. */
type Event =
  | Readonly<{ from: 'panel' | 'frame'; tabId: number; name: string; request: object }>
  | Readonly<{ passMs: number }>;

const CLIENT_ID = '5c0ffee0-1111-4222-8333-444455556666';
const STEP_IDS = ['partner-tier', 'account-exists', 'mfa-registered', 'consent-order'];

const tabId = fc.constantFrom(7, 8);
const stepId = fc.constantFrom(...STEP_IDS);
const fromPanel = (name: string, request: fc.Arbitrary<object> = fc.constant({})) =>
  fc.record({ from: fc.constant('panel' as const), tabId, name: fc.constant(name), request });
const fromFrame = (name: string, request: fc.Arbitrary<object> = fc.constant({})) =>
  fc.record({ from: fc.constant('frame' as const), tabId, name: fc.constant(name), request });

const report = fc.record({
  revision: fc.constantFrom(1, 2),
  sightings: fc.constant([]),
  visible: fc.boolean(),
  account: fc.constantFrom('same', 'other', 'unknown'),
});
const hello = fc.record({
  url: fc.constantFrom(HOME, USER_MANAGEMENT, ENTRA_USERS, SECURITY_INFO),
  frameName: fc.constant(''),
  top: fc.constant(true),
  language: fc.constantFrom('en-GB', 'de-DE'),
});
const answer = fc.constantFrom(
  { question: 'partnerTier', value: 'direct' },
  { question: 'partnerTier', value: 'indirect' },
  { question: 'integrationAccount', value: INTEGRATION_ACCOUNT },
  { question: 'integrationAccount', value: 'other@contoso.com' },
  { question: 'integrationAccount', value: 'not a name' },
);
const event: fc.Arbitrary<Event> = fc.oneof(
  fromPanel('getView'),
  fromPanel('signIn'),
  fromPanel('signOut'),
  fromPanel('lookAround'),
  fromPanel('checkNow'),
  fromPanel('confirmAccount'),
  fromPanel('collapse'),
  fromPanel('getEvidence'),
  fromPanel('answer', answer),
  fromPanel(
    'dock',
    fc.constantFrom('left', 'right').map((side) => ({ side })),
  ),
  ...['openStep', 'attest', 'withdrawAttestation'].map((name) =>
    fromPanel(name, fc.record({ stepId })),
  ),
  fromPanel('saveSettings', fc.constantFrom({ language: 'fr' }, { cloud: 'moon' })),
  fromFrame('hello', hello),
  fromFrame('report', report),
  fromFrame('expand'),
  fromFrame(
    'used',
    fc.constantFrom('update', 'save').map((actionId) => ({ revision: 1, actionId })),
  ),
  fc.constantFrom(500, 5_000, 45_000, 400_000).map((passMs) => ({ passMs })),
);

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(signIn).mockResolvedValue({ ok: true, account: ADMIN, scopes: [] });
  vi.mocked(getToken).mockResolvedValue({
    ok: true,
    accessToken: 'secret-token',
    scopes: ['User.Read'],
    account: ADMIN,
    expiresAt: '',
  });
  // As the tenant would: another answer, another verdict; a wait that ends some time later.
  vi.mocked(inquire).mockImplementation(async (_, { answers, nowMs }) => ({
    outcomes: {
      'account-exists': outcome(answers.integrationAccount ? 'done' : 'not-done'),
      'policy-settled': {
        ...outcome('in-progress'),
        status: 'in-progress',
        expectedBy: new Date(Math.ceil(nowMs / 300_000) * 300_000).toISOString(),
      },
    },
    looked: ['account-exists', 'policy-settled'],
    blind: {},
    findings: { 'GET /v1.0/me': { kind: 'answer', body: answers, observedAt: '' } },
    budget: { sentAtMs: {}, notBeforeMs: {}, heldMs: {} },
  }));
});
afterEach(() => {
  vi.useRealTimers();
});

test('a worker that is thrown away after every message answers and remembers as one that lives on', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (events) => {
      const alive = await play(events, false);
      const rebuilt = await play(events, true);
      expect(rebuilt.replies).toEqual(alive.replies);
      expect(rebuilt.stored).toEqual(alive.stored);
    }),
    { numRuns: 25, seed: 20_261_123 },
  );
});

const FRAME = { frameName: '', top: true, language: 'en-GB' };

test('what is compared is not empty: answers, statements, tabs and a check are remembered', async () => {
  const { stored } = await play(
    [
      { from: 'panel', tabId: 7, name: 'signIn', request: {} },
      { from: 'frame', tabId: 7, name: 'hello', request: { ...FRAME, url: HOME } },
      { from: 'panel', tabId: 7, name: 'attest', request: { stepId: 'consent-order' } },
    ],
    true,
  );

  expect(JSON.stringify(stored)).toMatch(/"attestation".*"frames"/s);
  expect(inquire).toHaveBeenCalled();
});

async function play(events: readonly Event[], isThrownAway: boolean) {
  fakeBrowser.reset();
  vi.setSystemTime(NOON_MS);
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1' } as never);
  vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockReturnValue(undefined);
  await fakeBrowser.storage.managed.set({ clientId: CLIENT_ID });
  worker.main();
  const replies: unknown[] = [];
  for (const one of events) {
    if (isThrownAway) die();
    if (isThrownAway) worker.main();
    await vi.advanceTimersByTimeAsync(1);
    replies.push(await carryOut(one));
  }
  const [local, session] = await Promise.all([
    fakeBrowser.storage.local.get('state'),
    fakeBrowser.storage.session.get('state'),
  ]);
  return { replies, stored: { local, session } };
}

/** Nothing of the worker is left: no listener, no timer. */
function die(): void {
  const nowMs = Date.now();
  vi.clearAllTimers();
  vi.setSystemTime(nowMs);
  for (const heard of [
    fakeBrowser.runtime.onMessage,
    fakeBrowser.alarms.onAlarm,
    fakeBrowser.tabs.onRemoved,
    fakeBrowser.tabs.onActivated,
    fakeBrowser.windows.onFocusChanged,
  ]) {
    heard.removeAllListeners();
  }
}

async function carryOut(event: Event): Promise<unknown> {
  if ('passMs' in event) {
    await vi.advanceTimersByTimeAsync(event.passMs);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'recheck' } as never);
    await vi.advanceTimersByTimeAsync(1);
    return undefined;
  }
  const { from, tabId: id, name, request } = event;
  const isPanel = from === 'panel';
  const sender = {
    id: fakeBrowser.runtime.id,
    url: isPanel ? fakeBrowser.runtime.getURL('/panel.html' as never) : HOME,
    tab: { id },
    frameId: isPanel ? 3 : 0,
    documentId: `document-${id}`,
  };
  const [reply] = await fakeBrowser.runtime.onMessage.trigger({ name, request }, sender as never);
  // What the worker began, it ends before it may be stopped.
  await vi.advanceTimersByTimeAsync(5);
  return reply;
}
