import type { PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import type { Act } from './actions.ts';
import { Blazes } from './Blazes.tsx';
import { IconButton } from './Button.tsx';
import { useGuide } from './guide-context.ts';
import { Logo } from './Logo.tsx';
import { Menu } from './Menu.tsx';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; act: Act }>;

/** Which guide, for whom, and how far. Never scrolls away. */
export function Header({ view, act }: Props) {
  const { say } = useSpeech();
  const guide = useGuide();
  return (
    <header class="head">
      <div class="bar">
        <Logo />
        <h1 tabIndex={-1}>{guide.title}</h1>
        <Menu view={view} act={act} />
        {view.surface.kind === 'docked' && (
          <IconButton
            action="collapse"
            icon="collapse"
            flip={view.surface.side === 'left'}
            label={say(words('panel.collapse'))}
            onPress={() => act({ name: 'collapse' })}
          />
        )}
      </div>
      <Identity view={view} act={act} />
      {view.started && <Blazes view={view} />}
    </header>
  );
}

function Identity({ view, act }: Props) {
  const { say } = useSpeech();
  const { signIn } = view;
  if (signIn.status !== 'signed-in') {
    return (
      <p class="ident">
        <span>{say(words(`identity.${signIn.status}`))}</span>
      </p>
    );
  }
  return (
    <div class="ident">
      <span>
        <b>
          <bdi>{signIn.tenantName ?? signIn.tenantId}</bdi>
        </b>
        <br />
        <bdi>{signIn.username}</bdi>
      </span>
      <button
        type="button"
        class="textlink"
        data-action="sign-out"
        onClick={() => act({ name: 'sign-out' })}
      >
        {say(words('sign-out.button'))}
      </button>
    </div>
  );
}
