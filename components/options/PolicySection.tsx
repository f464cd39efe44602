import { words } from '@/utils/domain/words.ts';
import { LANGUAGES, nameOf } from '@/utils/i18n/languages.ts';
import { Mark } from '../Mark.tsx';
import { useSpeech } from '../speech.ts';
import { type OptionsAct, type OptionsModel, settingOf } from './model.ts';
import { Section } from './Section.tsx';

type Props = Readonly<{ model: OptionsModel; act: OptionsAct }>;

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What the organisation set, and what Waymark made of it. */
export function PolicySection({ model, act }: Props) {
  const { say } = useSpeech();
  const { policy, ignored } = model.settings;
  const aside =
    ignored.length > 0 && say(words('options.policy.ignored', { count: ignored.length }));
  const nothing = Object.keys(policy).length === 0 && ignored.length === 0;
  return (
    <Section id="policy" aside={aside}>
      <p>{say(words(nothing ? 'options.policy.none' : 'options.policy.lead'))}</p>
      {!nothing && <PolicyTable model={model} />}
      <Language model={model} act={act} />
    </Section>
  );
}

function PolicyTable({ model }: Readonly<{ model: OptionsModel }>) {
  const { say } = useSpeech();
  const { policy, ignored } = model.settings;
  return (
    <div class="box table">
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words('options.policy.key'))}</th>
            <th scope="col">{say(words('options.policy.value'))}</th>
            <th scope="col">{say(words('options.policy.result'))}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(policy).map(([name, value]) => (
            <tr key={name}>
              <th scope="row" class="mono">
                {name}
              </th>
              <td class="mono">{shown(value)}</td>
              <td>
                <span class="is ok">
                  <Mark name="done-graph" tone="ok" />
                  {say(words('options.policy.used'))}
                </span>
              </td>
            </tr>
          ))}
          {ignored.map(({ name, value, because }) => (
            <tr key={name}>
              <th scope="row" class="mono">
                {name}
              </th>
              <td class="mono">{shown(value)}</td>
              <td>
                <span class="is bad">
                  <Mark name="regressed" tone="bad" />
                  {say(words('options.policy.not-used'))}
                </span>
                <small lang="en">{because}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
