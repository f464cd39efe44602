import type { Problem } from '@/utils/deployment/read-deployment.ts';
import { words } from '@/utils/domain/words.ts';
import { useSpeech } from '../../speech.ts';

type Props<Id extends string> = Readonly<{
  name: 'browsers' | 'platforms';
  choices: readonly Readonly<{ id: Id; title: string }>[];
  chosen: readonly Id[];
  wrong: Problem | undefined;
  onChange: (chosen: readonly Id[]) => void;
}>;

/** Some of a few, in the order they are offered in. */
export function Checks<Id extends string>({ name, choices, chosen, wrong, onChange }: Props<Id>) {
  const { say } = useSpeech();
  const toggled = (id: Id) =>
    choices.map((one) => one.id).filter((one) => (one === id) !== chosen.includes(one));
  return (
    <fieldset class="field">
      <legend>{say(words(`deploy.${name}`))}</legend>
      <div class="choices">
        {choices.map(({ id, title }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              name={name}
              value={id}
              checked={chosen.includes(id)}
              onChange={() => onChange(toggled(id))}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
      {wrong && <small class="error">{say(wrong.said)}</small>}
    </fieldset>
  );
}
