import type { Orders } from '@/utils/domain/orders.ts';
import type { Decision, Lookout } from '@/utils/locator/lookout.ts';
import type { Changed, ToBeacon } from '@/utils/messaging/protocol.ts';
import type { Ring } from '@/utils/ring/ring.ts';
import { watchAddress } from './address.ts';
import { hear, isAlive, send } from './link.ts';
import { takeOver } from './only-one.ts';
import { parts } from './parts.ts';
import { placeInTop } from './place.ts';
import { reportOf } from './report.ts';
import { shadowOf } from './shadow-of.ts';
import { onUse } from './use.ts';
import { watchVisible } from './visible.ts';

/**
 * Our part in one frame of a portal page: asks what to do here, looks for it, rings it and says
 * what it saw. Without orders it listens for nothing but a new address and, where it has pointed
 * before, for the use of what it points at.
 */
export function startBeacon(): void {
  const life = takeOver();
  const { signal } = life;
  const isTop = window === top;
  const joined = parts();
  let working: AbortController | undefined;
  let orders: Orders | undefined;
  let decision: Decision | undefined;
  let lookout: Lookout | undefined;
  let ring: Ring | undefined;
  let isVisible = true;
  let reported = '';
  let language = '';
  let turn = 0;

  const hello = async () => {
    const mine = ++turn;
    language = document.documentElement.lang;
    const reply = await send('hello', {
      url: location.href.slice(0, 4096),
      frameName: self.name.slice(0, 256),
      top: isTop,
      language: language.slice(0, 35),
      place: placeInTop(),
      hidden: joined.dock?.hiddenFrames(),
    });
    if (mine === turn) follow(reply);
  };

  const heard = (message: ToBeacon | Changed) => {
    const target = decision?.pointing?.found.control.element;
    if (message.waymark === 'changed') void hello();
    if (message.waymark === 'orders') follow(message.orders);
    if (message.waymark === 'bring-into-view' && target) bringIntoView(target);
    if (message.waymark === 'focus-target') (target as HTMLElement | undefined)?.focus();
  };

  const follow = (next?: Orders) => {
    orders = isAlive() && !signal.aborted ? next : undefined;
    takeUp();
  };

  /** The panel waits for nothing; a page that is still coming is not searched before it is there. */
  const takeUp = () => {
    if (document.readyState === 'loading') draw();
    else void search();
  };

  const search = async () => {
    if (orders?.actions[0] || orders?.panel) work();
    else rest();
    joined.dock?.watchFrames(orders?.frames && (() => void hello()));
    const actions = (isVisible && orders?.actions) || [];
    const mine = orders;
    if (actions[0] && !joined.openLookout) {
      draw();
      await send('equip', {});
    }
    // Newer orders that came meanwhile have been followed.
    if (orders === mine) look(actions);
  };

  const look = (actions: Orders['actions']) => {
    if (!lookout && joined.openLookout) {
      lookout = joined.openLookout(shadowOf, decided);
      onUse(used, () => decision?.pointing?.found.control.parts ?? [], signal);
    }
    if (lookout) lookout.order(actions, document.documentElement.lang);
    else decided({ sightings: () => [] });
  };

  const work = () => {
    if (working) return;
    working = new AbortController();
    addEventListener('resize', draw, { signal: working.signal });
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
    const { dock, openRing } = joined;
    const { action, found } = decision?.pointing ?? {};
    dock?.show(orders?.panel, found?.control.element.getBoundingClientRect());
    if (!orders?.draw || !action || !found) {
      ring?.hide();
      return;
    }
    const room = dock?.room() ?? { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    ring ??= openRing?.(bringIntoView);
    const { direction } = orders;
    ring?.show({ ...found, label: action.say, outOfView: action.sayOutOfView, room, direction });
  };

  const report = async (seen: Decision, { revision, expectAccount }: Orders) => {
    const account = expectAccount && (await joined.dock?.account(expectAccount));
    const frame = { revision, visible: isVisible, ...(account ? { account } : {}) };
    const brief = JSON.stringify(reportOf(frame, seen, false));
    if (brief === reported) return;
    reported = brief;
    void send('report', reportOf(frame, seen, true));
  };

  const decided = (seen: Decision) => {
    if (!isAlive()) life.abort();
    decision = seen;
    checkAddress();
    draw();
    if (orders?.actions[0]) void report(seen, orders);
  };

  const checkAddress = watchAddress(() => void hello(), signal);
  joined.join = (open) => {
    joined.dock = open(shadowOf, send);
    // Orders may have come before it.
    takeUp();
  };
  // Portals may set their language while the page is coming.
  addEventListener('DOMContentLoaded', () =>
    document.documentElement.lang === language ? takeUp() : hello(),
  );
  hear(heard, signal);
  addEventListener('pageshow', ({ persisted }) => persisted && hello(), { signal });
  signal.addEventListener('abort', () => follow());
  void hello();
}

/** Scrolls only when it is asked to. */
function bringIntoView(target: Element): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const behavior = isStill ? 'instant' : 'smooth';
  target.scrollIntoView({ block: 'center', behavior });
}
