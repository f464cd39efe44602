import type { FrameReport, Orders } from '@/utils/domain/orders.ts';
import { type Decision, openLookout } from '@/utils/locator/lookout.ts';
import { VIEWPORT } from '@/utils/locator/sight.ts';
import type { Changed, ToBeacon } from '@/utils/messaging/protocol.ts';
import { dock } from '@/utils/panel-host/dock.ts';
import { openRing, type Ring } from '@/utils/ring/ring.ts';
import { watchAddress } from './address.ts';
import { hear, isAlive, send } from './link.ts';
import { takeOver } from './only-one.ts';
import { shadowOf } from './shadow-of.ts';
import { onUse } from './use.ts';
import { watchVisible } from './visible.ts';

/**
 * Our part in one frame of a portal page: asks what to do here, looks for it, rings it and says
 * what it saw. Without orders it listens for nothing but a new address.
 */
export function startBeacon(): void {
  const life = takeOver();
  const { signal } = life;
  const isTop = window === top;
  let working: AbortController | undefined;
  let orders: Orders | undefined;
  let decision: Decision | undefined;
  let ring: Ring | undefined;
  let isVisible = true;
  let reported = '';
  let hellos = 0;

  const hello = async () => {
    const turn = ++hellos;
    const { lang } = document.documentElement;
    const url = location.href.slice(0, 4096);
    const frameName = window.name.slice(0, 256);
    const reply = await send('hello', { url, frameName, top: isTop, language: lang.slice(0, 35) });
    if (turn === hellos) follow(reply);
  };

  const heard = (message: ToBeacon | Changed) => {
    const target = decision?.pointing?.found.control.element;
    if (message.waymark === 'changed') void hello();
    if (message.waymark === 'orders') follow(message.orders);
    if (message.waymark === 'bring-into-view' && target) bringIntoView(target);
    if (message.waymark === 'focus-target') (target as HTMLElement | undefined)?.focus();
  };

  const follow = (next: Orders | undefined) => {
    orders = isAlive() && !signal.aborted ? next : undefined;
    if (orders?.actions[0] || orders?.panel) work();
    else rest();
    lookout.order((isVisible && orders?.actions) || [], document.documentElement.lang);
  };

  const work = () => {
    if (working) return;
    working = new AbortController();
    addEventListener('resize', draw, { signal: working.signal });
    onUse(used, () => decision?.pointing?.found.control.parts ?? [], working.signal);
    if (isTop) return;
    isVisible = false;
    watchVisible((visible) => {
      isVisible = visible;
      follow(orders);
    }, working.signal);
  };

  const rest = () => {
    working?.abort();
    working = undefined;
    isVisible = true;
  };

  const used = () => {
    const actionId = decision?.pointing?.action.id;
    if (actionId && orders?.draw) void send('used', { revision: orders.revision, actionId });
  };

  const draw = () => {
    const { action, found } = decision?.pointing ?? {};
    dock()?.show(orders?.panel, found?.control.element.getBoundingClientRect());
    if (!orders?.draw || !action || !found) {
      ring?.hide();
      return;
    }
    const { say: label, sayOutOfView: outOfView } = action;
    const room = dock()?.room() ?? VIEWPORT();
    ring ??= openRing(bringIntoView);
    ring.show({ ...found, label, outOfView, room, direction: orders.direction });
  };

  const report = async ({ pointing, sightings }: Decision) => {
    if (!orders?.actions[0]) return;
    const { revision, expectAccount } = orders;
    const account = expectAccount && (await dock()?.account(expectAccount));
    const { inView = false, tiny = false } = pointing?.found ?? {};
    const say = (withNearest: boolean): FrameReport => ({
      revision,
      visible: isVisible,
      ...(account ? { account } : {}),
      ...(pointing ? { pointing: { actionId: pointing.action.id, inView, tiny } } : {}),
      sightings: pointing ? [] : sightings(withNearest),
    });
    const brief = JSON.stringify(say(false));
    if (brief === reported) return;
    reported = brief;
    void send('report', say(true) as never);
  };

  const lookout = openLookout(shadowOf, (next) => {
    if (!isAlive()) life.abort();
    decision = next;
    checkAddress();
    draw();
    void report(next);
  });

  const checkAddress = watchAddress(() => void hello(), signal);
  hear(heard, signal);
  addEventListener('pageshow', ({ persisted }) => persisted && void hello(), { signal });
  signal.addEventListener('abort', () => follow(undefined));
  void hello();
}

/** Scrolls only when it is asked to. */
function bringIntoView(target: Element): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = isStill ? 'instant' : 'smooth';
  target.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
}
