import * as v from 'valibot';
import type { Read } from '@/utils/domain/read.ts';
import { PARTNER_CENTER_API } from '../data/apps.ts';
import { POLICY_READERS } from '../data/roles.ts';
import { PolicyBody } from './policies.ts';
import { collectionOf, text } from './shapes.ts';

const ResultBody = v.object({
  ...PolicyBody.entries,
  policyApplies: v.boolean(),
  analysisReasons: text,
});
const parseResults = collectionOf(ResultBody);
export type WhatIfResult = v.InferOutput<typeof ResultBody>;

export type Scene = Readonly<{
  clientAppType: string;
  devicePlatform: string;
  country: string;
  ipAddress: string;
  signInRiskLevel: string;
  userRiskLevel: string;
}>;

/**
 * Two sign-ins as different as can be, the stranger one first: a policy that leaves out either asks
 * only sometimes. Every condition is given, because What-If treats a missing one as "does not
 * apply". Addresses are of the ranges for documentation (RFC 5737), so that no named location holds
 * them.
 */
export const SCENES: readonly [Scene, Scene] = [
  {
    clientAppType: 'mobileAppsAndDesktopClients',
    devicePlatform: 'linux',
    country: 'ZA',
    ipAddress: '198.51.100.20',
    signInRiskLevel: 'none',
    userRiskLevel: 'none',
  },
  {
    clientAppType: 'browser',
    devicePlatform: 'windows',
    country: 'US',
    ipAddress: '203.0.113.10',
    signInRiskLevel: 'none',
    userRiskLevel: 'none',
  },
];

/**
 * Microsoft's own answer to "what applies when this user signs in to Partner Center like this".
 * https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate
 */
export function whatIfRead(userId: string, signInConditions: Scene): Read<WhatIfResult[]> {
  return {
    method: 'POST',
    version: 'v1.0',
    path: '/identity/conditionalAccess/evaluate',
    body: {
      signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId },
      signInContext: {
        '@odata.type': '#microsoft.graph.applicationContext',
        includeApplications: [PARTNER_CENTER_API],
      },
      signInConditions,
      appliedPoliciesOnly: false,
    },
    scopes: ['Policy.Read.ConditionalAccess', 'Policy.Read.All'],
    roles: POLICY_READERS,
    budget: 'conditional-access',
    derived: true,
    fields: Object.keys(ResultBody.entries),
    parse: parseResults,
  };
}
