import type { Step } from '@/utils/domain/guide.ts';
import type { PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; step: Step; act: Act }>;

/** Under a countdown: a switch for the notification at its end. */
export function TellMe({ view, step, act }: Props) {
  const { say } = useSpeech();
  const isOn = view.tellsOf === step.id;
  return (
    <label class="toggle">
      <input
        type="checkbox"
        data-action="tell-me"
        checked={isOn}
        onChange={() => act(isOn ? { name: 'tell-not' } : { name: 'tell-me', stepId: step.id })}
      />
      {say(words('tell.button'))}
    </label>
  );
}
