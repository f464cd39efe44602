import { useState } from 'preact/hooks';
import { words } from '@/utils/domain/words.ts';
import { useSpeech } from '../speech.ts';
import { Values } from '../Values.tsx';
import { Code } from './Code.tsx';
import {
  cloudOf,
  type Editable,
  isIdOrEmpty,
  type OptionsAct,
  type OptionsModel,
  settingOf,
} from './model.ts';
import { Section } from './Section.tsx';
import { azureCli, manifest, powerShell, type Registration } from './snippets.ts';
import { Tabs } from './Tabs.tsx';
import { TextInput } from './TextInput.tsx';

type Props = Readonly<{ model: OptionsModel; act: OptionsAct }>;

/** How to make the app registration that Waymark signs in through, and which one it is. */
export function AppSection({ model, act }: Props) {
  const { say } = useSpeech();
  const { chromium, firefox } = model.redirects;
  return (
    <Section id="app">
      <p>{say(words('options.app.lead'))}</p>
      <div class="box">
        <Recipes model={model} />
        <div>
          <h3 class="h3">{say(words('options.redirects'))}</h3>
          <Values
            rows={[
              { label: words('options.redirects.chromium'), value: chromium },
              { label: words('options.redirects.firefox'), value: firefox },
            ]}
          />
        </div>
      </div>
      <div class="box">
        <div class="fields">
          <IdField model={model} act={act} name="tenantId" />
          <IdField model={model} act={act} name="clientId" />
        </div>
      </div>
    </Section>
  );
}

function Recipes({ model }: Readonly<{ model: OptionsModel }>) {
  const { say } = useSpeech();
  const registration = {
    cloud: cloudOf(model.settings),
    redirects: Object.values(model.redirects),
    permissions: model.permissions,
  };
  return (
    <Tabs
      name={say(words('options.app.recipes'))}
      tabs={[
        {
          id: 'powershell',
          label: 'PowerShell',
          content: <Code text={powerShell(registration)} />,
        },
        { id: 'azure-cli', label: 'Azure CLI', content: <Code text={azureCli(registration)} /> },
        { id: 'manifest', label: 'JSON', content: <Manifest registration={registration} /> },
        { id: 'by-hand', label: say(words('options.app.by-hand')), content: <ByHand /> },
      ]}
    />
  );
}

function Manifest({ registration }: Readonly<{ registration: Registration }>) {
  const { say } = useSpeech();
  const isKnown = registration.cloud === 'global';
  return (
    <>
      <Code text={manifest(registration)} />
      <p>{say(words(isKnown ? 'options.app.manifest' : 'options.app.manifest.other-cloud'))}</p>
    </>
  );
}

const HAND_STEPS = 5;

function ByHand() {
  const { say } = useSpeech();
  return (
    <ol class="numbered">
      {Array.from({ length: HAND_STEPS }, (_, index) => (
        <li key={`hand-${index + 1}`}>{say(words(`options.app.hand.${index + 1}`))}</li>
      ))}
    </ol>
  );
}

type FieldProps = Props & Readonly<{ name: Extract<Editable, 'tenantId' | 'clientId'> }>;

function IdField({ model, act, name }: FieldProps) {
  const { say } = useSpeech();
  const { value, fixed } = settingOf(model.settings, name);
  const [wrong, setWrong] = useState(false);
  const id = `field-${name}`;
  const hint = fixed ? 'question.by-policy' : wrong ? 'options.id.wrong' : `options.${name}.hint`;
  return (
    <div class="field">
      <label for={id}>{say(words(`options.${name}`))}</label>
      <TextInput
        id={id}
        name={name}
        value={value}
        readOnly={fixed}
        dir="ltr"
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong ? 'true' : undefined}
        onChange={(given) => {
          setWrong(!isIdOrEmpty(given));
          if (isIdOrEmpty(given)) act.save(name, given);
        }}
      />
      <small id={`${id}-hint`} class={wrong ? 'error' : ''}>
        {say(words(hint))}
      </small>
    </div>
  );
}
