import type { PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { nearTime } from '@/utils/i18n/times.ts';
import type { Act } from './actions.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { isAboutAnswer, isPasswordOnShow } from './card-plan.ts';
import { OtherAccount, WrongTenant } from './GuardBanners.tsx';
import { Said } from './Said.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; act: Act }>;

/** What must be said before the steps, the gravest first. */
export function Banners({ view, act }: Props) {
  return (
    <>
      {view.guard?.kind === 'wrong-tenant' && (
        <WrongTenant view={view} guard={view.guard} act={act} />
      )}
      {view.guard && view.guard.kind !== 'wrong-tenant' && (
        <OtherAccount guard={view.guard} act={act} />
      )}
      {isPasswordOnShow(view) && <Password />}
      {view.signInProblem && <SignInProblem view={view} act={act} />}
      {view.notice && !isAboutAnswer(view.notice) && (
        <Banner id="notice" tone="plain" icon="infoLarge" title={<Said words={view.notice} />} />
      )}
      {view.offline && <Offline view={view} />}
      {view.started && !view.signInProblem && <LookingAround view={view} act={act} />}
    </>
  );
}

/** Said whatever step is open: Graph may have proved the account before its password was noted. */
function Password() {
  const { say } = useSpeech();
  return (
    <Banner id="password" tone="plain" icon="infoLarge" title={say(words('password.title'))}>
      <p>{say(words('password.body'))}</p>
    </Banner>
  );
}

function SignInProblem({ view, act }: Props) {
  const { say } = useSpeech();
  if (!view.signInProblem) return null;
  // Whoever is signed in and has a problem was asked to allow more.
  const asked = view.signIn.status === 'signed-in';
  return (
    <Banner
      id="sign-in-problem"
      tone="doubt"
      icon="warningLarge"
      title={say(words(asked ? 'grant.failed' : 'sign-in.failed'))}
      actions={
        <>
          {!asked && (
            <Button action="sign-in" kind="primary" onPress={() => act({ name: 'sign-in' })}>
              {say(words('sign-in.again'))}
            </Button>
          )}
          <Button action="options" onPress={() => act({ name: 'options' })}>
            {say(words('sign-in.check-set-up'))}
          </Button>
        </>
      }
    >
      <p>
        <Said words={view.signInProblem} />
      </p>
    </Banner>
  );
}

function Offline({ view }: Readonly<{ view: PanelView }>) {
  const { say, locale, now } = useSpeech();
  const time = view.checkedAt && nearTime(view.checkedAt, locale, now());
  return (
    <Banner id="offline" tone="plain" icon="offline" title={say(words('offline.title'))}>
      <p>{say(time ? words('offline.body', { time }) : words('offline.body.never'))}</p>
    </Banner>
  );
}

function LookingAround({ view, act }: Props) {
  const { say } = useSpeech();
  const { status } = view.signIn;
  if (status === 'signed-in') return null;
  const set = status !== 'not-configured';
  return (
    <Banner
      id="looking-around"
      tone="plain"
      icon="infoLarge"
      title={say(words('look-around.title'))}
      actions={
        <Button
          action={set ? 'sign-in' : 'options'}
          kind="primary"
          off={status === 'signing-in'}
          onPress={() => act({ name: set ? 'sign-in' : 'options' })}
        >
          {say(
            words(
              set ? (status === 'signing-in' ? 'sign-in.busy' : 'sign-in.button') : 'set-up.button',
            ),
          )}
        </Button>
      }
    >
      <p>{say(words('look-around.body'))}</p>
    </Banner>
  );
}
