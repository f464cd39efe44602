import { Refusal } from '../answer.ts';
import { BETA, BOTH, type Call, contextOf, type Endpoint } from '../endpoint.ts';
import { entityOf, listOf } from '../query.ts';
import { CONDITIONAL_ACCESS_READERS, METHOD_POLICY_READERS } from '../roles.ts';
import { listStrengths } from '../strengths.ts';
import { evaluate } from '../what-if/evaluate.ts';
import { methodsPolicy } from './methods-policy.ts';
import { findUser, requireBody } from './users.ts';

const DEFAULTS = {
  type: 'microsoft.graph.identitySecurityDefaultsEnforcementPolicy',
  context: 'policies/identitySecurityDefaultsEnforcementPolicy',
};
const POLICY = {
  type: 'microsoft.graph.conditionalAccessPolicy',
  context: 'identity/conditionalAccess/policies',
  filterable: { displayName: ['eq'], state: ['eq'], id: ['eq'] },
  pages: { usual: 100, most: 999 },
};
const LOCATION = {
  type: 'microsoft.graph.namedLocation',
  context: 'identity/conditionalAccess/namedLocations',
  pages: { usual: 100, most: 999 },
};
const STRENGTH = {
  type: 'microsoft.graph.authenticationStrengthPolicy',
  context: 'policies/authenticationStrengthPolicies',
};

function getSecurityDefaults(call: Call): unknown {
  const { '@odata.context': _, ...rest } = entityOf(
    call,
    {
      id: '00000000-0000-0000-0000-000000000005',
      displayName: 'Security Defaults',
      description:
        'Security defaults is a set of basic identity security mechanisms recommended by Microsoft.',
      isEnabled: call.state.securityDefaults,
    },
    DEFAULTS,
  ) as Record<string, unknown>;
  return { '@odata.context': contextOf(call, DEFAULTS.context), ...rest };
}

function getPolicy(call: Call): unknown {
  const policy = call.state.policies.find(({ id }) => id === call.params.id);
  if (policy) return entityOf(call, policy, POLICY);
  throw new Refusal(404, 'ResourceNotFound', `Policy ${call.params.id} does not exist.`);
}

function getStrength(call: Call): unknown {
  const strength = listStrengths(call.state).find(({ id }) => id === call.params.id);
  if (strength) return entityOf(call, strength, STRENGTH);
  throw new Refusal(404, 'ResourceNotFound', `Strength ${call.params.id} does not exist.`);
}

const BASE = { method: 'GET', versions: BOTH, family: 'policy' } as const;
const CONDITIONAL_ACCESS = {
  ...BASE,
  scopes: ['Policy.Read.All'],
  roles: CONDITIONAL_ACCESS_READERS,
  limit: 'conditional-access',
} as const;
const METHOD_POLICY = {
  ...BASE,
  scopes: ['Policy.Read.AuthenticationMethod', 'Policy.Read.All'],
  roles: [...METHOD_POLICY_READERS, ...CONDITIONAL_ACCESS_READERS],
} as const;

/** https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy and its neighbours */
export const POLICY_ENDPOINTS: readonly Endpoint[] = [
  {
    ...BASE,
    path: '/policies/identitySecurityDefaultsEnforcementPolicy',
    scopes: ['Policy.Read.All'],
    roles: CONDITIONAL_ACCESS_READERS,
    handle: getSecurityDefaults,
  },
  {
    ...CONDITIONAL_ACCESS,
    path: '/identity/conditionalAccess/policies',
    handle: (call) => listOf(call, call.state.policies, POLICY),
  },
  {
    ...CONDITIONAL_ACCESS,
    path: '/identity/conditionalAccess/policies/:id',
    handle: getPolicy,
  },
  {
    ...CONDITIONAL_ACCESS,
    path: '/identity/conditionalAccess/namedLocations',
    handle: (call) => listOf(call, call.state.namedLocations, LOCATION),
  },
  {
    ...CONDITIONAL_ACCESS,
    method: 'POST',
    path: '/identity/conditionalAccess/evaluate',
    scopes: ['Policy.Read.ConditionalAccess', 'Policy.Read.All'],
    handle: (call) => ({
      '@odata.context': contextOf(call, 'Collection(microsoft.graph.whatIfAnalysisResult)'),
      value: evaluate(requireBody(call), call.state),
    }),
  },
  {
    ...METHOD_POLICY,
    path: '/policies/authenticationStrengthPolicies',
    handle: (call) => listOf(call, listStrengths(call.state), STRENGTH),
  },
  { ...METHOD_POLICY, path: '/policies/authenticationStrengthPolicies/:id', handle: getStrength },
  { ...METHOD_POLICY, path: '/policies/authenticationMethodsPolicy', handle: methodsPolicy },
  {
    ...BASE,
    versions: BETA,
    path: '/users/:id/authentication/requirements',
    scopes: ['Policy.Read.All'],
    roles: METHOD_POLICY_READERS,
    handle: (call) => ({
      '@odata.context': contextOf(call, `users('${call.params.id}')/authentication/requirements`),
      perUserMfaState: findUser(call).perUserMfaState,
    }),
  },
];
