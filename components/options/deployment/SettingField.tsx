import type { Problem } from '@/utils/deployment/read-deployment.ts';
import { words } from '@/utils/domain/words.ts';
import { declared, type SettingName } from '@/utils/policy/settings.ts';
import { useSpeech } from '../../speech.ts';
import { TextInput } from '../TextInput.tsx';

type Value = string | readonly string[];
type Props = Readonly<{
  name: SettingName;
  value: Value;
  guideIds: readonly string[];
  wrong: Problem | undefined;
  onChange: (value: Value) => void;
}>;

/** One setting as it is declared: chosen where there are values to choose from, else typed. */
export function SettingField(props: Props) {
  const { say } = useSpeech();
  const { name, wrong } = props;
  const id = `deploy-setting-${name}`;
  const unset = declared(name).default;
  return (
    <div class="field setting">
      <label for={id}>
        {say(words(`setting.${name}`))} <code class="mono">{name}</code>
      </label>
      <Control {...props} id={id} />
      <small id={`${id}-hint`} class={wrong ? 'error' : ''}>
        {say(wrong ? wrong.said : words(`setting.${name}.more`))}
        {unset && !wrong && ` ${say(words('deploy.default', { value: unset }))}`}
      </small>
    </div>
  );
}

function Control({ name, value, guideIds, wrong, onChange, id }: Props & Readonly<{ id: string }>) {
  const { say } = useSpeech();
  const { type, values, offered, example } = declared(name);
  const choices = type === 'array' ? guideIds : (values ?? offered);
  const shared = {
    id,
    name,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': wrong ? ('true' as const) : undefined,
  };
  if (!choices) {
    return (
      <TextInput
        {...shared}
        value={String(value)}
        placeholder={example}
        dir="ltr"
        onChange={onChange}
      />
    );
  }
  const chosen = typeof value === 'string' ? value : (value[0] ?? '');
  return (
    <select
      {...shared}
      value={chosen}
      onChange={({ currentTarget: { value: now } }) =>
        onChange(type === 'array' ? listOf(now) : now)
      }
    >
      <option value="">{say(words('deploy.unset'))}</option>
      {choices.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}

function listOf(value: string): readonly string[] {
  return value === '' ? [] : [value];
}
