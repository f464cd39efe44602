import type { Diagnostics } from '@/utils/domain/diagnostics.ts';
import { words } from '@/utils/domain/words.ts';
import { useSpeech } from '../speech.ts';
import { Grid, Part } from './Part.tsx';

type Props = Readonly<{ found: Diagnostics }>;

/** What runs here, and what was set by whom. */
export function Installation({ found }: Props) {
  const { say } = useSpeech();
  return (
    <>
      <Part id="installation" title={say(words('diagnostics.installation'))}>
        <Facts found={found} />
      </Part>
      <Part id="settings" title={say(words('menu.options'))}>
        <Settings found={found} />
      </Part>
    </>
  );
}

function Facts({ found }: Props) {
  const { say, locale } = useSpeech();
  const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second' });
  const facts = [
    ['diagnostics.version', found.version],
    ['diagnostics.guide', found.guide],
    ['diagnostics.browser', found.browser],
    ['menu.language', found.language],
    ['options.cloud.title', found.cloud],
    ['diagnostics.sign-in', found.signIn],
    ['diagnostics.clock', seconds.format(Math.round(found.skewMs / 1000))],
  ] as const;
  return (
    <dl class="box pairs">
      {facts.map(([id, value]) => (
        <div key={id}>
          <dt>{say(words(id))}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Settings({ found }: Props) {
  const { say } = useSpeech();
  const rows = [
    ...Object.entries(found.policy).map(([name, value]) => ({ name, value, by: 'by-policy' })),
    ...Object.entries(found.own)
      .filter(([name]) => !(name in found.policy))
      .map(([name, value]) => ({ name, value, by: 'by-you' })),
  ];
  return (
    <Grid
      columns={['options.policy.key', 'options.policy.value', 'diagnostics.set-by']}
      empty="diagnostics.no-settings"
    >
      {[
        ...rows.map(({ name, value, by }) => (
          <tr key={name}>
            <th scope="row" class="mono">
              {name}
            </th>
            <td class="mono">{value}</td>
            <td>{say(words(`diagnostics.${by}`))}</td>
          </tr>
        )),
        ...found.ignored.map(({ name, because }) => (
          <tr key={`ignored ${name}`}>
            <th scope="row" class="mono">
              {name}
            </th>
            <td lang="en">{because}</td>
            <td>{say(words('options.policy.not-used'))}</td>
          </tr>
        )),
      ]}
    </Grid>
  );
}
