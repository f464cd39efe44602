import { label } from '../../../../kit/boot.ts';
import { h } from '../../../../kit/element.ts';
import { checkbox, choiceGroup } from '../../controls/choices.ts';
import { select } from '../../controls/fields.ts';
import type { PolicyForm } from './form.ts';

/** What the policy is for. */
export function targetsPane(form: PolicyForm, onChange: () => void): HTMLElement {
  return h(
    'div',
    {},
    h('span', { class: 'ms-Label' }, label('resources')),
    choiceGroup(
      label('include'),
      [
        { value: 'none', text: label('none') },
        { value: 'all', text: label('allResources') },
        { value: 'some', text: label('selectResources'), disabled: true },
      ],
      form.includeApplications.includes('All') ? 'all' : 'none',
      (value) => {
        form.includeApplications = value === 'all' ? ['All'] : [];
        onChange();
      },
    ),
  );
}

/** What is asked before access is granted. Edits a draft; `Select` takes it over. */
export function grantPane(draft: PolicyForm): HTMLElement {
  const boxes = h('div', { class: 'indented' });
  const toggle = (control: string) => (on: boolean) => {
    const others = draft.builtInControls.filter((other) => other !== control);
    draft.builtInControls = on ? [...others, control] : others;
  };
  const draw = (granted: boolean): void => {
    const has = (control: string) => ({
      checked: draft.builtInControls.includes(control),
      disabled: !granted,
    });
    boxes.replaceChildren(
      checkbox(label('requireMfa'), toggle('mfa'), has('mfa')),
      checkbox(label('requireStrength'), () => undefined, { disabled: true }),
      checkbox(label('requireCompliant'), toggle('compliantDevice'), has('compliantDevice')),
    );
  };
  const blocked = draft.builtInControls.includes('block');
  draw(!blocked);
  const choices = choiceGroup(
    label('grant'),
    [
      { value: 'block', text: label('blockAccess') },
      { value: 'grant', text: label('grantAccess') },
    ],
    blocked ? 'block' : 'grant',
    (value) => {
      draft.builtInControls = value === 'block' ? ['block'] : [];
      draw(value === 'grant');
    },
  );
  return h('div', {}, choices, boxes);
}

/** How often people sign in again. Edits a draft; `Select` takes it over. */
export function sessionPane(draft: PolicyForm): HTMLElement {
  const often = h('div', { class: 'indented' });
  const number = h('input', {
    type: 'number',
    class: 'fui-Input__input',
    min: 1,
    max: 365,
    value: 1,
    'aria-label': label('periodic'),
  }) as HTMLInputElement;
  const unit = select(label('signInFrequency'), [
    ['hours', 'h'],
    ['days', 'd'],
  ]);
  const periodic = (): void => {
    const type = unit.value === 'days' ? 'days' : 'hours';
    draft.signInFrequency = {
      interval: 'timeBased',
      value: Math.max(1, number.valueAsNumber || 1),
      type,
    };
  };
  number.addEventListener('input', periodic);
  unit.addEventListener('change', periodic);
  const draw = (): void => {
    const value = draft.signInFrequency?.interval;
    often.hidden = !value;
    const options = [
      { value: 'timeBased', text: label('periodic') },
      { value: 'everyTime', text: label('everyTime') },
    ];
    const amount = h('div', { class: 'amount', hidden: value !== 'timeBased' }, number, unit);
    const group = choiceGroup(label('signInFrequency'), options, value ?? '', (chosen) => {
      if (chosen === 'everyTime') draft.signInFrequency = { interval: 'everyTime' };
      else periodic();
      amount.hidden = chosen === 'everyTime';
    });
    often.replaceChildren(group, amount);
  };
  draw();
  const frequency = checkbox(
    label('signInFrequency'),
    (on) => {
      if (on) periodic();
      else draft.signInFrequency = null;
      draw();
    },
    { checked: draft.signInFrequency !== null },
  );
  const persistent = checkbox(label('persistentBrowser'), () => undefined, { disabled: true });
  return h('div', {}, frequency, often, persistent);
}
