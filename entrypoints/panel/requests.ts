import type { PanelAction } from '@/components/actions.ts';
import { ask } from '@/utils/messaging/ask.ts';
import { askToNotify } from '@/utils/messaging/may-notify.ts';

type ActionName = PanelAction['name'];
type Requests = Readonly<{
  [Name in ActionName]: (action: Extract<PanelAction, { name: Name }>) => Promise<unknown>;
}>;

/** Which message carries out what a reader asked for. */
const REQUESTS: Requests = {
  'look-around': () => ask('lookAround', {}),
  'sign-in': () => ask('signIn', {}),
  'sign-out': () => ask('signOut', {}),
  'check-now': () => ask('checkNow', {}),
  'bring-into-view': () => ask('bringIntoView', {}),
  'focus-target': () => ask('focusTarget', {}),
  'confirm-account': () => ask('confirmAccount', {}),
  collapse: () => ask('collapse', {}),
  options: () => ask('openOptions', {}),
  report: () => ask('openReport', {}),
  diagnostics: () => ask('openDiagnostics', {}),
  'open-step': ({ stepId }) => ask('openStep', { stepId }),
  'show-me': ({ stepId }) => ask('showMe', { stepId }),
  'open-page': ({ stepId }) => ask('openPage', { stepId }),
  attest: ({ stepId }) => ask('attest', { stepId }),
  withdraw: ({ stepId }) => ask('withdrawAttestation', { stepId }),
  grant: ({ stepId }) => ask('signIn', { stepId }),
  'tell-me': async ({ stepId }) => ask('tellWhenReady', { stepId, hasAsked: await askToNotify() }),
  'tell-not': () => ask('tellNot', {}),
  answer: ({ question, value }) => ask('answer', { question, value }),
  dock: ({ side }) => ask('dock', { side }),
  language: ({ language }) => ask('setLanguage', { language }),
};

/** Asks the background to carry out one action; rejects when it could not. */
export function request(action: PanelAction): Promise<unknown> {
  const send = REQUESTS[action.name] as (asked: PanelAction) => Promise<unknown>;
  return send(action);
}
