import { HeButton } from './button.ts';
import { HeCheckbox, HeRadioGroup, HeSwitch } from './choices.ts';
import { HeDataGrid } from './data-grid.ts';
import { HeSearch, HeSelect, HeTextField } from './fields.ts';

const controls = {
  button: HeButton,
  checkbox: HeCheckbox,
  'radio-group': HeRadioGroup,
  switch: HeSwitch,
  'text-field': HeTextField,
  search: HeSearch,
  select: HeSelect,
  'data-grid': HeDataGrid,
};

/** Registers the controls under a micro-frontend's prefix: `usermgmt_he-button`. */
export function defineControls(prefix: string): void {
  for (const [name, Control] of Object.entries(controls)) {
    customElements.define(
      `${prefix}_he-${name}`,
      class extends (Control as CustomElementConstructor) {},
    );
  }
}
