import * as v from 'valibot';
import type { Diagnostics } from '../domain/diagnostics.ts';
import type { EvidenceReport } from '../domain/evidence.ts';
import type { Installation } from '../domain/installation.ts';
import type { Orders } from '../domain/orders.ts';
import type { SettingsReport } from '../domain/settings-report.ts';
import type { PanelView } from '../domain/view.ts';

/**
 * Every message to the background, by name: who may send it, and the shape of its request.
 *
 * `page`: an extension page (panel, options, report), wherever it is shown. `beacon`: our content
 * script in a portal frame. Content scripts run beside untrusted page code, so nothing they may
 * send or receive carries a token or directory data.
 */
const stepId = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z0-9-]+$/));
const short = v.pipe(v.string(), v.maxLength(320));

const refusal = v.picklist([
  'absent',
  'hidden',
  'covered',
  'disabled',
  'ambiguous',
  'other-page',
  'other-frame',
]);
const sighting = v.variant('status', [
  v.object({
    status: v.literal('found'),
    strategy: v.number(),
    inView: v.boolean(),
    tiny: v.boolean(),
  }),
  v.object({
    status: v.literal('missing'),
    refusal,
    nearest: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(5)),
  }),
]);

export const PROTOCOL = {
  /** The whole view, for a panel that opened or heard `changed`. */
  getView: {
    from: 'page',
    request: v.object({
      /** A docked panel that broadcasts do not reach asks to be told in its own frame. */
      deaf: v.optional(v.boolean()),
    }),
  },
  signIn: {
    from: 'page',
    request: v.object({ /** Ask for this step's permissions too. */ stepId: v.optional(stepId) }),
  },
  signOut: { from: 'page', request: v.object({}) },
  /** Shows the guide without signing in. */
  lookAround: { from: 'page', request: v.object({}) },
  answer: {
    from: 'page',
    request: v.object({
      question: v.picklist(['partnerTier', 'integrationAccount']),
      value: short,
    }),
  },
  /** Reads the tenant again. Resolves when the verdicts are stored. */
  checkNow: { from: 'page', request: v.object({}) },
  openStep: { from: 'page', request: v.object({ stepId }) },
  /** Points at the step's controls in the tab the panel belongs to. */
  showMe: { from: 'page', request: v.object({ stepId }) },
  /** Opens the step's page: in this tab when the panel is docked in it, else in a new one. */
  openPage: { from: 'page', request: v.object({ stepId }) },
  bringIntoView: { from: 'page', request: v.object({}) },
  /** Puts the keyboard focus on the ringed control, on the reader's explicit request. */
  focusTarget: { from: 'page', request: v.object({}) },
  attest: { from: 'page', request: v.object({ stepId }) },
  withdrawAttestation: { from: 'page', request: v.object({ stepId }) },
  /**
   * Tells the reader when the step's wait is over. `hasAsked`: the page could ask for the browser's
   * permission, and did.
   */
  tellWhenReady: { from: 'page', request: v.object({ stepId, hasAsked: v.boolean() }) },
  tellNot: { from: 'page', request: v.object({}) },
  /** The administrator says that the page in this tab shows the integration account. */
  confirmAccount: { from: 'page', request: v.object({}) },
  dock: { from: 'page', request: v.object({ side: v.picklist(['left', 'right']) }) },
  collapse: { from: 'page', request: v.object({}) },
  openOptions: { from: 'page', request: v.object({}) },
  openReport: { from: 'page', request: v.object({}) },
  openDiagnostics: { from: 'page', request: v.object({}) },
  setLanguage: {
    from: 'page',
    request: v.object({ language: v.pipe(v.string(), v.maxLength(16)) }),
  },
  /** Settings by who set them, for the options page and the policy doctor. */
  getSettings: { from: 'page', request: v.object({}) },
  /** How this copy came here and what the browser lets it do, for the policy doctor. */
  getInstallation: { from: 'page', request: v.object({}) },
  /** Stores what the administrator sets; an empty text removes a setting. */
  saveSettings: {
    from: 'page',
    request: v.object({
      tenantId: v.optional(short),
      clientId: v.optional(short),
      cloud: v.optional(short),
      permissions: v.optional(short),
      language: v.optional(short),
    }),
  },
  /** Everything a report or support case needs; directory data, so pages only. */
  getEvidence: { from: 'page', request: v.object({}) },
  /** What a support case needs, without personal data; of the portal tab in front or used last. */
  getDiagnostics: { from: 'page', request: v.object({}) },

  /** A portal frame came up or its address changed. Answered with its orders. */
  hello: {
    from: 'beacon',
    request: v.object({
      url: v.pipe(v.string(), v.maxLength(4096)),
      frameName: v.pipe(v.string(), v.maxLength(256)),
      top: v.boolean(),
      language: v.pipe(v.string(), v.maxLength(35)),
      /** Place among the top frame's children, or -1. */
      place: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1))),
      /** From a top frame: the places of those that cannot be seen. */
      hidden: v.optional(v.pipe(v.array(v.number()), v.maxLength(100))),
    }),
  },
  /** A frame has something to point at. Answered when locator and ring have joined its beacon. */
  equip: { from: 'beacon', request: v.object({}) },
  report: {
    from: 'beacon',
    request: v.object({
      revision: v.number(),
      pointing: v.optional(
        v.object({
          actionId: stepId,
          inView: v.boolean(),
          tiny: v.boolean(),
          strategy: v.optional(v.number()),
          near: v.optional(v.picklist(['left', 'right', 'both'])),
        }),
      ),
      sightings: v.pipe(v.array(v.object({ actionId: stepId, sighting })), v.maxLength(40)),
      visible: v.boolean(),
      account: v.optional(v.picklist(['same', 'other', 'unknown'])),
    }),
  },
  /** The ringed control was used: a reason to look again, never a proof. */
  used: { from: 'beacon', request: v.object({ revision: v.number(), actionId: stepId }) },
  /** The chip was pressed. */
  expand: { from: 'beacon', request: v.object({}) },
  /** The panel was pressed behind a dialog of the page: opens the browser's side panel. */
  beside: { from: 'beacon', request: v.object({}) },
} as const satisfies Record<string, { from: 'page' | 'beacon'; request: v.GenericSchema }>;

export type MessageName = keyof typeof PROTOCOL;
export type Request<Name extends MessageName> = v.InferOutput<(typeof PROTOCOL)[Name]['request']>;

/** What each message is answered with; a name not listed is answered with nothing. */
export type Replies = {
  getView: PanelView;
  hello: Orders;
  getEvidence: EvidenceReport;
  getDiagnostics: Diagnostics;
  getSettings: SettingsReport;
  getInstallation: Installation;
};
export type Reply<Name extends MessageName> = Name extends keyof Replies
  ? Replies[Name]
  : undefined;

/**
 * From the background, to extension pages and beacons alike: something changed, ask again. Carries
 * no data, so that it does not matter who hears it.
 */
export type Changed = Readonly<{ waymark: 'changed'; revision: number }>;

/** From the background to one frame's beacon. */
export type ToBeacon =
  /** Whether somebody hears it is all that is asked. */
  | Readonly<{ waymark: 'are-you-there' }>
  | Readonly<{ waymark: 'orders'; orders: Orders }>
  | Readonly<{ waymark: 'bring-into-view' }>
  | Readonly<{ waymark: 'focus-target' }>;
