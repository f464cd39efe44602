import type { Guide, Step } from '../domain/guide.ts';
import type { Reason } from '../domain/outcome.ts';
import type { Portal } from '../domain/portal.ts';
import type { StepProgress } from '../domain/progress.ts';
import { toLocal } from '../domain/times.ts';
import type { PanelView, Pointing, SignInState, StepView } from '../domain/view.ts';
import { scopeToAsk } from '../graph/scopes.ts';
import { SETTINGS, type Settings } from '../policy/settings.ts';
import { pointingReport } from '../report/pointing-report.ts';
import { type State, type TenantState, tenantOf } from '../state/stored.ts';
import { currentStep, pageOfStep, stateOf } from './current-step.ts';
import { elsewhere } from './elsewhere.ts';
import { guardOf } from './guard.ts';
import { handOffLink } from './hand-off.ts';
import { linkTo, showsPassword } from './match-page.ts';
import { pointingOf } from './pointing.ts';

export type ViewScene = Readonly<{
  guide: Guide;
  portals: readonly Portal[];
  /** What the organisation fixed. */
  policy: Settings;
  /** Policy over the administrator's own settings. */
  settings: Settings;
  /** Of the extension. */
  version?: string;
}>;

/** Reasons for which the administrator's word cannot stand in: looking again will help. */
const PASSING: readonly Reason[] = [
  'signed-out',
  'offline',
  'throttled',
  'wrong-tenant',
  'not-measured-yet',
];

/**
 * All the panel shows. `tabId` is the tab the panel belongs to: the one it is docked in, or the
 * portal tab in front when it is the browser's side panel.
 */
export function buildView(
  state: State,
  scene: ViewScene,
  place: Readonly<{ tabId?: number; surface: PanelView['surface'] }>,
): PanelView {
  const { local, session } = state;
  const tenant = tenantOf(local);
  const current = currentStep(scene.guide, tenant.answers, tenant.progress, local.openStepId);
  const guard = guardOf(state, place.tabId, scene);
  const pointing = pointingOf(state, place.tabId, { ...scene, guard });
  const steps = scene.guide.steps.map((step) => {
    const shown = stepView(step, state, tenant, scene);
    return guard?.kind === 'wrong-tenant' ? elsewhere(step, shown, guard) : shown;
  });
  return {
    revision: session.revision,
    guideId: scene.guide.id,
    started: local.started,
    signIn: signInState(state, scene.settings),
    ...optional('signInProblem', session.signInProblem),
    answers: tenant.answers,
    fixedAnswers: fixedAnswers(scene.policy),
    steps,
    ...optional('currentStepId', local.started ? current?.id : undefined),
    ...optional('busy', session.busy),
    ...optional('checkedAt', tenant.checkedAt),
    ...optional('nextCheckAt', session.nextCheckAt && toLocal(session.nextCheckAt, session.skewMs)),
    ...optional('tellsOf', session.tellsOf),
    offline: session.offline,
    finished: steps.every((step) => step.state === 'done' || step.state === 'not-applicable'),
    ...optional('guard', guard),
    ...(showsPassword(addressIn(state, place.tabId), scene.portals)
      ? { showsPassword: true as const }
      : {}),
    pointing,
    ...optional('pointingReport', reportOf(pointing, place.tabId, state, scene)),
    ...optional('notice', session.notice),
    ...optional('language', scene.settings.language),
    ...optional('portalLanguage', portalLanguage(state, place.tabId)),
    surface: place.surface,
  };
}

function addressIn({ session }: State, tabId: number | undefined): string {
  return tabId === undefined ? '' : (session.tabs[tabId]?.frames[0]?.url ?? '');
}

function portalLanguage(state: State, tabId: number | undefined): string | undefined {
  const top = tabId === undefined ? undefined : state.session.tabs[tabId]?.frames[0];
  return top?.language || undefined;
}

function reportOf(
  pointing: Pointing,
  tabId: number | undefined,
  { local, session }: State,
  { guide, portals, version = 'unknown' }: ViewScene,
): string | undefined {
  const { answers, tenantName, domains } = tenantOf(local);
  const { integrationAccount } = answers;
  const personal = [
    ...[local.account?.username, integrationAccount].flatMap((name) => name?.split('@') ?? []),
    local.account?.name,
    tenantName,
    ...(domains ?? []),
  ].filter((name) => name !== undefined);
  const tab = tabId === undefined ? undefined : session.tabs[tabId];
  return pointingReport(pointing, tab, { guide, portals, version, personal });
}

function signInState(state: State, settings: Settings): SignInState {
  const { account } = state.local;
  if (state.session.signingIn) return { status: 'signing-in' };
  if (account) {
    const { tenantName } = tenantOf(state.local);
    const { username, tenantId } = account;
    return { status: 'signed-in', username, tenantId, ...optional('tenantName', tenantName) };
  }
  return { status: settings.clientId ? 'signed-out' : 'not-configured' };
}

function fixedAnswers(policy: Settings): ('partnerTier' | 'integrationAccount')[] {
  const names = ['partnerTier', 'integrationAccount'] as const;
  return names.filter((name) => name in SETTINGS && policy[name] !== undefined);
}

function stepView(step: Step, state: State, tenant: TenantState, scene: ViewScene): StepView {
  const progress = tenant.progress[step.id];
  const said = stateOf(step, tenant.answers, progress);
  const signedOut = !state.local.account;
  // Nothing is shown as known of a tenant nobody is signed in to, but the administrator's own word.
  const blind = signedOut && said.by !== 'admin' && said.state !== 'not-applicable';
  const shown = blind ? ({ state: 'cannot-tell' } as const) : said;
  const reason = reasonOf(step, progress, shown.state, signedOut);
  return {
    id: step.id,
    state: shown.state,
    ...optional('by', 'by' in shown ? shown.by : undefined),
    ...optional('reason', reason),
    ...(blind ? { notes: [], evidence: [] } : verdictOf(progress, state.session.skewMs)),
    ...optional('grant', reason === 'consent-required' ? grantOf(progress) : undefined),
    ...optional('lastKnown', lastKnownOf(shown.state, progress)),
    ...optional('attestation', progress?.attestation),
    attestable: isAttestable(step, shown.state, reason, progress),
    openable: isOpenable(step, progress, scene),
    showable: step.actions.length > 0,
    ...optional('handOff', handOffOf(step, tenant, scene)),
  };
}

function isOpenable(step: Step, progress: StepProgress | undefined, scene: ViewScene): boolean {
  const page = pageOfStep(step, progress);
  return page !== undefined && linkTo(page, scene.portals) !== undefined;
}

function handOffOf(step: Step, tenant: TenantState, scene: ViewScene): string | undefined {
  if (step.actor !== 'integration-account') return undefined;
  return handOffLink(scene.guide, step, tenant.answers, scene.portals);
}

function reasonOf(
  step: Step,
  progress: StepProgress | undefined,
  state: StepView['state'],
  signedOut: boolean,
): Reason | undefined {
  if (state !== 'cannot-tell') return undefined;
  if (signedOut) return 'signed-out';
  if (step.known.by !== 'graph' || !progress) return 'not-measured-yet';
  return progress.outcome.status === 'cannot-tell' ? progress.outcome.reason : 'not-measured-yet';
}

/** What the step asks for when the reader allows it; nothing where consent is not what is missing. */
export function grantOf(progress: StepProgress | undefined): StepView['grant'] {
  const outcome = progress?.outcome;
  if (outcome?.status !== 'cannot-tell' || outcome.reason !== 'consent-required') return undefined;
  const info = scopeToAsk(outcome.needs?.scopes ?? []);
  return info && { scope: info.scope, adminConsent: info.adminConsent };
}

/** @param skewMs How far Microsoft's clock is ahead: waits are shown by the reader's own. */
function verdictOf(progress: StepProgress | undefined, skewMs: number) {
  if (!progress || progress.checkedAt === '') return { notes: [], evidence: [] };
  const { outcome, since, checkedAt } = progress;
  const wait =
    outcome.status === 'in-progress' && outcome.expectedBy
      ? {
          expectedBy: toLocal(outcome.expectedBy, skewMs),
          ...optional('from', outcome.since && toLocal(outcome.since, skewMs)),
          ...optional('latestBy', outcome.latestBy && toLocal(outcome.latestBy, skewMs)),
        }
      : undefined;
  return {
    summary: outcome.summary,
    notes: outcome.notes ?? [],
    evidence: outcome.evidence,
    since,
    checkedAt,
    ...optional('fix', 'fix' in outcome ? outcome.fix : undefined),
    ...optional('needs', outcome.status === 'cannot-tell' ? outcome.needs : undefined),
    ...optional('wait', wait),
  };
}

function lastKnownOf(state: StepView['state'], progress: StepProgress | undefined) {
  const known = progress?.lastKnown;
  if (state !== 'cannot-tell' || !known || known.outcome.status === 'cannot-tell') return undefined;
  return { state: known.outcome.status, summary: known.outcome.summary, at: known.at };
}

function isAttestable(
  step: Step,
  state: StepView['state'],
  reason: Reason | undefined,
  progress: StepProgress | undefined,
): boolean {
  if (progress?.attestation || state === 'not-applicable') return false;
  if (step.known.by === 'admin') return true;
  return Boolean(step.attestable && state === 'cannot-tell' && reason && !PASSING.includes(reason));
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value & {} };
}
