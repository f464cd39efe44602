import { generatedId, h } from '../../kit/element.ts';
import { HeControl } from './control.ts';

/** A check box whose label is its content; `checked` sets the start. */
export class HeCheckbox extends HeControl {
  readonly #input = h('input', { type: 'checkbox' }) as HTMLInputElement;

  protected draw(): void {
    this.#input.checked = this.hasAttribute('checked');
    this.#input.addEventListener('change', () => this.announce());
    this.root.append(h('label', { class: 'choice' }, this.#input, h('span', {}, h('slot'))));
  }

  get checked(): boolean {
    return this.#input.checked;
  }
}

/** `label`, `options` (JSON pairs of value and text), `value`: native radios in one root. */
export class HeRadioGroup extends HeControl {
  protected draw(): void {
    const name = generatedId('radio');
    const options = JSON.parse(this.text('options')) as [string, string][];
    const group = h('div', { role: 'radiogroup', 'aria-label': this.text('label') });
    for (const [value, text] of options) {
      const checked = value === this.text('value');
      const input = h('input', { type: 'radio', name, value, checked });
      input.addEventListener('change', () => this.announce());
      group.append(h('label', { class: 'choice' }, input, h('span', {}, text)));
    }
    this.root.append(group);
  }

  get value(): string {
    return this.root.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
  }
}

/** A switch whose label is its content; `checked` sets the start. */
export class HeSwitch extends HeControl {
  readonly #button = h('button', { type: 'button', role: 'switch', class: 'switch' });

  protected draw(): void {
    this.#button.setAttribute('aria-checked', String(this.hasAttribute('checked')));
    this.#button.append(h('span', {}, h('slot')), h('span', { class: 'track' }));
    this.#button.addEventListener('click', () => {
      this.#button.setAttribute('aria-checked', String(!this.checked));
      this.announce();
    });
    this.root.append(this.#button);
  }

  get checked(): boolean {
    return this.#button.getAttribute('aria-checked') === 'true';
  }
}
