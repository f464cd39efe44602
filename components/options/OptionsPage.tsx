import type { ComponentChildren } from 'preact';
import { words } from '@/utils/domain/words.ts';
import { Icon } from '../Icon.tsx';
import { Logo } from '../Logo.tsx';
import { useSpeech } from '../speech.ts';
import { AppSection } from './AppSection.tsx';
import { CloudSection } from './CloudSection.tsx';
import { healthOf, type OptionsAct, type OptionsModel } from './model.ts';
import { PermissionsSection } from './PermissionsSection.tsx';
import { PolicySection } from './PolicySection.tsx';
import { Contents, Section } from './Section.tsx';
import { TestSection } from './TestSection.tsx';

type Props = Readonly<{
  model: OptionsModel;
  act: OptionsAct;
  /** The deployment form, or the way to it. */
  deployment?: ComponentChildren;
}>;

/** First-run set-up and, later, the place to see what applies and why. */
export function OptionsPage({ model, act, deployment }: Props) {
  const { say } = useSpeech();
  return (
    <div class="sheetpage">
      <header class="masthead">
        <Logo size={32} />
        <div>
          <h1>{say(words('options.title'))}</h1>
          <p>{say(words('options.lead'))}</p>
        </div>
      </header>
      <Contents health={healthOf(model)} />
      <main class="sections">
        <About />
        <CloudSection model={model} act={act} />
        <AppSection model={model} act={act} />
        <PermissionsSection model={model} act={act} />
        <TestSection model={model} act={act} />
        <PolicySection model={model} act={act} />
        <Section id="deployment">
          <p>{say(words('options.deployment.lead'))}</p>
          {deployment}
        </Section>
      </main>
    </div>
  );
}

const PROMISES = [
  { id: 'start.reads', icon: 'eye' },
  { id: 'start.stays', icon: 'lock' },
  { id: 'start.never', icon: 'cursor' },
] as const;

function About() {
  const { say } = useSpeech();
  return (
    <Section id="about">
      <ul class="box reads three">
        {PROMISES.map(({ id, icon }) => (
          <li key={id}>
            <Icon name={icon} />
            <p>
              {say(words(id))}
              <small>{say(words(`${id}.more`))}</small>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
