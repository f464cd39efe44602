import type { ConditionalAccessPolicy, TenantState, User } from '../../tenant/state.ts';
import { badRequest } from '../answer.ts';
import {
  meansClient,
  meansDevice,
  meansLevel,
  meansPlatform,
  meansTarget,
  meansUser,
  part,
} from './conditions.ts';
import { isWithin } from './locations.ts';
import { parseQuestion, type SignInQuestion } from './request.ts';

type Test = (
  conditions: Readonly<Record<string, unknown>>,
  question: SignInQuestion,
  user: User,
  state: TenantState,
) => boolean;

function targetReason(question: SignInQuestion): string {
  if (question.userAction !== undefined) return 'userActions';
  return question.authenticationContext === undefined ? 'application' : 'authenticationContext';
}

/**
 * In the order in which What-If names reasons; only the first that fails is told. A condition the
 * question is silent about does not hold.
 */
const TESTS: readonly (readonly [string, Test])[] = [
  ['users', ({ users }, _, user, state) => meansUser(users, user, state)],
  ['target', ({ applications }, question) => meansTarget(applications, question)],
  [
    'devicePlatform',
    ({ platforms }, { conditions }) => meansPlatform(platforms, conditions.devicePlatform),
  ],
  [
    'clientApps',
    ({ clientAppTypes }, { conditions }) => meansClient(clientAppTypes, conditions.clientAppType),
  ],
  ['location', ({ locations }, { conditions }, _, state) => isWithin(locations, conditions, state)],
  [
    'signInRisk',
    ({ signInRiskLevels }, { conditions }) =>
      meansLevel(signInRiskLevels, conditions.signInRiskLevel),
  ],
  [
    'userRisk',
    ({ userRiskLevels }, { conditions }) => meansLevel(userRiskLevels, conditions.userRiskLevel),
  ],
  [
    'insiderRisk',
    ({ insiderRiskLevels }, { conditions }) =>
      meansLevel(insiderRiskLevels, conditions.insiderRiskLevel),
  ],
  [
    'authenticationFlow',
    ({ authenticationFlows }, { conditions }) =>
      meansLevel(
        part(authenticationFlows).transferMethods,
        conditions.authenticationFlow?.transferMethod,
      ),
  ],
  ['devices', ({ devices }) => meansDevice(devices)],
];

function findReason(
  policy: ConditionalAccessPolicy,
  question: SignInQuestion,
  user: User,
  state: TenantState,
): string {
  if (policy.state === 'disabled') return 'policyNotEnabled';
  const failed = TESTS.find(([, test]) => !test(policy.conditions, question, user, state));
  if (!failed) return 'notSet';
  return failed[0] === 'target' ? targetReason(question) : failed[0];
}

/**
 * What-If: every policy with whether it would apply and, if not, the first reason. As documented,
 * report-only policies come back as applying, and neither grants nor security defaults are weighed.
 *
 * @throws Refusal with status 400 for a malformed question or an unknown user.
 */
export function evaluate(
  body: Readonly<Record<string, unknown>>,
  state: TenantState,
): readonly unknown[] {
  const question = parseQuestion(body);
  const user = state.users.find(({ id }) => id === question.userId);
  if (!user) throw badRequest(`The user '${question.userId}' was not found.`);
  const results = state.policies.map((policy) => {
    const analysisReasons = findReason(policy, question, user, state);
    return { ...policy, policyApplies: analysisReasons === 'notSet', analysisReasons };
  });
  return results.filter(({ policyApplies }) => policyApplies || !question.appliedPoliciesOnly);
}
