import type { PanelOrders } from '../domain/orders.ts';
import type { Box } from '../locator/sight.ts';
import type { ShadowOf } from '../locator/tree.ts';
import { child, ownElement } from '../ring/own-element.ts';
import { shield } from '../ring/shield.ts';
import { drawChip } from './chip.ts';
import { boxOn, freeSide, type Show } from './place.ts';
import { PANEL_CSS } from './styles.ts';

/**
 * The docked panel of a page's top frame: our own extension page in a frame, or the slim chip.
 * It lies over the page's edge and makes way for what the administrator needs.
 */
export class PanelHost {
  readonly #own = ownElement('waymark-panel', PANEL_CSS);
  readonly #frame = child('iframe');
  readonly #chip = child('button');
  readonly #shadowOf: ShadowOf;
  readonly #expand: () => void;
  #listening = new AbortController();
  #isBlocked = false;

  /** @param expand The chip was pressed. */
  constructor(shadowOf: ShadowOf, expand: () => void) {
    this.#shadowOf = shadowOf;
    this.#expand = expand;
    this.#frame.title = 'Waymark';
    this.#frame.allow = 'clipboard-write';
    this.#own.root.append(this.#chip);
  }

  /** Shows what was ordered, and puts it where it hides neither the target nor a pane. */
  show({ show, side, chip, url }: PanelOrders, target: Box | undefined): void {
    if (show === 'hidden') {
      this.hide();
      return;
    }
    const isOpen = show === 'open' && !this.#isBlocked;
    const { host, root } = this.#own;
    if (!host.isConnected) this.#attach(url);
    drawChip(this.#chip, chip);
    if (isOpen && this.#frame.src !== url) this.#frame.src = url;
    if (isOpen && !this.#frame.isConnected) root.append(this.#frame);
    this.#chip.hidden = isOpen;
    this.#frame.hidden = !isOpen;
    host.dataset.show = isOpen ? 'open' : 'chip';
    host.dataset.side = freeSide(side, host.dataset.show as Show, target, this.#shadowOf);
  }

  /** What the panel hides of the page now. */
  box(): Box | undefined {
    const { show, side } = this.#own.host.dataset as Readonly<{
      show: Show;
      side: 'left' | 'right';
    }>;
    return this.#own.host.isConnected ? boxOn(side, show) : undefined;
  }

  /** Takes the panel off the page; its frame is unloaded. */
  hide(): void {
    this.#listening.abort();
    this.#frame.remove();
    this.#own.host.remove();
  }

  #attach(url: string): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.documentElement.append(this.#own.host);
    shield(this.#own.host, this.#expand, signal);
    // A page that forbids our frame gets the chip; it opens the browser's own side panel.
    document.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI }) => {
        this.#isBlocked ||= url.startsWith(blockedURI);
      },
      { signal },
    );
  }
}
