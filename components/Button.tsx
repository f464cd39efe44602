import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

type Props = Readonly<{
  action: string;
  onPress: () => void;
  icon?: IconName;
  /** Mirrors the icon from right to left. */
  flip?: boolean;
  kind?: 'primary' | 'plain' | 'quiet';
  wide?: boolean;
  small?: boolean;
  /** Its label is a whole sentence. */
  sentence?: boolean;
  /** Stays focusable and says that it does nothing now. */
  off?: boolean;
  iconClass?: string;
  children: ComponentChildren;
}>;

/** A button that says what happens. Never `disabled`, so that focus is not lost under a reader. */
export function Button(props: Props) {
  const { action, onPress, icon, off = false, kind = 'plain' } = props;
  const classes = [
    'btn',
    kind,
    props.wide ? 'wide' : '',
    props.small ? 'small' : '',
    props.sentence ? 'sentence' : '',
  ];
  return (
    <button
      type="button"
      class={classes.filter((name) => name && name !== 'plain').join(' ')}
      data-action={action}
      {...(off ? { 'aria-disabled': 'true' as const } : {})}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {icon && <Icon name={icon} flip={props.flip ?? false} class={props.iconClass ?? ''} />}
      <span>{props.children}</span>
    </button>
  );
}

type IconProps = Readonly<{
  action: string;
  label: string;
  icon: IconName;
  flip?: boolean;
  onPress: () => void;
}>;

/** A button whose only content is a drawing; its name is said and shown on hover. */
export function IconButton({ action, label, icon, flip = false, onPress }: IconProps) {
  return (
    <button
      type="button"
      class="btn quiet icon"
      data-action={action}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} flip={flip} />
    </button>
  );
}
