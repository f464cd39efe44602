import type { Guard, PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Banner, Pair } from './Banner.tsx';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; act: Act }>;
type WrongTenantProps = Props & Readonly<{ guard: Extract<Guard, { kind: 'wrong-tenant' }> }>;

/** The page belongs to another tenant than the guide: nothing may be changed or checked here. */
export function WrongTenant({ view, guard, act }: WrongTenantProps) {
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

/** Somebody else, or nobody knows who, is signed in where the integration account must be. */
export function OtherAccount({ guard, act }: AccountProps) {
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
