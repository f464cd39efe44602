import type { Answers, Watched } from './check.ts';
import type { Findings } from './read.ts';
import type { StepView } from './view.ts';

/**
 * All that a report shows and that judging again offline needs: what Graph answered, what the
 * administrator answered, and the verdicts reached. Directory data: for our own pages only.
 */
export type EvidenceReport = Readonly<{
  guideId: string;
  guideVersion: number;
  extensionVersion: string;
  /** When the tenant was last read, ISO 8601. */
  readAt: string;
  /** Who read it. */
  account?: Readonly<{ tenantId: string; userId: string; username: string; name?: string }>;
  /** Delegated permissions the token held at that time. */
  scopes: readonly string[];
  tenantName?: string;
  /** Verified domains, the default one first. */
  domains: readonly string[];
  answers: Answers;
  /** The tenant the organisation or the administrator fixed. */
  expectedTenantId?: string;
  watched: Watched;
  steps: readonly StepView[];
  findings: Findings;
}>;
