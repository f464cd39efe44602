import guide from '@/guides/work365-partner-center/guide.ts';
import type { LabelKey } from '@/simulator/portals/labels/labels.ts';
import type { Action, Step } from '@/utils/domain/guide.ts';
import type { SceneRole } from './page/spec.ts';

/**
 * A control of the guide that is looked for, by its real locator, and how a page would show it: by
 * the simulated portals' labels, which others wrote than the locators' translations.
 */
export type Subject = Readonly<{
  step: Step;
  action: Action;
  role: SceneRole;
  /** Absent: the words are the account's sign-in name. */
  label?: LabelKey;
  group?: LabelKey;
}>;

function subject(
  stepId: string,
  actionId: string,
  role: SceneRole,
  label?: LabelKey,
  group?: LabelKey,
): Subject {
  const step = guide.steps.find(({ id }) => id === stepId);
  const action = step?.actions.find(({ id }) => id === actionId);
  if (!step || !action) throw new Error(`The guide has no action "${stepId}/${actionId}".`);
  return { step, action, role, ...(label ? { label } : {}), ...(group ? { group } : {}) };
}

/** Controls of pages that are their tab's own document. */
export const TOP: readonly Subject[] = [
  subject('account-exists', 'add-user', 'button', 'addUser'),
  subject('account-exists', 'open-user-management', 'link', 'userManagement'),
  subject('account-exists', 'username', 'textbox', 'username'),
  subject('admin-agent', 'edit-user-admin-agent', 'checkbox', 'adminAgent', 'assists'),
  subject('account-exists', 'create-new-users', 'radio', 'createNewUsers'),
  subject('entra-licence', 'licences-tab', 'tab', 'licencesAndApps'),
  subject('account-exists', 'create-user-assists', 'checkbox', 'assists'),
  subject('account-exists', 'open-settings', 'button', 'settings'),
];

/** Controls of pages that lie in a frame of another origin. */
export const FRAMED: readonly Subject[] = [
  subject('mfa-required', 'new-policy', 'button', 'newPolicy'),
  subject('account-exists', 'entra-new-user', 'menuitem', 'newUser'),
  subject('mfa-required', 'per-user-account', 'row'),
  subject('account-exists', 'entra-upn', 'textbox', 'userPrincipalName'),
  subject('mfa-required', 'policy-every-time', 'radio', 'everyTime'),
  subject('mfa-required', 'manage-defaults', 'link', 'manageSecurityDefaults'),
  subject('mfa-required', 'defaults-disabled', 'option', 'defaultsDisabled'),
  subject('mfa-required', 'policy-require-mfa', 'checkbox', 'requireMfa'),
];
