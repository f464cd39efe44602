import { badRequest } from '../answer.ts';

export type Conditions = Readonly<{
  devicePlatform?: string;
  clientAppType?: string;
  signInRiskLevel?: string;
  userRiskLevel?: string;
  insiderRiskLevel?: string;
  country?: string;
  ipAddress?: string;
  authenticationFlow?: Readonly<{ transferMethod?: string }>;
  deviceInfo?: Readonly<Record<string, unknown>>;
}>;

/** The sign-in a What-If asks about. */
export type SignInQuestion = Readonly<{
  userId: string;
  applications: readonly string[];
  userAction?: string;
  authenticationContext?: string;
  conditions: Conditions;
  appliedPoliciesOnly: boolean;
}>;

const RISKS = ['none', 'low', 'medium', 'high', 'hidden'];
/** Members of `signInConditions` with the values they take; empty: any text or object. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  devicePlatform: ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux', 'all'],
  clientAppType:
    'all browser mobileAppsAndDesktopClients exchangeActiveSync easSupported other'.split(' '),
  signInRiskLevel: RISKS,
  userRiskLevel: RISKS,
  servicePrincipalRiskLevel: RISKS,
  insiderRiskLevel: ['none', 'minor', 'moderate', 'elevated'],
  country: [],
  ipAddress: [],
  authenticationFlow: [],
  deviceInfo: [],
};

type Body = Readonly<Record<string, unknown>>;

function child(body: Body, name: string): Body {
  const value = body[name];
  if (typeof value === 'object' && value !== null) return value as Body;
  throw badRequest(`The required parameter '${name}' is missing or is not an object.`);
}

function parseConditions(conditions: Body): Conditions {
  for (const [name, value] of Object.entries(conditions)) {
    if (name.startsWith('@odata.') || value === null) continue;
    const allowed = MEMBERS[name];
    if (!allowed) {
      throw badRequest(`The property '${name}' does not exist on type 'signInConditions'.`);
    }
    if (allowed.length > 0 && !allowed.includes(String(value))) {
      throw badRequest(`Cannot convert the literal '${String(value)}' to the type of '${name}'.`);
    }
  }
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== null));
}

function parseContext(
  context: Body,
): Omit<SignInQuestion, 'userId' | 'conditions' | 'appliedPoliciesOnly'> {
  switch (context['@odata.type']) {
    case '#microsoft.graph.applicationContext':
      if (!Array.isArray(context.includeApplications)) break;
      return { applications: context.includeApplications.map(String) };
    case '#microsoft.graph.userActionContext':
      return { applications: [], userAction: String(context.userAction) };
    case '#microsoft.graph.authContext': {
      const authenticationContext = String(context.authenticationContextValue);
      return { applications: [], authenticationContext };
    }
  }
  throw badRequest("The property 'signInContext' is not of a type derived from 'signInContext'.");
}

/**
 * Reads the body of `evaluate`
 * (https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate).
 *
 * @throws Refusal with status 400 for anything the schema does not have.
 */
export function parseQuestion(body: Body): SignInQuestion {
  const identity = child(body, 'signInIdentity');
  if (identity['@odata.type'] !== '#microsoft.graph.userSignIn' || !identity.userId) {
    throw badRequest("The property 'signInIdentity' must be a 'userSignIn' with a userId.");
  }
  return {
    userId: String(identity.userId),
    ...parseContext(child(body, 'signInContext')),
    conditions: parseConditions(child(body, 'signInConditions')),
    appliedPoliciesOnly: body.appliedPoliciesOnly === true,
  };
}
