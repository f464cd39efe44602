import { type ComponentChildren, Fragment } from 'preact';
import type { Tone } from './Fact.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

type Props = Readonly<{
  id: string;
  tone: Tone;
  icon: IconName;
  title: ComponentChildren;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}>;

/** Speaks before the steps. Carries the button that fixes what it says. */
export function Banner({ id, tone, icon, title, children, actions }: Props) {
  return (
    <section class={`banner ${tone}`} aria-labelledby={`banner-${id}`} data-banner={id}>
      <Icon name={icon} />
      <div>
        <h2 id={`banner-${id}`}>{title}</h2>
        {children}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </section>
  );
}

type PairProps = Readonly<{ rows: readonly Readonly<{ label: string; value: string }>[] }>;

/** Two names side by side, so that the reader sees which is right. */
export function Pair({ rows }: PairProps) {
  return (
    <dl>
      {rows.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
