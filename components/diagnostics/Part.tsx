import type { ComponentChildren } from 'preact';

type Props = Readonly<{ id: string; title: string; children: ComponentChildren }>;

/** One headed part of the page. */
export function Part({ id, title, children }: Props) {
  return (
    <section class="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
