import type { Problem } from '@/utils/deployment/read-deployment.ts';
import { words } from '@/utils/domain/words.ts';
import { useSpeech } from '../../speech.ts';
import { TextInput } from '../TextInput.tsx';

type Props = Readonly<{
  name: 'organisation' | 'packages' | 'extensionId';
  value: string;
  wrong: Problem | undefined;
  onChange: (value: string) => void;
}>;

/** One line of text with what it is for, or what is wrong with it. */
export function TextField({ name, value, wrong, onChange }: Props) {
  const { say } = useSpeech();
  const id = `deploy-${name}`;
  return (
    <div class="field">
      <label for={id}>{say(words(`deploy.${name}`))}</label>
      <TextInput
        id={id}
        name={name}
        value={value}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong ? 'true' : undefined}
        onChange={onChange}
      />
      <small id={`${id}-hint`} class={wrong ? 'error' : ''}>
        {say(wrong ? wrong.said : words(`deploy.${name}.hint`))}
      </small>
    </div>
  );
}
