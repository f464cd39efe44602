import { ICONS, type IconName } from './icons.ts';

type Props = Readonly<{ name: IconName; class?: string; flip?: boolean }>;

/** A drawing beside words, as large as the reader’s text asks for; never the only bearer of a meaning, so hidden from screen readers. */
export function Icon({ name, class: className = '', flip = false }: Props) {
  const svg = ICONS[name];
  const size = /viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? '16';
  return (
    <svg
      class={flip ? `${className} flip` : className}
      width={`${Number(size) / 16}rem`}
      height={`${Number(size) / 16}rem`}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      focusable="false"
    >
      {[...svg.matchAll(/ d="([^"]+)"/g)].map(([, path = '']) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
