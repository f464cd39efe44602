import { BUILT_IN_STRENGTHS } from '../data/strengths.ts';
import type { Policy } from '../reads/policies.ts';
import { isBlank, members, texts, unknownMembers } from './json.ts';
import type { Grant, Tri } from './obstacles.ts';

const KNOWN = [
  'operator',
  'builtInControls',
  'customAuthenticationFactors',
  'termsOfUse',
  'authenticationStrength',
];

/**
 * What the grant controls force. With AND every control must be met, so one that is MFA is enough;
 * with OR the user may choose, so all must be. Custom factors and controls that Microsoft adds
 * later are never MFA (https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant).
 */
export function grantOf({ grantControls }: Policy): Grant {
  const controls = members(grantControls);
  if (texts(controls.builtInControls).includes('block')) return 'blocks';
  const ways = waysOf(controls);
  const all = String(controls.operator).toUpperCase() === 'AND' || ways.length === 1;
  if (all) {
    if (ways.includes('yes')) return 'mfa';
    return ways.includes('unsure') ? 'unsure' : 'none';
  }
  if (ways.every((way) => way === 'no')) return 'none';
  if (ways.includes('no')) return 'or';
  return ways.includes('unsure') ? 'unsure' : 'mfa';
}

/** Each control: is it MFA? */
function waysOf(controls: Readonly<Record<string, unknown>>): Tri[] {
  const builtIn = texts(controls.builtInControls).map(
    (name): Tri => (name === 'mfa' ? 'yes' : 'no'),
  );
  const others = [
    ...texts(controls.customAuthenticationFactors),
    ...texts(controls.termsOfUse),
    ...unknownMembers(controls, KNOWN),
  ].map((): Tri => 'no');
  const { authenticationStrength: strength } = controls;
  return [...builtIn, ...others, ...(isBlank(strength) ? [] : [strengthIsMfa(strength)])];
}

/** A custom strength counts by what it satisfies, a built-in one also by its id. */
function strengthIsMfa(strength: unknown): Tri {
  const { id, requirementsSatisfied } = members(strength);
  if (typeof requirementsSatisfied === 'string') {
    const satisfied = requirementsSatisfied.toLowerCase().split(',');
    return satisfied.some((one) => one.trim() === 'mfa') ? 'yes' : 'no';
  }
  return typeof id === 'string' && BUILT_IN_STRENGTHS.includes(id) ? 'yes' : 'unsure';
}
