import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { ConditionalAccessPolicy, TenantState } from '../../tenant/state.ts';
import type { World } from '../../world.ts';

const Names = v.array(v.string());

/** What the policy blade's form holds. */
export const PolicyForm = v.object({
  displayName: v.pipe(v.string(), v.trim(), v.nonEmpty()),
  state: v.picklist(['enabled', 'disabled', 'enabledForReportingButNotEnforced']),
  includeUsers: Names,
  includeGroups: Names,
  includeRoles: Names,
  includeApplications: Names,
  builtInControls: v.array(v.picklist(['mfa', 'compliantDevice', 'domainJoinedDevice', 'block'])),
  signInFrequency: v.nullable(
    v.variant('interval', [
      v.object({ interval: v.literal('everyTime') }),
      v.object({
        interval: v.literal('timeBased'),
        value: v.number(),
        type: v.picklist(['hours', 'days']),
      }),
    ]),
  ),
});
export type PolicyForm = v.InferOutput<typeof PolicyForm>;

function conditionsOf(form: PolicyForm): Record<string, unknown> {
  return {
    userRiskLevels: [],
    signInRiskLevels: [],
    clientAppTypes: ['all'],
    servicePrincipalRiskLevels: [],
    platforms: null,
    locations: null,
    devices: null,
    clientApplications: null,
    applications: {
      includeApplications: form.includeApplications,
      excludeApplications: [],
      includeUserActions: [],
      includeAuthenticationContextClassReferences: [],
      applicationFilter: null,
    },
    users: {
      includeUsers: form.includeUsers,
      excludeUsers: [],
      includeGroups: form.includeGroups,
      excludeGroups: [],
      includeRoles: form.includeRoles,
      excludeRoles: [],
      includeGuestsOrExternalUsers: null,
      excludeGuestsOrExternalUsers: null,
    },
  };
}

function grantOf({ builtInControls }: PolicyForm): ConditionalAccessPolicy['grantControls'] {
  if (builtInControls.length === 0) return null;
  return {
    operator: 'OR',
    builtInControls,
    customAuthenticationFactors: [],
    termsOfUse: [],
    authenticationStrength: null,
  };
}

function sessionOf({ signInFrequency }: PolicyForm): ConditionalAccessPolicy['sessionControls'] {
  if (!signInFrequency) return null;
  const periodic = signInFrequency.interval === 'timeBased' ? signInFrequency : undefined;
  return {
    disableResilienceDefaults: null,
    applicationEnforcedRestrictions: null,
    cloudAppSecurity: null,
    persistentBrowser: null,
    signInFrequency: {
      value: periodic?.value ?? null,
      type: periodic?.type ?? null,
      authenticationType: 'primaryAndSecondaryAuthentication',
      frequencyInterval: signInFrequency.interval,
      isEnabled: true,
    },
  };
}

/** The policy as Graph v1.0 returns it, as if made now. */
export function policyFrom(form: PolicyForm, world: World): ConditionalAccessPolicy {
  return {
    id: randomUUID(),
    templateId: null,
    displayName: form.displayName,
    createdDateTime: world.clock.nowIso(),
    modifiedDateTime: null,
    state: form.state,
    conditions: conditionsOf(form),
    grantControls: grantOf(form),
    sessionControls: sessionOf(form),
  };
}

const ENTRA_P1_PLAN_ID = '41781fb2-bc02-4b7c-bd55-b576c07bb09d';

/** Why no policy can be on while security defaults are; the portal's wording, shortened. */
export const defaultsFirst =
  "It looks like you're about to manage your organization's security configurations. You must first disable security defaults before enabling a Conditional Access policy.";

/** Why the tenant cannot take this policy, or nothing. */
export function createProblem(state: TenantState, form: PolicyForm): string | undefined {
  const plans = state.skus.flatMap(({ servicePlans }) => servicePlans);
  const who = [...form.includeUsers, ...form.includeGroups, ...form.includeRoles];
  if (!plans.some(({ servicePlanId }) => servicePlanId === ENTRA_P1_PLAN_ID))
    return 'Create your own policies with Microsoft Entra ID P1 or P2.';
  if (state.securityDefaults) return defaultsFirst;
  if (who.length === 0) return 'Select the users that this policy applies to.';
  if (form.includeApplications.length === 0) return 'Select the resources this policy applies to.';
  if (form.builtInControls.length === 0 && !form.signInFrequency)
    return 'Select at least one access control.';
  return undefined;
}
