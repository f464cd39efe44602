import type { CDPSession } from 'playwright-core';
import { type Picture, readPng } from './picture.ts';

export type Point = Readonly<{ x: number; y: number }>;

/** Where control and highlight stand in one frame as it was painted. */
export type Frame = Readonly<{ target?: Point; highlight?: Point; atMs: number }>;

/** How a highlight is told: by the colour of its border, or as what its veil leaves free. */
export type Looks = 'border' | 'hole';

/** Every frame the compositor puts out while something goes on, looked at afterwards. */
export async function recordFrames(
  session: CDPSession,
  looks: Looks,
  work: () => Promise<void>,
): Promise<Frame[]> {
  const taken: { data: string; atMs: number }[] = [];
  const take = ({ data, metadata, sessionId }: ScreencastFrame) => {
    taken.push({ data, atMs: (metadata.timestamp ?? 0) * 1_000 });
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  };
  session.on('Page.screencastFrame', take);
  await session.send('Page.enable');
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await work();
  await session.send('Page.stopScreencast');
  session.off('Page.screencastFrame', take);
  return taken.map(({ data, atMs }) => ({
    ...standing(readPng(Buffer.from(data, 'base64')), looks),
    atMs,
  }));
}

type ScreencastFrame = Readonly<{
  data: string;
  metadata: Readonly<{ timestamp?: number }>;
  sessionId: number;
}>;

function standing(picture: Picture, looks: Looks): Omit<Frame, 'atMs'> {
  const target = cornerOf(picture, isTarget);
  const highlight = cornerOf(picture, looks === 'border' ? isBorder : isFree);
  const isVeiled = looks === 'border' || cornerOf(picture, isVeil) !== undefined;
  return { ...(target ? { target } : {}), ...(highlight && isVeiled ? { highlight } : {}) };
}

type Test = (red: number, green: number, blue: number) => boolean;

/** Magenta, also under a veil of half cyan; see `markTargets`. */
const isTarget: Test = (red, green, blue) => red > 100 && green < 140 && blue > 200;
/** Our green, which the peers' borders were given too. */
const isBorder: Test = (red, green, blue) => red < 40 && green > 90 && green < 125 && blue < 115;
const isVeil: Test = (red, green, blue) => red > 120 && red < 136 && green > 248 && blue > 248;
const isFree: Test = (red) => red > 200;

/** The left edge of what has such a colour, and the top of that edge. */
function cornerOf({ width, height, at }: Picture, is: Test): Point | undefined {
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) if (is(...at(x, y))) return { x, y };
  }
  return undefined;
}

/**
 * Makes the wanted controls stand out in a picture; the page's own style, not ours. A smoothed edge
 * of blue link text has the colour of the control under a veil.
 */
export const MARK_TARGETS = `#light{background:#f0f!important;color:#f0f!important;border:0!important;border-radius:0!important;outline:0!important;margin-left:30px}a{color:#000}`;

/** Pixels off its place in one frame. */
export type Offset = number | 'lost';

/** How far a highlight is from where it should be, per frame that shows the control. */
export function offsets(frames: readonly Frame[]): readonly Offset[] {
  const [first] = frames.filter(({ target, highlight }) => target && highlight);
  if (!first?.target || !first.highlight) return frames.map(() => 'lost');
  const rest = { x: first.highlight.x - first.target.x, y: first.highlight.y - first.target.y };
  return frames.flatMap(({ target, highlight }): Offset[] => {
    if (!target) return [];
    if (!highlight) return ['lost'];
    const [x, y] = [highlight.x - target.x - rest.x, highlight.y - target.y - rest.y];
    return [Math.max(Math.abs(x), Math.abs(y))];
  });
}
