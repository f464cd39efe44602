import { styleSheet } from '../../kit/boot.ts';

const sheet = await styleSheet('partner-center/controls/control.css');

/** A Harmony control: its native part lies in an open shadow root of its own. */
export abstract class HeControl extends HTMLElement {
  readonly root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #drawn = false;

  connectedCallback(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    this.root.adoptedStyleSheets = [sheet];
    this.draw();
  }

  /** Builds the inside once; later changes happen in place. */
  protected abstract draw(): void;

  /** Tells the page, across shadow boundaries. */
  protected announce(): void {
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  protected text(name: string): string {
    return this.getAttribute(name) ?? '';
  }
}
