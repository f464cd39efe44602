import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { admit, type Handlers, listen, type RawSender } from '@/utils/messaging/listen.ts';
import { type MessageName, PROTOCOL } from '@/utils/messaging/protocol.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('wxt/testing/fake-browser')).fakeBrowser,
}));

const own = { id: 'waymark-id', origin: 'chrome-extension://waymark-id/' };
const PORTAL = 'https://partner.microsoft.com/dashboard/home';

const docked: RawSender = {
  id: own.id,
  url: `${own.origin}panel.html`,
  frameId: 3,
  tab: { id: 7, url: PORTAL },
};
const sidePanel: RawSender = { id: own.id, url: `${own.origin}panel.html` };
const beacon: RawSender = { id: own.id, url: PORTAL, frameId: 0, tab: { id: 7, url: PORTAL } };

/** A request of the declared shape for every message. */
const REQUESTS: Readonly<Record<MessageName, unknown>> = {
  getView: {},
  signIn: {},
  signOut: {},
  lookAround: {},
  answer: { question: 'partnerTier', value: 'direct' },
  checkNow: {},
  openStep: { stepId: 'admin-agent' },
  showMe: { stepId: 'admin-agent' },
  openPage: { stepId: 'admin-agent' },
  bringIntoView: {},
  focusTarget: {},
  attest: { stepId: 'consent-order' },
  withdrawAttestation: { stepId: 'consent-order' },
  tellWhenReady: { stepId: 'policy-settled', hasAsked: true },
  tellNot: {},
  confirmAccount: {},
  dock: { side: 'left' },
  collapse: {},
  openOptions: {},
  openReport: {},
  openDiagnostics: {},
  setLanguage: { language: 'de' },
  getSettings: {},
  getInstallation: {},
  saveSettings: { cloud: 'global' },
  getEvidence: {},
  getDiagnostics: {},
  hello: { url: PORTAL, frameName: '', top: true, language: 'en' },
  equip: {},
  report: { revision: 1, sightings: [], visible: true },
  used: { revision: 1, actionId: 'save' },
  expand: {},
  beside: {},
};
const names = Object.keys(PROTOCOL) as MessageName[];
const pageNames = names.filter((name) => PROTOCOL[name].from === 'page');
const beaconNames = names.filter((name) => PROTOCOL[name].from === 'beacon');

function send(name: string, sender: RawSender, request: unknown = REQUESTS[name as MessageName]) {
  return admit({ name, request }, sender, own);
}

describe('a message of our own pages', () => {
  test.each(pageNames)('%s is taken from a page of ours, docked or not', (name) => {
    expect(send(name, docked)).toMatchObject({ name });
    expect(send(name, sidePanel)).toMatchObject({ name });
  });

  test.each(pageNames)('%s is refused from a content script', (name) => {
    expect(send(name, beacon)).toBeUndefined();
  });
});

describe('a message of a portal frame', () => {
  test.each(beaconNames)('%s is taken from our content script', (name) => {
    expect(send(name, beacon)).toMatchObject({ name });
  });

  test.each(beaconNames)('%s is refused from a page', (name) => {
    expect(send(name, docked)).toBeUndefined();
    expect(send(name, sidePanel)).toBeUndefined();
  });

  test.each(beaconNames)('%s is refused without a tab it could come from', (name) => {
    expect(send(name, { id: own.id, url: PORTAL })).toBeUndefined();
  });
});

describe('nothing is taken', () => {
  test.each(names)('%s: from another extension, or from nobody', (name) => {
    const home = PROTOCOL[name].from === 'page' ? docked : beacon;

    expect(send(name, { ...home, id: 'another-id' })).toBeUndefined();
    expect(send(name, { ...home, id: undefined })).toBeUndefined();
  });

  test('from an address that only begins like ours', () => {
    const lookAlike = { ...docked, url: 'chrome-extension://waymark-id.evil.com/panel.html' };

    expect(send('getEvidence', lookAlike)).toBeUndefined();
    expect(
      send('getEvidence', { ...docked, url: 'https://waymark-id/panel.html' }),
    ).toBeUndefined();
    expect(send('getEvidence', { id: own.id })).toBeUndefined();
  });

  test.each([['toString'], ['constructor'], ['__proto__'], ['hasOwnProperty'], ['nothing'], ['']])(
    'of the name "%s"',
    (name) => {
      expect(send(name, docked, {})).toBeUndefined();
      expect(send(name, beacon, {})).toBeUndefined();
    },
  );

  test.each([[null], [undefined], ['getView'], [42], [[]], [{}], [{ name: 4 }]])(
    'that is no envelope: %j',
    (message) => {
      expect(admit(message, docked, own)).toBeUndefined();
    },
  );
});

describe('a malformed request is refused', () => {
  test.each([
    ['openStep', {}],
    ['openStep', { stepId: '../../etc' }],
    ['openStep', { stepId: 'x'.repeat(65) }],
    ['answer', { question: 'password', value: 'x' }],
    ['answer', { question: 'partnerTier', value: 'x'.repeat(321) }],
    ['dock', { side: 'top' }],
    ['saveSettings', { cloud: 4 }],
  ])('%s %j', (name, request) => {
    expect(send(name, docked, request)).toBeUndefined();
  });

  test.each([
    ['hello', { url: PORTAL, frameName: '', top: true }],
    ['hello', { url: 'x'.repeat(4097), frameName: '', top: true, language: 'en' }],
    ['report', { revision: 1, sightings: 'many', visible: true }],
    ['report', { revision: 1, sightings: [], visible: true, account: 'megan@contoso.com' }],
    [
      'report',
      { revision: 1, sightings: Array(41).fill({ actionId: 'a', sighting: {} }), visible: true },
    ],
    ['used', { revision: 1, actionId: '<script>' }],
  ])('%s %j', (name, request) => {
    expect(send(name, beacon, request)).toBeUndefined();
  });

  test('and what nobody declared is not handed on', () => {
    const request = { stepId: 'admin-agent', token: 'secret' };

    expect(send('openStep', docked, request)).toEqual({
      name: 'openStep',
      request: { stepId: 'admin-agent' },
    });
  });
});

test('whoever sends whatever: only our own id and the right kind of place is ever admitted', {
  timeout: 20_000,
}, () => {
  const sender = fc.record(
    {
      id: fc.constantFrom(own.id, 'another-id', '', 'waymark-id '),
      url: fc.oneof(
        fc.constantFrom(`${own.origin}panel.html`, PORTAL, own.origin.slice(0, -1), 'about:blank'),
        fc.webUrl(),
      ),
      frameId: fc.nat(5),
      tab: fc.record({ id: fc.nat(9) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  const sound = fc.constantFrom(...names).map((name) => [name, REQUESTS[name]] as const);
  const odd = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.jsonValue());
  let admitted = 0;
  fc.assert(
    fc.property(fc.oneof(sound, odd), sender, ([name, request], sender) => {
      const message = admit({ name, request }, sender, own);
      if (!message) return;
      admitted += 1;
      const fromPage = sender.url?.startsWith(own.origin) === true;
      expect(sender.id).toBe(own.id);
      expect(PROTOCOL[message.name].from).toBe(fromPage ? 'page' : 'beacon');
      if (!fromPage) expect(sender.tab?.id).toBeTypeOf('number');
    }),
    { numRuns: 1500, seed: 365 },
  );
  expect(admitted).toBeGreaterThan(20);
});

test('an answer is never undefined: that is how a browser says that there was none', async () => {
  let hear: (message: unknown, sender: unknown) => unknown = () => undefined;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    hear = listener as typeof hear;
  });
  listen({ checkNow: async () => undefined } as Partial<Handlers> as Handlers);
  const page = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/panel.html') };

  expect(await hear({ name: 'checkNow', request: {} }, page)).toBeNull();
  expect(hear({ name: 'unheard-of', request: {} }, page)).toBeUndefined();
});
