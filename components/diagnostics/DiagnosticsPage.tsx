import type { Diagnostics } from '@/utils/domain/diagnostics.ts';
import { words } from '@/utils/domain/words.ts';
import { Button } from '../Button.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { Logo } from '../Logo.tsx';
import { useSpeech } from '../speech.ts';
import { Controls } from './Controls.tsx';
import { Installation } from './Installation.tsx';
import { Part } from './Part.tsx';
import { Permissions, Reads, Steps } from './Tables.tsx';

type Props = Readonly<{ found: Diagnostics; onAgain: () => void }>;

/** All that a support case needs on one page; what is shown is what is copied. */
export function DiagnosticsPage({ found, onAgain }: Props) {
  const { say } = useSpeech();
  return (
    <main class="sheetpage single">
      <header class="masthead">
        <Logo size={32} />
        <div>
          <h1>{say(words('diagnostics.title'))}</h1>
          <p>{say(words('diagnostics.lead'))}</p>
        </div>
      </header>
      <div class="actions">
        <CopyButton
          action="copy-diagnostics"
          kind="primary"
          label={say(words('diagnostics.copy'))}
          text={JSON.stringify(found, null, 2)}
        />
        <Button action="again" icon="sync" onPress={onAgain}>
          {say(words('diagnostics.again'))}
        </Button>
      </div>
      <div class="sections">
        <Part id="page" title={say(words('diagnostics.page'))}>
          <Controls frames={found.frames} />
        </Part>
        <Part id="reads" title={say(words('diagnostics.reads'))}>
          <Reads found={found} />
        </Part>
        <Part id="steps" title={say(words('diagnostics.steps'))}>
          <Steps found={found} />
        </Part>
        <Part id="permissions" title={say(words('options.permissions.title'))}>
          <Permissions found={found} />
        </Part>
        <Installation found={found} />
      </div>
    </main>
  );
}
