import { useRef } from 'preact/hooks';
import type { PanelView } from '@/utils/domain/view.ts';
import { words } from '@/utils/domain/words.ts';
import { LANGUAGES, nameOf } from '@/utils/i18n/languages.ts';
import type { Act, PanelAction } from './actions.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { useSpeech } from './speech.ts';

type Props = Readonly<{ view: PanelView; act: Act }>;

/** What is seldom needed: report, settings, the other side, the language. Escape closes it. */
export function Menu({ view, act }: Props) {
  const { say, language } = useSpeech();
  const list = useRef<HTMLDivElement>(null);
  const choose = (action: PanelAction) => {
    list.current?.hidePopover?.();
    act(action);
  };
  const { surface } = view;
  const other = surface.kind === 'docked' && surface.side === 'left' ? 'right' : 'left';
  return (
    <>
      <button
        type="button"
        class="btn quiet icon"
        data-action="menu"
        aria-label={say(words('menu.name'))}
        title={say(words('menu.name'))}
        popovertarget="menu"
      >
        <Icon name="more" />
      </button>
      <div id="menu" class="menu" popover="auto" ref={list}>
        <Item icon="document" id="report" onPress={() => choose({ name: 'report' })} />
        <Item icon="settings" id="options" onPress={() => choose({ name: 'options' })} />
        <Item icon="wrench" id="diagnostics" onPress={() => choose({ name: 'diagnostics' })} />
        {surface.kind === 'docked' && (
          <Item icon="otherSide" id="dock" onPress={() => choose({ name: 'dock', side: other })} />
        )}
        <label>
          {say(words('menu.language'))}
          <select
            data-action="language"
            value={language}
            onChange={(event) => choose({ name: 'language', language: event.currentTarget.value })}
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

type ItemProps = Readonly<{
  icon: IconName;
  id: 'report' | 'options' | 'diagnostics' | 'dock';
  onPress: () => void;
}>;

function Item({ icon, id, onPress }: ItemProps) {
  const { say } = useSpeech();
  return (
    <button type="button" class="btn quiet" data-action={id} onClick={onPress}>
      <Icon name={icon} />
      {say(words(`menu.${id}`))}
    </button>
  );
}
