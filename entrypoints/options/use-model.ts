import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  cloudOf,
  type OptionsModel,
  type Permission,
  settingOf,
} from '@/components/options/model.ts';
import { authorityOf } from '@/utils/domain/cloud.ts';
import type { Diagnostics } from '@/utils/domain/diagnostics.ts';
import type { SettingsReport } from '@/utils/domain/settings-report.ts';
import type { PanelView } from '@/utils/domain/view.ts';
import { SCOPES, scopeStates, scopesFor } from '@/utils/graph/scopes.ts';
import { ask, onChanged } from '@/utils/messaging/ask.ts';
import { redirects } from './redirects.ts';

type Loaded = Omit<OptionsModel, 'testing'>;

/**
 * What the page shows, asked for again whenever something changed. Answers may overtake one another:
 * what was asked for earlier never replaces what was asked for later.
 */
export function useModel(): Readonly<{ model: Loaded | undefined; reload: () => Promise<void> }> {
  const [model, setModel] = useState<Loaded>();
  const turns = useRef({ asked: 0, shown: 0 });
  const reload = useCallback(async () => {
    const turn = ++turns.current.asked;
    const loaded = await load();
    if (turn < turns.current.shown) return;
    turns.current.shown = turn;
    setModel(loaded);
  }, []);
  useEffect(() => {
    const quietly = () => void reload().catch(() => undefined);
    quietly();
    return onChanged(quietly);
  }, [reload]);
  return { model, reload };
}

async function load(): Promise<Loaded> {
  const [settings, view, evidence, installation, diagnostics] = await Promise.all([
    ask('getSettings', {}),
    ask('getView', {}),
    ask('getEvidence', {}),
    ask('getInstallation', {}),
    ask('getDiagnostics', {}),
  ]);
  const signedIn = view.signIn.status === 'signed-in' && evidence.scopes.length > 0;
  const link = consentLink(settings, view);
  return {
    settings,
    doctor: { installation, support: supportText(diagnostics) },
    view,
    permissions: permissionsOf(settings, signedIn ? evidence.scopes : undefined),
    redirects: redirects(),
    ...(link ? { consentLink: link } : {}),
  };
}

/** Of the diagnostics, which tell nothing of who or where, the parts a policy is judged by. */
function supportText({ installation, settings }: Diagnostics): string {
  return JSON.stringify({ installation, settings }, null, 2);
}

function permissionsOf(
  settings: SettingsReport,
  granted: readonly string[] | undefined,
): readonly Permission[] {
  const extent = settingOf(settings, 'permissions').value === 'basic' ? 'basic' : 'full';
  return scopeStates(scopesFor(extent), granted).flatMap(({ scope, state }) => {
    const info = SCOPES.find((one) => one.scope === scope);
    return info ? [{ ...info, state }] : [];
  });
}

/** https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
function consentLink(settings: SettingsReport, view: PanelView): string | undefined {
  const clientId = settingOf(settings, 'clientId').value;
  const { signIn } = view;
  const signedInTo = signIn.status === 'signed-in' ? signIn.tenantId : undefined;
  const tenantId = settingOf(settings, 'tenantId').value || signedInTo;
  if (!clientId) return undefined;
  const authority = authorityOf(cloudOf(settings), tenantId);
  return `${authority}/adminconsent?${new URLSearchParams({ client_id: clientId })}`;
}
