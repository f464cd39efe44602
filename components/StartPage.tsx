import type { PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Button } from './Button.tsx';
import { useGuide } from './guide-context.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; act: Act }>;

const PROMISES: readonly Readonly<{ id: string; icon: IconName }>[] = [
  { id: 'reads', icon: 'eye' },
  { id: 'stays', icon: 'lock' },
  { id: 'never', icon: 'cursor' },
];

/** Before anything: what this is, what it reads, what it never does, and two ways on. */
export function StartPage({ view, act }: Props) {
  const { say } = useSpeech();
  const guide = useGuide();
  return (
    <div class="page">
      <div>
        <h2>{say(words('start.title'))}</h2>
        <p class="lead">{guide.purpose}</p>
      </div>
      <ul class="reads">
        {PROMISES.map(({ id, icon }) => (
          <li key={id}>
            <Icon name={icon} />
            <p>
              {say(words(`start.${id}`))}
              <small>{say(words(`start.${id}.more`))}</small>
            </p>
          </li>
        ))}
      </ul>
      <div class="stack">
        {/* After a sign-in that failed, the button stands beside the reason. */}
        {!view.signInProblem && <StartButton view={view} act={act} />}
        <Button action="look-around" wide onPress={() => act({ name: 'look-around' })}>
          {say(words('look-around.button'))}
        </Button>
      </div>
      {view.signIn.status !== 'not-configured' && (
        <div>
          <p class="line">{say(words('start.twice'))}</p>
          <p class="line">{say(words('start.consent'))}</p>
        </div>
      )}
      <div>
        <p class="h3">
          {say(words('start.extent', { count: guide.steps.length, minutes: guide.minutes }))}
        </p>
        <p class="line">{say(words('start.pause'))}</p>
      </div>
    </div>
  );
}

function StartButton({ view, act }: Props) {
  const { say } = useSpeech();
  const { status } = view.signIn;
  if (status === 'not-configured') {
    return (
      <Button action="options" kind="primary" wide onPress={() => act({ name: 'options' })}>
        {say(words('set-up.button'))}
      </Button>
    );
  }
  return (
    <Button
      action="sign-in"
      kind="primary"
      wide
      off={status === 'signing-in'}
      onPress={() => act({ name: 'sign-in' })}
    >
      {say(words(status === 'signing-in' ? 'sign-in.busy' : 'start.sign-in'))}
    </Button>
  );
}
