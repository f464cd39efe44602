import type { Diagnostics } from '@/utils/domain/diagnostics.ts';
import { words } from '@/utils/domain/words.ts';
import { InstallationFacts } from '../InstallationFacts.tsx';
import { SettingsTable } from '../SettingsTable.tsx';
import { useSpeech } from '../speech.ts';
import { Part } from './Part.tsx';

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
        <SettingsTable settings={found.settings} />
      </Part>
    </>
  );
}

function Facts({ found }: Props) {
  const { say, locale } = useSpeech();
  const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second' });
  const facts = [
    ['diagnostics.guide', found.guide],
    ['menu.language', found.language],
    ['options.cloud.title', found.cloud],
    ['diagnostics.sign-in', found.signIn],
    ['diagnostics.clock', seconds.format(Math.round(found.skewMs / 1000))],
  ] as const;
  return (
    <dl class="box pairs">
      <InstallationFacts found={found.installation} />
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
