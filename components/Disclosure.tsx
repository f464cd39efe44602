import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

type Props = Readonly<{ title: string; children: ComponentChildren }>;

/** One line that opens. For what is true but not needed now. */
export function Disclosure({ title, children }: Props) {
  return (
    <details>
      <summary>
        <Icon name="chevron" class="chev" />
        {title}
      </summary>
      {children}
    </details>
  );
}
