import { label } from '../../../../kit/boot.ts';
import { generatedId, h } from '../../../../kit/element.ts';
import { button } from '../../controls/button.ts';
import { openPane } from '../../controls/panel.ts';
import type { PolicyForm } from './form.ts';

type Opened = ReturnType<typeof openPane>;
let opened: Opened | undefined;

/** Opens a section's pane in place of the one before. */
export function showPane(title: string, body: HTMLElement, footer: readonly Node[]): Opened {
  opened?.close();
  opened = openPane({ title, body: [body], footer });
  return opened;
}

/** A pane that works on a draft until `Select`. */
export function showDraft(
  title: string,
  form: PolicyForm,
  draw: (draft: PolicyForm) => HTMLElement,
  onChange: () => void,
): void {
  const draft = { ...form };
  const done = button(label('select'), {
    kind: 'primary',
    onclick: () => {
      Object.assign(form, {
        builtInControls: draft.builtInControls,
        signInFrequency: draft.signInFrequency,
      });
      opened?.close();
      onChange();
    },
  });
  showPane(title, draw(draft), [done]);
}

/** A caption and, under it, the button that opens the section's pane. */
export function section(caption: string, onOpen: () => void, fixed: boolean) {
  const [captionId, valueId] = [generatedId('section-label'), generatedId('section-value')];
  const value = h('span', { id: valueId });
  const element = h(
    'div',
    { class: 'section' },
    h('span', { id: captionId, class: 'ms-Label' }, caption),
    h('div', { hidden: true, role: 'tooltip' }, caption),
    h(
      'button',
      {
        type: 'button',
        class: 'ms-Link section-open',
        'aria-labelledby': captionId,
        'aria-describedby': valueId,
        disabled: fixed,
        onclick: onOpen,
      },
      value,
    ),
  );
  const show = (text: string): void => {
    value.textContent = text;
  };
  return { element, show };
}
