import { FABRIKAM, SKU } from '@/simulator/scenarios/ids.ts';
import type { TenantState } from '@/simulator/tenant/state.ts';
import type { EvidenceReport } from '@/utils/domain/evidence.ts';

/** What only Graph tells: no page of the simulation shows it. */
export const UNSEEN = ['zq-plan', 'zq-score'];
/** What pages show, too; ours may not. */
export const SHOWN = ['zq-tenant', 'zq-domain.example', 'zq-sku'];

/** Gives the tenant unmistakable texts, where they change no verdict. */
export function mark(truth: TenantState): void {
  truth.displayName = 'zq-tenant';
  truth.verifiedDomains.push({
    name: 'zq-domain.example',
    isDefault: false,
    isInitial: false,
    type: 'Managed',
  });
  for (const sku of truth.skus) {
    if (sku.skuId === SKU.dynamicsSales) sku.skuPartNumber = 'zq-sku';
    for (const plan of sku.servicePlans) plan.servicePlanName = 'zq-plan';
  }
  for (const requirement of truth.partnerSecurityRequirements) requirement.id = 'zq-score';
}

/** Directory text that may stand in nothing of ours. The account's name is the reader's own answer. */
export function directoryTexts(username: string, report: EvidenceReport): string[] {
  return [...UNSEEN, ...SHOWN, username, FABRIKAM.tenant, FABRIKAM.mira, ...requestIds(report)];
}

/** Under which Microsoft answered. */
export function requestIds({ findings, steps }: EvidenceReport): string[] {
  const all = JSON.stringify([findings, steps]).matchAll(/"requestId":"([^"]+)"/g);
  return [...new Set([...all].map(([, id = '']) => id))];
}
