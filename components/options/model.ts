import type { Cloud } from '@/utils/domain/cloud.ts';
import type { Installation } from '@/utils/domain/installation.ts';
import type { SettingsReport } from '@/utils/domain/settings-report.ts';
import type { PanelView } from '@/utils/domain/view.ts';
import type { Words } from '@/utils/domain/words.ts';

/** One permission as the page shows it. */
export type Permission = Readonly<{
  scope: string;
  /** What an app manifest names it by. */
  id: string;
  /** Message id of what it is for. */
  reason: string;
  adminConsent: boolean;
  /** Unknown until somebody is signed in. */
  state: 'granted' | 'not-granted' | 'unknown';
}>;

/** What else a policy that has no effect is looked for in. */
export type Doctor = Readonly<{
  installation: Installation;
  /** The same and the settings as text, without anything that tells who or where. */
  support: string;
}>;

/** Everything the options page shows. */
export type OptionsModel = Readonly<{
  settings: SettingsReport;
  doctor: Doctor;
  view: PanelView;
  permissions: readonly Permission[];
  /** Redirect addresses, by browser family. */
  redirects: Readonly<{ chromium: string; firefox: string }>;
  /** Where an administrator consents for everyone; absent until the app is known. */
  consentLink?: string;
  testing: boolean;
}>;

/** The settings that can be changed on this page. */
export type Editable = 'tenantId' | 'clientId' | 'cloud' | 'permissions' | 'language';

export type OptionsAct = Readonly<{
  save: (name: Editable, value: string) => void;
  test: () => void;
  lookAround: () => void;
  /** Plain words for a code that Microsoft's window showed; `undefined` where none was given. */
  explain: (text: string) => Words | undefined;
}>;

/** A setting as it applies, and whether the organisation fixed it. */
export function settingOf(
  settings: SettingsReport,
  name: Editable,
): Readonly<{ value: string; fixed: boolean }> {
  const fixed = settings.policy[name];
  const value = fixed ?? settings.own[name];
  return { value: typeof value === 'string' ? value : '', fixed: fixed !== undefined };
}

export function cloudOf(settings: SettingsReport): Cloud {
  return (settingOf(settings, 'cloud').value || 'global') as Cloud;
}

/** Directory and application ids are GUIDs; an empty field takes the setting away. */
export function isIdOrEmpty(value: string): boolean {
  return /^$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value.trim());
}

function isAiling({ settings, doctor }: OptionsModel): boolean {
  const ignored = settings.settings.some(({ because }) => because);
  return ignored || doctor.installation.sites.some(({ allowed }) => !allowed);
}

export type Health = 'ok' | 'bad' | 'open';

/** One mark a section, for the table of contents. */
export function healthOf(model: OptionsModel): Readonly<Record<string, Health>> {
  const { settings, view, permissions } = model;
  const signedIn = view.signIn.status === 'signed-in';
  const missing = permissions.some((one) => one.state === 'not-granted');
  const client = settingOf(settings, 'clientId').value;
  return {
    cloud: 'ok',
    app: client ? 'ok' : 'open',
    permissions: signedIn ? (missing ? 'bad' : 'ok') : 'open',
    test: view.signInProblem ? 'bad' : signedIn ? 'ok' : 'open',
    policy: isAiling(model) ? 'bad' : 'ok',
  };
}
