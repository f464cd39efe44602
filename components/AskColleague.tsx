import type { PanelView, StepView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { CopyButton } from './CopyButton.tsx';
import { useGuide } from './guide-context.ts';
import { Icon } from './Icon.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ title: string; known: StepView; view: PanelView }>;

/** A text to send to a colleague who can read or do what the reader cannot. */
export function AskColleague({ title, known, view }: Props) {
  const { say } = useSpeech();
  const { signIn } = view;
  const guide = useGuide().title;
  const signedIn = signIn.status === 'signed-in';
  const values = {
    step: title,
    tenant: signedIn ? (signIn.tenantName ?? signIn.tenantId) : '',
    roles: known.needs?.roles?.join(', ') ?? '',
  };
  const subject = say(words('ask.subject', values));
  const body = [
    say(words('ask.greeting', { guide })),
    say(words(signedIn ? 'ask.open' : 'ask.open.no-tenant', values)),
    ...(values.roles ? [say(words('ask.roles', values))] : []),
    say(words('ask.tell')),
  ];
  const text = body.join('\n\n');
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return (
    <>
      <div class="letter">
        {body.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div class="actions">
        <CopyButton action="copy-ask" kind="primary" label={say(words('ask.copy'))} text={text} />
        <a
          class="btn"
          data-action="mail-ask"
          href={`mailto:?${query}`}
          target="_blank"
          rel="noopener"
        >
          <Icon name="mail" />
          {say(words('ask.mail'))}
        </a>
      </div>
    </>
  );
}
