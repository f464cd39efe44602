import type { SettingHealth } from '@/utils/domain/settings-report.ts';
import { type Words, words } from '@/utils/domain/words.ts';
import { Grid } from './Grid.tsx';
import { Mark, type MarkName } from './Mark.tsx';
import { useSpeech } from './speech.ts';

const COLUMNS = [
  'options.policy.key',
  'doctor.received',
  'options.policy.used',
  'options.policy.result',
];

type Made = SettingHealth['made'];

const LOOKS: Readonly<
  Record<Made, Readonly<{ mark: MarkName; tone: 'ok' | 'bad' | 'quiet'; said: string }>>
> = {
  taken: { mark: 'done-graph', tone: 'ok', said: 'doctor.taken' },
  rewritten: { mark: 'done-graph', tone: 'ok', said: 'doctor.rewritten' },
  part: { mark: 'regressed', tone: 'bad', said: 'doctor.part' },
  ignored: { mark: 'regressed', tone: 'bad', said: 'options.policy.not-used' },
  empty: { mark: 'not-applicable', tone: 'quiet', said: 'doctor.empty' },
  unset: { mark: 'not-applicable', tone: 'quiet', said: 'doctor.unset' },
};

/** Each setting: what came from the organisation, what applies and by whom, and why. */
export function SettingsTable({ settings }: Readonly<{ settings: readonly SettingHealth[] }>) {
  return (
    <div class="doctor">
      <Grid columns={COLUMNS} empty="diagnostics.no-settings">
        {settings.map((setting) => (
          <Row key={setting.name} setting={setting} />
        ))}
      </Grid>
    </div>
  );
}

function Row({ setting }: Readonly<{ setting: SettingHealth }>) {
  const { say } = useSpeech();
  const { name, made, because, by } = setting;
  const { mark, tone, said } = LOOKS[made];
  return (
    <tr data-setting={name} data-made={made}>
      <th scope="row" class="mono">
        {name}
      </th>
      <td data-label={say(words('doctor.received'))}>
        <Received setting={setting} />
      </td>
      <td data-label={say(words('options.policy.used'))}>
        <Applies setting={setting} />
        {by !== 'nobody' && <small>{say(words(`doctor.by.${by}`))}</small>}
      </td>
      <td>
        <span class={`is ${tone}`}>
          <Mark name={mark} tone={tone} />
          {say(words(said))}
        </span>
        {because && <Because because={because} />}
      </td>
    </tr>
  );
}

/** As JSON: blanks are to be seen, and a text `"1"` is not a number. */
function Received({ setting }: Readonly<{ setting: SettingHealth }>) {
  if (!('received' in setting)) return <Nothing />;
  return (
    <bdi class="mono" dir="ltr">
      {JSON.stringify(setting.received)}
    </bdi>
  );
}

function Applies({ setting: { applies } }: Readonly<{ setting: SettingHealth }>) {
  if (applies === undefined) return <Nothing />;
  return (
    <bdi class="mono" dir="ltr">
      {Array.isArray(applies) ? applies.join(', ') : String(applies)}
    </bdi>
  );
}

function Nothing() {
  const { say } = useSpeech();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="vh">{say(words('doctor.nothing'))}</span>
    </>
  );
}

function Because({ because }: Readonly<{ because: Words }>) {
  const { say } = useSpeech();
  return <small>{say(because)}</small>;
}
