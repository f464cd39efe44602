import { words } from '@/utils/domain/words.ts';
import { LANGUAGES, nameOf } from '@/utils/i18n/languages.ts';
import { CopyButton } from '../CopyButton.tsx';
import { InstallationFacts } from '../InstallationFacts.tsx';
import { SettingsTable } from '../SettingsTable.tsx';
import { useSpeech } from '../speech.ts';
import { type OptionsAct, type OptionsModel, settingOf } from './model.ts';
import { Section } from './Section.tsx';

type Props = Readonly<{ model: OptionsModel; act: OptionsAct }>;

/** What the organisation set, what Waymark made of it, and how this copy came here. */
export function PolicySection({ model, act }: Props) {
  const { say } = useSpeech();
  const { settings, doctor } = model;
  const ignored = settings.settings.filter(({ because }) => because).length;
  const aside = ignored > 0 && say(words('options.policy.ignored', { count: ignored }));
  const nothing = settings.settings.every(({ made }) => made === 'unset');
  return (
    <Section id="policy" aside={aside}>
      <p>{say(words(nothing ? 'options.policy.none' : 'options.policy.lead'))}</p>
      <SettingsTable settings={settings.settings} />
      <p>{say(words('doctor.left-out'))}</p>
      <dl class="box pairs">
        <InstallationFacts found={doctor.installation} />
      </dl>
      <div class="actions">
        <CopyButton action="copy-doctor" label={say(words('doctor.copy'))} text={doctor.support} />
        <small class="remark">{say(words('doctor.copy.more'))}</small>
      </div>
      <Language model={model} act={act} />
    </Section>
  );
}

function Language({ model, act }: Props) {
  const { say } = useSpeech();
  const { value, fixed } = settingOf(model.settings, 'language');
  return (
    <div class="box">
      <div class="field">
        <label for="field-language">{say(words('menu.language'))}</label>
        <select
          id="field-language"
          value={value}
          disabled={fixed}
          onChange={(event) => act.save('language', event.currentTarget.value)}
        >
          <option value="">{say(words('options.language.browser'))}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {nameOf(language)}
            </option>
          ))}
        </select>
        {fixed && <small>{say(words('question.by-policy'))}</small>}
      </div>
    </div>
  );
}
