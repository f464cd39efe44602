import { label } from '../../../kit/boot.ts';
import { generatedId, h, icon } from '../../../kit/element.ts';

type Layer = Readonly<{ element: HTMLElement; close: () => void }>;
type Content = Readonly<{ title: string; body: readonly Node[]; footer: readonly Node[] }>;

const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), select, [tabindex="0"], a[href]';

function closeButton(close: () => void): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'ms-Button ms-Button--icon ms-Panel-closeButton',
      'aria-label': label('close'),
      onclick: close,
    },
    icon('dismiss'),
  );
}

function keepFocus(element: HTMLElement, close: () => void): void {
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Tab') return;
    const stops = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  });
}

function layer(classes: string, { title, body, footer }: Content, modal: boolean): Layer {
  const before = document.activeElement as HTMLElement | null;
  const titleId = generatedId('Panel-headerText');
  const close = (): void => {
    root.remove();
    if (before?.isConnected) before.focus();
  };
  const element = h(
    'div',
    {
      class: classes,
      role: modal ? 'dialog' : 'complementary',
      'aria-modal': modal && 'true',
      'aria-labelledby': titleId,
    },
    h(
      'div',
      { class: 'ms-Panel-commands' },
      h('h2', { id: titleId, class: 'ms-Panel-headerText' }, title),
      closeButton(close),
    ),
    h('div', { class: 'ms-Panel-content' }, ...body),
    h('div', { class: 'ms-Panel-footer' }, ...footer),
  );
  const root = h(
    'div',
    { class: `ms-Layer ${modal ? 'ms-Layer--fixed' : ''}` },
    modal && h('div', { class: 'ms-Overlay' }),
    element,
  );
  if (modal) keepFocus(element, close);
  document.body.append(root);
  element
    .querySelector<HTMLElement>(
      '.ms-Panel-content :is(input:not(:disabled), button, [tabindex="0"])',
    )
    ?.focus();
  return { element, close };
}

/** A modal panel at the right edge. */
export const openPanel = (content: Content): Layer => layer('ms-Panel is-open', content, true);

/** A pane at the right edge that leaves the page usable. */
export const openPane = (content: Content): Layer =>
  layer('ms-Panel fxs-contextpane', content, false);

/** A small modal dialog in the middle. */
export const openDialog = (content: Content): Layer => layer('fui-DialogSurface', content, true);

/** What a refused request says, above the form. */
export function messageBar(
  text: string,
  kind: 'error' | 'warning' | 'info' | 'success' = 'error',
): HTMLElement {
  const image = {
    error: 'error_circle',
    warning: 'warning',
    info: 'info',
    success: 'checkmark_circle',
  }[kind];
  return h(
    'div',
    {
      class: `fui-MessageBar fui-MessageBar--${kind}`,
      role: kind === 'error' ? 'alert' : 'status',
    },
    icon(image),
    h('div', { class: 'fui-MessageBarBody' }, text),
  );
}
