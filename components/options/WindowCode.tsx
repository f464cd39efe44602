import { useState } from 'preact/hooks';
import { type Words, words } from '@/utils/domain/words.ts';
import { Said } from '../Said.tsx';
import { useSpeech } from '../speech.ts';
import type { OptionsAct } from './model.ts';

/**
 * Explains a code that Microsoft's window showed. Where an id or address is wrong, Microsoft leads
 * nobody back: the window is closed by hand, and only its reader knows what it said.
 */
export function WindowCode({ explain }: Pick<OptionsAct, 'explain'>) {
  const { say } = useSpeech();
  const [said, setSaid] = useState<Words>();
  return (
    <div class="field">
      <label for="field-code">{say(words('options.code'))}</label>
      <input
        id="field-code"
        name="code"
        spellcheck={false}
        autocomplete="off"
        dir="ltr"
        aria-describedby="field-code-hint"
        onInput={({ currentTarget }) => setSaid(explain(currentTarget.value))}
      />
      <small id="field-code-hint">{say(words('options.code.hint'))}</small>
      <p role="status">{said && <Said words={said} />}</p>
    </div>
  );
}
