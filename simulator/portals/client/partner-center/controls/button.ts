import { h, icon } from '../../kit/element.ts';
import { HeControl } from './control.ts';

const mirrored = ['disabled', 'aria-expanded', 'aria-pressed', 'aria-haspopup'] as const;

/** `label` names an icon-only button; `icon`, `appearance` and `disabled` do what they say. */
export class HeButton extends HeControl {
  static readonly observedAttributes: readonly string[] = mirrored;
  readonly #button = h('button', { type: 'button', part: 'control' }) as HTMLButtonElement;

  protected draw(): void {
    this.#button.className = `button ${this.text('appearance') || 'secondary'}`;
    if (this.hasAttribute('label')) this.#button.setAttribute('aria-label', this.text('label'));
    if (this.hasAttribute('icon')) this.#button.append(icon(this.text('icon')));
    if (!this.hasAttribute('label')) this.#button.append(h('span', {}, h('slot')));
    this.root.append(this.#button);
  }

  attributeChangedCallback(name: string, _before: string | null, now: string | null): void {
    if (name === 'disabled') this.#button.disabled = now !== null;
    else if (now === null) this.#button.removeAttribute(name);
    else this.#button.setAttribute(name, now);
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }
}
