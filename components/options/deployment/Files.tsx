import { useState } from 'preact/hooks';
import type { Artefact } from '@/utils/deployment/artefact.ts';
import { words } from '@/utils/domain/words.ts';
import { CopyButton } from '../../CopyButton.tsx';
import { useSpeech } from '../../speech.ts';

type Props = Readonly<{ files: readonly Artefact[] }>;

/** The files as they will be saved, one at a time. */
export function Files({ files }: Props) {
  const { say } = useSpeech();
  const [path, setPath] = useState('README.txt');
  const shown = files.find((file) => file.path === path) ?? files[0];
  return (
    <div class="box">
      <div>
        <h3 class="h3">{say(words('deploy.files'))}</h3>
        <p class="line">{say(words(shown ? 'deploy.files.lead' : 'deploy.files.wait'))}</p>
      </div>
      {shown && (
        <div class="field">
          <label for="deploy-file">{say(words('deploy.file'))}</label>
          <select
            id="deploy-file"
            value={shown.path}
            onChange={(event) => setPath(event.currentTarget.value)}
          >
            {files.map((file) => (
              <option key={file.path} value={file.path}>
                {file.path}
              </option>
            ))}
          </select>
          <textarea
            class="preview"
            aria-label={shown.path}
            value={shown.text}
            rows={16}
            dir="ltr"
            spellcheck={false}
            readOnly
          />
          <div class="actions">
            <CopyButton
              action="copy-file"
              small
              text={shown.text}
              label={say(words('copy.button'))}
            />
          </div>
        </div>
      )}
    </div>
  );
}
