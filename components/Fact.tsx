import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

type FactProps = Readonly<{
  icon: IconName;
  children: ComponentChildren;
  small?: ComponentChildren;
  flip?: boolean;
}>;

/** One thing worth knowing, beside its drawing. */
export function Fact({ icon, children, small, flip = false }: FactProps) {
  return (
    <div class="fact">
      <Icon name={icon} flip={flip} />
      <p>
        {children}
        {small && <small>{small}</small>}
      </p>
    </div>
  );
}

/** Whose tone a message has: `good` is kept for what Graph has proved. */
export type Tone = 'alarm' | 'doubt' | 'wait' | 'good' | 'plain';

type NoteProps = FactProps & Readonly<{ tone: Tone }>;

/** A verdict in one sentence, on the ground of its tone. */
export function Note({ icon, tone, children, small }: NoteProps) {
  return (
    <div class={`verdict ${tone}`}>
      <Icon name={icon} />
      <p>
        {children}
        {small && <small>{small}</small>}
      </p>
    </div>
  );
}
