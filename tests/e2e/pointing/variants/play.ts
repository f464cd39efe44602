import type { FrameReport, Orders } from '@/utils/domain/orders.ts';
import type { Pointing } from '@/utils/domain/view.ts';
import { backgroundFor } from './background.ts';
import type { Variant } from './list.ts';
import type { Edges } from './page/main.ts';
import { onScene, type Part, type Theatre } from './stage.ts';
import { type Truth, truthOf } from './truth.ts';

/** What became of one variant. */
export type Outcome = Readonly<{
  variant: Variant;
  truth: Truth;
  verdict: 'ringed' | 'refused' | 'missed' | 'other reason' | 'WRONG RING';
  /** What the panel would say. */
  pointing: Pointing;
  rings: number;
  /** What the page noticed of us: events, changes of its nodes, another mark-up. */
  noticed: readonly string[];
}>;

const IDLE: Orders = { revision: 0, actions: [], draw: false, direction: 'ltr' };

/** Space between a control and its ring, CSS pixels. */
const GAP_PX = 5;

/** Shows one variant to the beacons and sees what they make of it. */
export async function play(theatre: Theatre, variant: Variant): Promise<Outcome> {
  const { parts, content } = theatre;
  const stage = parts[content] as Part;
  const noticed: string[] = [];
  const look = async () => {
    for (const part of parts) noticed.push(...(await strangeThings(part)));
  };
  const clear = await putOn(theatre, variant);
  const background = backgroundFor(variant, parts.length);
  const given = await obey(parts, background.orders([]), []);
  await settle(stage);
  do await look();
  while ((await onScene(stage, 'step')) && (await settle(stage)));
  const reports = await reportsOf(parts);
  if ((await obey(parts, background.orders(reports), given)) !== given) await settle(stage);
  await look();

  const rings = await ringsOf(parts);
  const truth = truthOf(variant);
  const meant = 'point' in truth ? await onScene(stage, 'edges', truth.point) : undefined;
  const pointing = background.pointing(await reportsOf(parts));
  await obey(
    parts,
    parts.map(() => IDLE),
    [],
  );
  await look();
  if ((await ringsOf(parts))[0]) noticed.push('a ring is left');
  await clear();
  const verdict = judge(truth, rings, meant, pointing);
  return { variant, truth, verdict, pointing, rings: rings.length, noticed };
}

/** Builds the variant's page; returns what takes away again what no other variant has. */
async function putOn(theatre: Theatre, { spec }: Variant): Promise<() => Promise<unknown>> {
  const { parts, content, warm, second } = theatre;
  const beside = spec.trap === 'namesake-in-second-frame' ? second : undefined;
  const show = async (display: 'block' | 'none') =>
    beside && onScene(parts[0] as Part, 'showFrame', beside - 1, display);
  await onScene(parts[content] as Part, 'build', spec);
  if (spec.trap === 'namesake-in-warm-frame') await onScene(parts[warm] as Part, 'warm', spec);
  if (beside) await onScene(parts[beside] as Part, 'warm', spec);
  await show('block');
  // A dialog that takes the focus in a frame takes it from the page around the frame too.
  await Promise.all(parts.map((part) => onScene(part, 'settle')));
  return () => show('none');
}

async function ringsOf(parts: readonly Part[]): Promise<readonly Edges[]> {
  return (await Promise.all(parts.map((part) => onScene(part, 'rings')))).flat();
}

function judge(
  truth: Truth,
  rings: readonly Edges[],
  meant: Edges | undefined,
  pointing: Pointing,
): Outcome['verdict'] {
  const [ring, other] = rings;
  if ('point' in truth) {
    if (!meant) throw new Error(`The page has nothing at "${truth.point}".`);
    if (!ring) return 'missed';
    return !other && isAround(ring, meant) ? 'ringed' : 'WRONG RING';
  }
  if (ring) return 'WRONG RING';
  const isRight = pointing.status === 'not-pointing' && pointing.refusal === truth.refuse;
  return isRight ? 'refused' : 'other reason';
}

function isAround(ring: Edges, control: Edges): boolean {
  const gaps = [-GAP_PX, -GAP_PX, GAP_PX, GAP_PX];
  return control.every(
    (edge, side) => Math.abs(edge + (gaps[side] ?? 0) - (ring[side] ?? 0)) < 0.75,
  );
}

/** Gives each frame its orders, where they differ from what it was given before. */
async function obey(
  parts: readonly Part[],
  orders: readonly Orders[],
  before: readonly Orders[],
): Promise<readonly Orders[]> {
  const differs = orders.map(({ revision }, id) => before[id]?.revision !== revision);
  if (!differs.includes(true)) return before;
  const told = parts.map(({ inside }, id) => {
    const message = JSON.stringify({ waymark: 'orders', orders: orders[id] });
    return differs[id] ? inside(`sent = []; tell(${message}); undefined`) : undefined;
  });
  await Promise.all(told);
  return orders;
}

async function reportsOf(parts: readonly Part[]): Promise<(FrameReport | undefined)[]> {
  const last = `sent.filter(({ name }) => name === 'report').at(-1)?.request`;
  return Promise.all(parts.map(({ inside }) => inside<FrameReport | undefined>(last)));
}

/** As many frames as the beacon may take to notice, look and draw. */
async function settle({ inside }: Part): Promise<true> {
  await inside(`(async () => {
    for (let frame = 0; frame < 8; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done, 15));
  })()`);
  return true;
}

async function strangeThings(part: Part): Promise<string[]> {
  const { seen, own } = await onScene(part, 'look');
  const changed = own === seen.markup ? [] : ['the mark-up differs'];
  return [...seen.events, ...seen.changes, ...changed];
}
