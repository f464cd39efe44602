import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

type Tab = Readonly<{ id: string; label: string; content: ComponentChildren }>;
type Props = Readonly<{ name: string; tabs: readonly [Tab, ...Tab[]] }>;

/** Tabs after the ARIA pattern: one stop for the keyboard, arrows between them. */
export function Tabs({ name, tabs }: Props) {
  const [chosen, setChosen] = useState(tabs[0].id);
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const by = event.key === forward ? 1 : event.key === back ? -1 : 0;
    if (by === 0) return;
    const index = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(index + by + tabs.length) % tabs.length] ?? tabs[0];
    setChosen(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  const open = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  return (
    <div class="tabbed">
      <div class="tabs" role="tablist" aria-label={name} ref={list} onKeyDown={move}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === chosen}
            aria-controls="tab-panel"
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => setChosen(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${open.id}`}>
        {open.content}
      </div>
    </div>
  );
}
