import { browser } from 'wxt/browser';
import type { EvidenceReport } from '../domain/evidence.ts';
import { tenantOf } from '../state/stored.ts';
import { type Background, isoAt, settingsOf } from './background.ts';
import { viewOf } from './scene.ts';

/** Everything a report or a support case needs: verdicts, and the answers they were judged from. */
export async function evidenceOf(background: Background): Promise<EvidenceReport> {
  const state = await background.store.read();
  const tenant = tenantOf(state.local);
  const view = await viewOf(background, state, { docked: false });
  const { account } = state.local;
  const { settings } = await settingsOf(background);
  return {
    guideId: background.guide.id,
    guideVersion: background.guide.version,
    extensionVersion: browser.runtime.getManifest().version,
    readAt: state.session.glancedAt ?? tenant.checkedAt ?? isoAt(background.clock.now()),
    answers: tenant.answers,
    watched: tenant.watched,
    ...(settings.tenantId ? { expectedTenantId: settings.tenantId } : {}),
    ...(account ? { account } : {}),
    ...(tenant.tenantName ? { tenantName: tenant.tenantName } : {}),
    scopes: state.session.scopes ?? [],
    domains: tenant.domains ?? [],
    steps: view.steps,
    findings: state.session.findings,
  };
}
