import { framesIn } from '../diagnostics/frames.ts';
import { readsIn } from '../diagnostics/reads.ts';
import { scrub } from '../diagnostics/scrub.ts';
import type { Diagnostics } from '../domain/diagnostics.ts';
import { scopeStates, scopesFor } from '../graph/index.ts';
import { examineSettings } from '../policy/examine-settings.ts';
import { type State, tenantOf } from '../state/stored.ts';
import { type Background, settingsOf } from './background.ts';
import { readerLanguage } from './catalogues.ts';
import { installation } from './installation.ts';
import { viewOf } from './scene.ts';

/**
 * What a support case needs, scrubbed.
 *
 * @param tabId The portal tab whose controls are asked about.
 */
export async function diagnosticsOf(
  background: Background,
  tabId: number | undefined,
): Promise<Diagnostics> {
  const state = await background.store.read();
  return scrub(await rawDiagnostics(background, state, tabId), knownIn(state));
}

function knownIn({ local, session }: State) {
  const { tenantName, domains = [], answers } = tenantOf(local);
  const domain = answers.integrationAccount?.split('@')[1];
  return {
    ...(local.account ? { account: local.account } : {}),
    tenantName,
    domains: domain ? [...new Set([...domains, domain])] : domains,
    peopleIds: Object.keys(session.findings).flatMap(
      (key) => /\/users\/([^/?]+)/.exec(key)?.[1] ?? [],
    ),
  };
}

async function rawDiagnostics(
  background: Background,
  state: State,
  tabId: number | undefined,
): Promise<Diagnostics> {
  const { guide, portals, policy } = background;
  const [{ settings }, { received }, view] = await Promise.all([
    settingsOf(background),
    policy(),
    viewOf(background, state, { docked: false }),
  ]);
  const held = state.local.account ? state.session.scopes : undefined;
  const problem = view.signInProblem ? `, ${view.signInProblem.id}` : '';
  return {
    installation: await installation(),
    guide: `${guide.id} ${guide.version}`,
    language: readerLanguage(settings),
    cloud: settings.cloud ?? 'global',
    signIn: `${view.signIn.status}${problem}`,
    skewMs: state.session.skewMs,
    settings: examineSettings(received, state.local.settings, [guide.id]),
    permissions: scopeStates(scopesFor(settings.permissions ?? 'full'), held),
    steps: view.steps.map(({ id, state: now, reason, checkedAt }) => ({
      id,
      state: now,
      ...(reason ? { reason } : {}),
      ...(checkedAt ? { checkedAt } : {}),
    })),
    reads: readsIn(state.session.findings),
    frames: framesIn(tabId === undefined ? undefined : state.session.tabs[tabId], portals),
  };
}
