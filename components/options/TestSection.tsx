import { type Words, words } from '@/utils/domain/words.ts';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { Said } from '../Said.tsx';
import { useSpeech } from '../speech.ts';
import { type Health, type OptionsAct, type OptionsModel, settingOf } from './model.ts';
import { HealthMark, Section } from './Section.tsx';
import { WindowCode } from './WindowCode.tsx';

type Props = Readonly<{ model: OptionsModel; act: OptionsAct }>;

type Result = Readonly<{ id: string; health: Health; said: Words }>;

/** What the test found, from near to far; nothing is said of what was not reached. */
function resultsOf(model: OptionsModel): readonly Result[] {
  const client = settingOf(model.settings, 'clientId').value;
  return [
    {
      id: 'client',
      health: client ? 'ok' : 'open',
      said: words(client ? 'options.test.client' : 'options.test.no-client'),
    },
    signInResult(model),
    ...readResults(model),
  ];
}

function signInResult({ view }: OptionsModel): Result {
  const { signIn } = view;
  if (signIn.status !== 'signed-in') {
    const health = view.signInProblem ? 'bad' : 'open';
    return { id: 'sign-in', health, said: words('options.test.not-signed-in') };
  }
  const values = { username: signIn.username, tenant: signIn.tenantName ?? signIn.tenantId };
  return { id: 'sign-in', health: 'ok', said: words('options.test.signed-in', values) };
}

function readResults({ view, permissions }: OptionsModel): readonly Result[] {
  if (view.signIn.status !== 'signed-in') {
    return [
      { id: 'permissions', health: 'open', said: words('options.test.permissions') },
      { id: 'read', health: 'open', said: words('options.test.not-read') },
    ];
  }
  const count = permissions.filter((one) => one.state === 'not-granted').length;
  const read = view.steps.some((step) => step.evidence.length > 0);
  return [
    count > 0
      ? { id: 'permissions', health: 'bad', said: words('options.test.missing', { count }) }
      : { id: 'permissions', health: 'ok', said: words('options.test.granted') },
    read
      ? { id: 'read', health: 'ok', said: words('options.test.read') }
      : { id: 'read', health: 'open', said: words('options.test.not-read') },
  ];
}

/** Signs in and reads once, and says how far it came. */
export function TestSection({ model, act }: Props) {
  const { say } = useSpeech();
  const { view, testing } = model;
  const ready = view.signIn.status !== 'not-configured';
  return (
    <Section id="test">
      <div class="box">
        <ul class="tests" aria-busy={testing}>
          {resultsOf(model).map(({ id, health, said }) => (
            <li key={id} class={health}>
              <HealthMark health={health} />
              <span>
                <Said words={said} />
              </span>
            </li>
          ))}
        </ul>
        {view.signInProblem && (
          <Banner
            id="sign-in-problem"
            tone="doubt"
            icon="warningLarge"
            title={say(words('sign-in.failed'))}
          >
            <p>
              <Said words={view.signInProblem} />
            </p>
            {view.signInProblem.id === 'sign-in.cancelled' && <WindowCode explain={act.explain} />}
          </Banner>
        )}
        <div class="actions">
          <Button
            action="test"
            icon="sync"
            kind="primary"
            iconClass={testing ? 'turn' : ''}
            off={testing || !ready}
            onPress={act.test}
          >
            {say(words(testing ? 'options.test.running' : 'options.test.button'))}
          </Button>
          <Button action="look-around" onPress={act.lookAround}>
            {say(words('look-around.button'))}
          </Button>
          <a
            class="btn"
            data-action="diagnostics"
            href="/diagnostics.html"
            target="_blank"
            rel="noopener"
          >
            <Icon name="wrench" />
            {say(words('diagnostics.title'))}
          </a>
        </div>
        <p class="line" role="status">
          {say(words(testing ? 'options.test.running' : 'options.test.lead'))}
        </p>
      </div>
    </Section>
  );
}
