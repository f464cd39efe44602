import { useState } from 'preact/hooks';
import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { openScrubber } from '@/utils/report/pseudonyms.ts';
import { CopyButton } from './CopyButton.tsx';
import { evidenceText } from './evidence-text.ts';
import { useSpeech } from './speech.ts';

type Props = Readonly<{
  action: 'copy-evidence' | 'copy-support';
  label: string;
  kind?: 'primary' | 'plain';
  small?: boolean;
  title: string;
  known: StepView;
  view: PanelView;
}>;

/** Takes the names of people, tenant and domains out of a text, as far as the panel knows them. */
function hiderOf({ signIn, answers }: PanelView): (text: string) => string {
  const signedIn = signIn.status === 'signed-in' ? signIn : undefined;
  const upns = [signedIn?.username, answers.integrationAccount];
  return openScrubber({
    account: signedIn ? { tenantId: signedIn.tenantId } : {},
    tenantName: signedIn?.tenantName,
    domains: [...new Set(upns.flatMap((upn) => upn?.split('@')[1] ?? []))],
  });
}

/** Copies a step's evidence, without personal data until the reader asks for it. */
export function CopyEvidence({ action, label, kind, small, title, known, view }: Props) {
  const { say } = useSpeech();
  const [hidden, setHidden] = useState(true);
  const hide = hidden ? hiderOf(view) : (text: string) => text;
  return (
    <>
      <CopyButton
        action={action}
        label={label}
        kind={kind ?? 'plain'}
        small={small ?? false}
        text={evidenceText(title, known, say, hide)}
      />
      <label class="toggle">
        <input
          type="checkbox"
          data-action="hide-personal"
          checked={hidden}
          onChange={(event) => setHidden(event.currentTarget.checked)}
        />
        {say(words('copy.hide'))}
      </label>
    </>
  );
}
