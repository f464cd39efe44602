import type { Reason } from '@/utils/domain/outcome.ts';
import type { StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { Fact } from './Fact.tsx';
import { Said } from './Said.tsx';

/** Reasons for which a role or a licence is not named anywhere else on the card. */
const NAMES_NEEDS: readonly Reason[] = ['consent-required', 'licence-missing'];

/** What would let Waymark know: which permission buys what, before it is asked for, and what else. */
export function Needed({ known }: Readonly<{ known: StepView }>) {
  const { grant, needs = {}, reason, state } = known;
  if (state !== 'cannot-tell' || !reason || !NAMES_NEEDS.includes(reason)) return null;
  const { roles = [], licences = [] } = needs;
  return (
    <div class="needs">
      {grant && <Grant grant={grant} />}
      {roles.length > 0 && (
        <Fact icon="person">
          <Said words={words('needs.roles', { roles: roles.join(', ') })} />
        </Fact>
      )}
      {licences.length > 0 && (
        <Fact icon="info">
          <Said words={words('needs.licences', { licences: licences.join(', ') })} />
        </Fact>
      )}
    </div>
  );
}

/** The one permission that "Allow reading" asks for, what it shows, and who may give it. */
function Grant({ grant }: Readonly<{ grant: NonNullable<StepView['grant']> }>) {
  const { scope, adminConsent } = grant;
  return (
    <>
      <Fact icon="key" small={<span class="mono">{scope}</span>}>
        <Said words={words('grant.asks')} /> <Said words={words(`scope.${scope}`)} />
      </Fact>
      <Fact icon="shield">
        <Said words={words(adminConsent ? 'grant.admin' : 'grant.self')} />
      </Fact>
    </>
  );
}
