import { useState } from 'preact/hooks';
import { BROWSER_FACTS } from '@/utils/deployment/browsers.ts';
import { BROWSERS, PLATFORMS, type Platform } from '@/utils/deployment/deployment.ts';
import type { Problem } from '@/utils/deployment/read-deployment.ts';
import { words } from '@/utils/domain/words.ts';
import { SETTING_NAMES } from '@/utils/policy/settings.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import { useSpeech } from '../../speech.ts';
import { Checks } from './Checks.tsx';
import type { Draft } from './draft.ts';
import { Files } from './Files.tsx';
import type { DeploymentAct, DeploymentModel } from './model.ts';
import { SettingField } from './SettingField.tsx';
import { TextField } from './TextField.tsx';

const PLATFORM_TITLES: Readonly<Record<Platform, string>> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  'google-admin': 'Google Admin console',
};

const TEXTS = ['organisation', 'packages', 'extensionId'] as const;

type Props = Readonly<{ model: DeploymentModel; act: DeploymentAct }>;

/** One form for a whole team: what is filled in becomes files, which are looked at and saved. */
export function DeploymentForm({ model, act }: Props) {
  const { say } = useSpeech();
  const { draft, problems, files } = model;
  const [touched, setTouched] = useState<readonly string[]>([]);
  const [pressed, setPressed] = useState(false);
  const touch = (at: string) => setTouched((before) => [...before, at]);
  const form: Form = {
    draft,
    change: (at, part) => {
      touch(at);
      act.change({ ...draft, ...part });
    },
    wrong: (at) =>
      pressed || touched.includes(at) ? problems.find((one) => one.at === at) : undefined,
  };
  const load = (file: File) => {
    setPressed(true);
    act.load(file);
  };
  const download = () => {
    setPressed(true);
    if (files.length > 0) act.download();
  };
  return (
    <div class="deploy">
      <Load onLoad={load} />
      <Scope form={form} />
      <SettingsBox form={form} guideIds={model.guideIds} />
      <Files files={files} />
      {pressed && problems.length > 0 && <Problems problems={problems} />}
      <div class="actions">
        <Button action="deploy-download" icon="download" kind="primary" onPress={download}>
          {say(words('deploy.download'))}
        </Button>
      </div>
      <p class="line" role="status">
        {model.downloaded &&
          say(words('deploy.downloaded', { count: files.length, name: model.downloaded }))}
      </p>
    </div>
  );
}

/** The form as its fields see it. */
type Form = Readonly<{
  draft: Draft;
  change: (at: string, part: Partial<Draft>) => void;
  /** What is wrong with a field that somebody was at; nothing before that. */
  wrong: (at: string) => Problem | undefined;
}>;

function Load({ onLoad }: Readonly<{ onLoad: (file: File) => void }>) {
  const { say } = useSpeech();
  return (
    <div class="box">
      <div class="field">
        <label for="deploy-load">{say(words('deploy.load'))}</label>
        <input
          id="deploy-load"
          type="file"
          accept=".json,application/json"
          aria-describedby="deploy-load-hint"
          onChange={({ currentTarget: { files } }) => {
            if (files?.[0]) onLoad(files[0]);
          }}
        />
        <small id="deploy-load-hint">{say(words('deploy.load.hint'))}</small>
      </div>
    </div>
  );
}

/** Whose team it is, where the packages lie, and which browsers are managed through what. */
function Scope({ form: { draft, change, wrong } }: Readonly<{ form: Form }>) {
  const { say } = useSpeech();
  return (
    <div class="box">
      {TEXTS.map((name) => (
        <TextField
          key={name}
          name={name}
          value={draft[name]}
          wrong={wrong(name)}
          onChange={(value) => change(name, { [name]: value })}
        />
      ))}
      <Checks
        name="browsers"
        choices={BROWSERS.map((id) => ({ id, title: BROWSER_FACTS[id].title }))}
        chosen={draft.browsers}
        wrong={wrong('browsers')}
        onChange={(browsers) => change('browsers', { browsers })}
      />
      <Checks
        name="platforms"
        choices={PLATFORMS.map((id) => ({ id, title: PLATFORM_TITLES[id] }))}
        chosen={draft.platforms}
        wrong={wrong('platforms')}
        onChange={(platforms) => change('platforms', { platforms })}
      />
      <p class="line">{say(words('deploy.limits'))}</p>
    </div>
  );
}

type SettingsProps = Readonly<{ form: Form; guideIds: readonly string[] }>;

function SettingsBox({ form: { draft, change, wrong }, guideIds }: SettingsProps) {
  const { say } = useSpeech();
  return (
    <div class="box">
      <div>
        <h3 class="h3">{say(words('deploy.settings'))}</h3>
        <p class="line">{say(words('deploy.settings.lead'))}</p>
      </div>
      {SETTING_NAMES.map((name) => (
        <SettingField
          key={name}
          name={name}
          value={draft.settings[name] ?? ''}
          guideIds={guideIds}
          wrong={wrong(`settings.${name}`)}
          onChange={(value) =>
            change(`settings.${name}`, { settings: { ...draft.settings, [name]: value } })
          }
        />
      ))}
    </div>
  );
}

function Problems({ problems }: Readonly<{ problems: readonly Problem[] }>) {
  const { say } = useSpeech();
  return (
    <div role="alert">
      <Banner
        id="deploy-problems"
        tone="alarm"
        icon="warningLarge"
        title={say(words('deploy.incomplete'))}
      >
        <ul>
          {problems.map(({ at, said }) => (
            <li key={`${at} ${said.id}`}>
              <span class="mono">{at}</span> {say(said)}
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
