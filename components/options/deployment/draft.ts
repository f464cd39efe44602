import {
  BROWSERS,
  type Browser,
  type Deployment,
  PLATFORMS,
  type Platform,
} from '@/utils/deployment/deployment.ts';
import { isSettingName, type SettingName } from '@/utils/policy/settings.ts';

/** The form as it stands, right or wrong. An empty text or list is “not set”. */
export type Draft = Readonly<{
  organisation: string;
  packages: string;
  extensionId: string;
  browsers: readonly Browser[];
  platforms: readonly Platform[];
  settings: Readonly<Partial<Record<SettingName, string | readonly string[]>>>;
}>;

/** A form filled with what applies in this very browser. */
export function newDraft(extensionId: string, settings: Readonly<Record<string, unknown>>): Draft {
  const known = Object.entries(settings).filter(([name]) => isSettingName(name));
  return {
    organisation: '',
    packages: '',
    extensionId,
    browsers: BROWSERS,
    platforms: PLATFORMS,
    settings: Object.fromEntries(known) as Draft['settings'],
  };
}

export function draftOf(deployment: Deployment): Draft {
  return { ...deployment };
}

/** The configuration a form stands for, as `team.json` holds it: an empty text is left out. */
export function configurationOf(draft: Draft): unknown {
  const filled = Object.entries(draft).filter(([, value]) => value !== '');
  const settings = Object.entries(draft.settings).filter(([, value]) => value.length > 0);
  return { ...Object.fromEntries(filled), settings: Object.fromEntries(settings) };
}
