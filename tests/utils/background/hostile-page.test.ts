import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Broadcast } from '@/utils/background/broadcast.ts';
import type { CheckRun } from '@/utils/background/check-run.ts';
import type { EndOfWait } from '@/utils/background/end-of-wait.ts';
import { handlersOf } from '@/utils/background/handlers.ts';
import type { Rechecks } from '@/utils/background/rechecks.ts';
import { type Handlers, listen } from '@/utils/messaging/listen.ts';
import { type MessageName, PROTOCOL } from '@/utils/messaging/protocol.ts';
import { type Local, tenantOf } from '@/utils/state/stored.ts';
import { aFrame, aState, INTEGRATION_ACCOUNT, NOON, NOON_MS, provedUpTo } from '../a-state.ts';
import { HOME } from '../guidance/scene.ts';
import { aBackground } from './a-background.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));
const auth = vi.hoisted(() => ({ signIn: vi.fn(), signOut: vi.fn(), getToken: vi.fn() }));
vi.mock('@/utils/auth/index.ts', () => auth);

const TAB = 7;
const NAMES = Object.keys(PROTOCOL) as MessageName[];

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([]);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined);
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB');
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([]);
});

/** A link of Waymark's own form, that names another account. */
const HAND_OFF = JSON.stringify({
  guide: 'work365-partner-center',
  step: 'mfa-proved',
  account: 'mallory@evil.example',
});

/** A background in the middle of a guide, and the browser's way to send it a message. */
function inTheMiddle() {
  const { background, state } = aBackground(
    aState({
      tenant: {
        answers: { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT },
        progress: provedUpTo('mfa-required'),
      },
      session: { lookedAt: NOON, tabs: { [TAB]: { frames: { 0: aFrame(HOME) } } } },
    }),
  );
  background.clock.now = () => NOON_MS;
  const run = vi.fn(async () => undefined);
  let hear: (message: unknown, sender: unknown) => unknown = () => undefined;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    hear = listener as typeof hear;
  });
  const handlers: Handlers = handlersOf({
    background,
    run: { run } as unknown as CheckRun,
    rechecks: {
      appoint: vi.fn(async () => undefined),
      arm: vi.fn(async () => undefined),
    } as unknown as Rechecks,
    broadcast: { sent: vi.fn() } as unknown as Broadcast,
    endOfWait: {} as unknown as EndOfWait,
  });
  listen(handlers);
  return { state, run, send: (message: unknown, sender: unknown) => hear(message, sender) };
}

/** All that proves, answers, allows or identifies. Left out: where the panel stands, when a control was used. */
function worth(local: Local): string {
  const { panels: _, tenants, ...rest } = local;
  const { watched: __, ...tenant } = tenantOf(local);
  return JSON.stringify({ ...rest, tenant, known: Object.keys(tenants) });
}

const stepId = fc.constantFrom('admin-agent', 'consent-order', 'mfa-proved', 'update', 'save');
const url = fc.oneof(
  fc.constantFrom(HOME, 'https://entra.microsoft.com/#home', 'https://evil.example/'),
  fc.constant(`${HOME}#${new URLSearchParams({ waymark: HAND_OFF })}`),
  fc.webUrl(),
);
/** Requests that fit, or nearly fit, some message; and anything at all. */
const request = fc.oneof(
  fc.record({ stepId }),
  fc.record({ question: fc.constant('integrationAccount'), value: fc.string() }),
  fc.record({ clientId: fc.uuid(), tenantId: fc.uuid(), cloud: fc.constant('china') }),
  fc.record({ url, frameName: fc.string(), top: fc.boolean(), language: fc.constant('en') }),
  fc.record({ revision: fc.nat(9), actionId: stepId }),
  fc.record({
    revision: fc.nat(9),
    sightings: fc.constant([]),
    visible: fc.boolean(),
    account: fc.constantFrom('same', 'other', 'unknown'),
    pointing: fc.record({ actionId: stepId, inView: fc.boolean(), tiny: fc.boolean() }),
  }),
  fc.jsonValue(),
);
const message = fc.record({ name: fc.oneof(fc.constantFrom(...NAMES), fc.string()), request });
const contentScript = fc.record({
  id: fc.constant('test-extension-id'),
  url,
  frameId: fc.nat(3),
  tab: fc.record({ id: fc.constantFrom(TAB, 8), url }),
});

test('whatever a content script says, nothing is proved, answered, set or signed in', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(message, contentScript), { minLength: 20, maxLength: 60 }),
      async (messages) => {
        const { state, send } = inTheMiddle();
        vi.spyOn(fakeBrowser.tabs, 'create').mockRejectedValue(new Error('opened a page'));
        const before = worth(state().local);
        for (const [said, sender] of messages) {
          const reply = send(said, sender);
          if (reply) taken += 1;
          await reply;
        }
        expect(worth(state().local)).toBe(before);
      },
    ),
    { numRuns: 60, seed: 365 },
  );
  expect(taken).toBeGreaterThan(20);
  for (const call of Object.values(auth)) expect(call).not.toHaveBeenCalled();
});
