import type { FrameReport, Orders } from '@/utils/domain/orders.ts';
import { type Decision, Lookout } from '@/utils/locator/lookout.ts';
import type { Changed, ToBeacon } from '@/utils/messaging/protocol.ts';
import { PanelHost } from '@/utils/panel-host/panel-host.ts';
import { Ring } from '@/utils/ring/ring.ts';
import { readAccount } from './account.ts';
import { watchAddress } from './address.ts';
import { hear, isAlive, send } from './link.ts';
import { takeOver } from './only-one.ts';
import { room } from './room.ts';
import { shadowOf } from './shadow-of.ts';
import { onUse } from './use.ts';
import { watchVisible } from './visible.ts';

/**
 * Our part in one frame of a portal page: asks what to do here, looks for it, rings it and says
 * what it saw. Without orders it listens for nothing but a new address.
 */
export class Beacon {
  readonly #life = takeOver();
  readonly #lookout = new Lookout(shadowOf, (decision) => this.#decided(decision));
  readonly #address = watchAddress(() => void this.#hello(), this.#life.signal);
  #ring: Ring | undefined;
  #panel: PanelHost | undefined;
  #orders: Orders | undefined;
  #working: AbortController | undefined;
  #decision: Decision | undefined;
  #isVisible = true;
  #reported = '';
  #hellos = 0;

  start(): void {
    hear((message) => this.#heard(message), this.#life.signal);
    const options = { signal: this.#life.signal };
    addEventListener('pageshow', (event) => event.persisted && void this.#hello(), options);
    void this.#hello();
  }

  async #hello(): Promise<void> {
    if (!isAlive()) return this.#end();
    this.#hellos += 1;
    const turn = this.#hellos;
    const orders = await send('hello', {
      url: location.href.slice(0, 4096),
      frameName: window.name.slice(0, 256),
      top: window === top,
      language: document.documentElement.lang.slice(0, 35),
    });
    if (turn === this.#hellos) this.#follow(orders);
  }

  #heard(message: ToBeacon | Changed): void {
    const target = this.#decision?.pointing?.found.control.element;
    if (message.waymark === 'changed') void this.#hello();
    if (message.waymark === 'orders') this.#follow(message.orders);
    if (message.waymark === 'bring-into-view') bringIntoView(target);
    if (message.waymark === 'focus-target' && target instanceof HTMLElement) target.focus();
  }

  #follow(orders: Orders | undefined): void {
    this.#orders = orders;
    const isIdle = !orders || (orders.actions.length === 0 && !orders.panel);
    if (isIdle) this.#rest();
    else this.#work();
    const actions = this.#isVisible ? (orders?.actions ?? []) : [];
    this.#lookout.order(actions, document.documentElement.lang);
  }

  #work(): void {
    if (this.#working) return;
    this.#working = new AbortController();
    const { signal } = this.#working;
    addEventListener('resize', () => this.#draw(), { signal });
    onUse(
      () => this.#used(),
      () => this.#decision?.pointing?.found.control.parts ?? [],
      signal,
    );
    if (window === top) return;
    this.#isVisible = false;
    watchVisible((isVisible) => {
      this.#isVisible = isVisible;
      this.#follow(this.#orders);
    }, signal);
  }

  #rest(): void {
    this.#working?.abort();
    this.#working = undefined;
    this.#isVisible = true;
  }

  #used(): void {
    const actionId = this.#decision?.pointing?.action.id;
    if (!isAlive()) this.#end();
    else if (actionId && this.#orders?.draw) {
      void send('used', { revision: this.#orders.revision, actionId });
    }
  }

  #decided(decision: Decision): void {
    if (!isAlive()) {
      this.#end();
      return;
    }
    this.#address.check();
    this.#decision = decision;
    this.#draw();
    void this.#report(decision);
  }

  #draw(): void {
    const { pointing } = this.#decision ?? {};
    const { panel, draw, direction = 'ltr' } = this.#orders ?? {};
    const target = pointing?.found.control.element;
    if (panel) this.#panel ??= new PanelHost(shadowOf, () => void send('expand', {}));
    if (panel) this.#panel?.show(panel, target?.getBoundingClientRect());
    else this.#panel?.hide();
    if (!pointing || !draw) {
      this.#ring?.hide();
      return;
    }
    const { action, found } = pointing;
    this.#ring ??= new Ring((at) => bringIntoView(at));
    this.#ring.show({
      ...found,
      direction,
      label: action.say,
      outOfView: action.sayOutOfView,
      room: room(this.#panel?.box()),
    });
  }

  async #report(decision: Decision): Promise<void> {
    const orders = this.#orders;
    if (!orders || orders.actions.length === 0) return;
    const account = orders.expectAccount
      ? { account: await readAccount(orders.expectAccount) }
      : {};
    const { revision } = orders;
    const frame = { revision, visible: this.#isVisible, ...account };
    const report = (neighbours: boolean): FrameReport => {
      if (!decision.pointing) return { ...frame, sightings: decision.sightings(neighbours) };
      const { action, found } = decision.pointing;
      return {
        ...frame,
        pointing: { actionId: action.id, inView: found.inView, tiny: found.tiny },
        sightings: [],
      };
    };
    const brief = JSON.stringify(report(false));
    if (brief === this.#reported) return;
    this.#reported = brief;
    await send('report', report(true) as never);
  }

  #end(): void {
    this.#life.abort();
    this.#follow(undefined);
    this.#ring?.hide();
    this.#panel?.hide();
  }
}

/** Scrolls only when it is asked to. */
function bringIntoView(target: Element | undefined): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target?.scrollIntoView({
    block: 'center',
    inline: 'nearest',
    behavior: isStill ? 'instant' : 'smooth',
  });
}
