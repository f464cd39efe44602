import type { Guard, PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { nearTime } from '@/utils/i18n/times.ts';
import type { Act } from './actions.ts';
import { Banner, Pair } from './Banner.tsx';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { isAboutAnswer } from './card-plan.ts';
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
      {view.signInProblem && <SignInProblem view={view} act={act} />}
      {view.notice && !isAboutAnswer(view.notice) && (
        <Banner id="notice" tone="plain" icon="infoLarge" title={<Said words={view.notice} />} />
      )}
      {view.offline && <Offline view={view} />}
      {view.started && !view.signInProblem && <LookingAround view={view} act={act} />}
    </>
  );
}

type WrongTenantProps = Props & Readonly<{ guard: Extract<Guard, { kind: 'wrong-tenant' }> }>;

function WrongTenant({ view, guard, act }: WrongTenantProps) {
  const { say } = useSpeech();
  const open = view.steps.find((step) => step.id === view.currentStepId && step.openable);
  return (
    <Banner
      id="guard"
      tone="alarm"
      icon="warningLarge"
      title={say(words('guard.wrong-tenant'))}
      actions={
        open && (
          <Button
            action="open-page"
            icon="open"
            flip
            kind="primary"
            onPress={() => act({ name: 'open-page', stepId: open.id })}
          >
            {say(words('guard.right-tenant'))}
          </Button>
        )
      }
    >
      <p>{say(words('guard.wrong-tenant.body'))}</p>
      <Pair
        rows={[
          { label: say(words('guard.this-page')), value: guard.page },
          { label: say(words('guard.this-guide')), value: guard.guide },
        ]}
      />
    </Banner>
  );
}

type AccountProps = Readonly<{ guard: Exclude<Guard, { kind: 'wrong-tenant' }>; act: Act }>;

function OtherAccount({ guard, act }: AccountProps) {
  const { say } = useSpeech();
  const known = guard.kind === 'wrong-account';
  const page = known ? (guard.page ?? say(words('guard.other-account'))) : undefined;
  return (
    <Banner
      id="guard"
      tone={known ? 'alarm' : 'doubt'}
      icon="warningLarge"
      title={say(words(`guard.${guard.kind}`))}
      actions={
        <>
          <CopyButton
            action="copy-link"
            kind="primary"
            label={say(words('hand-off.copy'))}
            text={guard.link}
          />
          {!known && (
            <Button action="confirm-account" onPress={() => act({ name: 'confirm-account' })}>
              {say(words('guard.confirm-account'))}
            </Button>
          )}
        </>
      }
    >
      <p>{say(words(`guard.${guard.kind}.body`))}</p>
      <Pair
        rows={[
          ...(page ? [{ label: say(words('guard.this-page')), value: page }] : []),
          { label: say(words('guard.needed')), value: guard.needed },
        ]}
      />
    </Banner>
  );
}

function SignInProblem({ view, act }: Props) {
  const { say } = useSpeech();
  if (!view.signInProblem) return null;
  return (
    <Banner
      id="sign-in-problem"
      tone="doubt"
      icon="warningLarge"
      title={say(words('sign-in.failed'))}
      actions={
        <>
          <Button action="sign-in" kind="primary" onPress={() => act({ name: 'sign-in' })}>
            {say(words('sign-in.again'))}
          </Button>
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
