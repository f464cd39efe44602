import { generatedId, h, icon } from '../../kit/element.ts';
import { HeControl } from './control.ts';

/** `label`, `required`, `type`, `placeholder`. */
export class HeTextField extends HeControl {
  readonly #input = h('input', { id: generatedId('field') }) as HTMLInputElement;

  protected draw(): void {
    const required = this.hasAttribute('required');
    this.#input.type = this.text('type') || 'text';
    this.#input.required = required;
    this.#input.autocomplete = 'off';
    const star = required && h('span', { class: 'star', 'aria-hidden': 'true' }, '*');
    this.root.append(
      h('label', { for: this.#input.id, class: 'caption' }, this.text('label'), star),
      this.#input,
    );
  }

  get value(): string {
    return this.#input.value.trim();
  }
}

/** `label` is its name and its placeholder. */
export class HeSearch extends HeControl {
  readonly #input = h('input', { type: 'search' }) as HTMLInputElement;

  protected draw(): void {
    this.#input.setAttribute('aria-label', this.text('label'));
    this.#input.placeholder = this.text('label');
    this.root.append(h('span', { class: 'search' }, icon('search'), this.#input));
  }

  get value(): string {
    return this.#input.value.trim();
  }
}

/** `label`, `options` (JSON pairs of value and text), `value`. */
export class HeSelect extends HeControl {
  readonly #select = h('select') as HTMLSelectElement;

  protected draw(): void {
    this.#select.setAttribute('aria-label', this.text('label'));
    const options = JSON.parse(this.text('options')) as [string, string][];
    this.#select.append(...options.map(([value, text]) => h('option', { value }, text)));
    if (this.hasAttribute('value')) this.#select.value = this.text('value');
    this.#select.addEventListener('change', () => this.announce());
    this.root.append(this.#select);
  }

  get value(): string {
    return this.#select.value;
  }
}
