import { CLOUDS } from '@/utils/domain/cloud.ts';
import { words } from '@/utils/domain/words.ts';
import { useSpeech } from '../speech.ts';
import { cloudOf, type OptionsAct, type OptionsModel, settingOf } from './model.ts';
import { Section } from './Section.tsx';

type Props = Readonly<{ model: OptionsModel; act: OptionsAct }>;

/** Which Microsoft cloud the tenant lives in. */
export function CloudSection({ model, act }: Props) {
  const { say } = useSpeech();
  const { fixed } = settingOf(model.settings, 'cloud');
  const chosen = cloudOf(model.settings);
  return (
    <Section id="cloud" aside={fixed && say(words('question.by-policy'))}>
      <div class="choices" role="radiogroup" aria-labelledby="cloud-title">
        {CLOUDS.map((cloud) => (
          <label key={cloud} class="choice">
            <input
              type="radio"
              name="cloud"
              value={cloud}
              checked={cloud === chosen}
              disabled={fixed}
              onChange={() => act.save('cloud', cloud)}
            />
            <b>{say(words(`cloud.${cloud}`))}</b>
            <small>{say(words(`cloud.${cloud}.more`))}</small>
          </label>
        ))}
      </div>
    </Section>
  );
}
