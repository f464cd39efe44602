import type { Installation } from './installation.ts';
import type { Refusal } from './locator.ts';
import type { Reason } from './outcome.ts';
import type { SettingHealth } from './settings-report.ts';
import type { StepState } from './view.ts';

/** How one action's control was seen in a frame. */
export type ControlHealth = Readonly<{
  actionId: string;
  /** `pointing`: the ring stands there. `found`: it could. Otherwise why not. */
  seen: 'pointing' | 'found' | Refusal;
  /** Names of controls that came nearest, when it was not found. */
  nearest: readonly string[];
}>;

/** One frame of the portal page in the panel's tab. */
export type FrameHealth = Readonly<{
  frameId: number;
  /** Pages of our portals that the tab's address may be; none: a page the guides do not know. */
  pages: readonly string[];
  language: string;
  /** Absent until the frame has reported. */
  visible?: boolean;
  controls: readonly ControlHealth[];
}>;

/** One read of Microsoft Graph, as it ended. */
export type ReadHealth = Readonly<{
  request: string;
  /** `200`, `403 Authorization_RequestDenied`, `not sent: no permission`, … */
  result: string;
  ok: boolean;
  at: string;
  requestId?: string;
}>;

/**
 * What a support case needs, without personal data: sign-in names, domains, tenant and object ids
 * and names of people are pseudonyms before it leaves the background. Microsoft's request ids stay.
 */
export type Diagnostics = Readonly<{
  installation: Installation;
  guide: string;
  language: string;
  cloud: string;
  signIn: string;
  /** How far Microsoft's clock is ahead of this computer's, milliseconds. */
  skewMs: number;
  settings: readonly SettingHealth[];
  permissions: readonly Readonly<{ scope: string; state: 'granted' | 'not-granted' | 'unknown' }>[];
  steps: readonly Readonly<{ id: string; state: StepState; reason?: Reason; checkedAt?: string }>[];
  reads: readonly ReadHealth[];
  /** Of the portal tab in front, or the one used last. */
  frames: readonly FrameHealth[];
}>;
