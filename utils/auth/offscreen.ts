import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { CLOUDS } from '../domain/cloud.ts';
import type { SignInHost } from './host.ts';
import type { AuthConfig } from './types.ts';

const PAGE = 'offscreen.html';

const config = v.object({
  clientId: v.string(),
  tenantId: v.optional(v.string()),
  cloud: v.picklist(CLOUDS),
});
const ask = v.object({
  config,
  scopes: v.array(v.string()),
  redirectUri: v.string(),
  loginHint: v.optional(v.string()),
  claims: v.optional(v.string()),
  fresh: v.optional(v.boolean()),
});

/** The host's calls as messages from the background to the offscreen document. */
const CALL = v.variant('call', [
  v.object({
    waymark: v.literal('auth'),
    call: v.literal('begin'),
    ask,
    prompt: v.picklist(['none', 'select_account', 'as-needed']),
  }),
  v.object({
    waymark: v.literal('auth'),
    call: v.literal('finish'),
    ask,
    answer: v.optional(v.string()),
  }),
  v.object({ waymark: v.literal('auth'), call: v.literal('silent'), ask }),
  v.object({ waymark: v.literal('auth'), call: v.literal('forget'), config }),
]);
type Call = v.InferOutput<typeof CALL>;

function answer(host: SignInHost, call: Call): Promise<unknown> {
  switch (call.call) {
    case 'begin':
      return host.begin(call.ask as never, call.prompt);
    case 'finish':
      return host.finish(call.ask as never, call.answer);
    case 'silent':
      return host.silent(call.ask as never);
    case 'forget':
      return host.forget(call.config as AuthConfig).then(() => null);
  }
}

/**
 * The call in a message, if it may be answered: from our own background. A content script's
 * messages carry a tab, and so do those of our pages in tabs and frames.
 */
export function admitCall(
  message: unknown,
  sender: Readonly<{ id?: string | undefined; tab?: unknown }>,
  ownId: string,
): Call | undefined {
  if (sender.id !== ownId || sender.tab !== undefined) return undefined;
  const call = v.safeParse(CALL, message);
  return call.success ? call.output : undefined;
}

/** Serves the sign-in library to the background. Runs in the offscreen document. */
export function serveSignIn(host: SignInHost): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const call = admitCall(message, sender, browser.runtime.id);
    return call ? answer(host, call) : undefined;
  });
}

/** A document that a worker opened just before it died may still be loading: asked so often. */
const TRIES = 10;
const PAUSE_MS = 100;

let opening: Promise<void> | undefined;

async function open(): Promise<void> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
  });
  if (contexts.length > 0) return;
  await chrome.offscreen
    .createDocument({
      url: PAGE,
      reasons: [chrome.offscreen.Reason.DOM_PARSER],
      justification: 'The Microsoft sign-in library needs a document; a service worker has none.',
    })
    .catch(unless(/single offscreen/i)); // One that an earlier worker was just opening.
}

function unless(known: RegExp): (error: unknown) => undefined {
  return (error) => {
    if (!known.test(String(error))) throw error;
    return undefined;
  };
}

async function call<Reply>(message: Call): Promise<Reply> {
  opening ??= open().finally(() => {
    opening = undefined;
  });
  await opening;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const asked: Promise<unknown> = browser.runtime.sendMessage(message);
    const reply = await asked.catch(unless(/receiving end does not exist/i));
    if (reply !== undefined) return reply as Reply;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('The sign-in document did not answer.');
}

/** The sign-in library in the offscreen document, which is opened when it is not there. */
export const offscreenHost: SignInHost = {
  begin: (given, prompt) => call({ waymark: 'auth', call: 'begin', ask: toAsk(given), prompt }),
  finish: (given, reply) =>
    call({ waymark: 'auth', call: 'finish', ask: toAsk(given), answer: reply }),
  silent: (given) => call({ waymark: 'auth', call: 'silent', ask: toAsk(given) }),
  forget: (given) => call({ waymark: 'auth', call: 'forget', config: { ...given } }),
};

function toAsk(given: Parameters<SignInHost['silent']>[0]): v.InferOutput<typeof ask> {
  return { ...given, scopes: [...given.scopes] };
}
