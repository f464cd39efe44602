import type { Frame } from 'playwright-core';
import { portals } from '../../../portals/hosts.ts';
import { pageById } from '../../../utils/guidance/match-page.ts';
import type { Trail } from '../trail.ts';

/** Opens a page of Entra and finds the frame that holds the blade to look at. */
export async function openBlade(trail: Trail, pageName: string): Promise<Frame> {
  const { link } = pageById(`entra/${pageName}`, portals).page;
  await trail.open('about:blank');
  await trail.open(`https://entra.microsoft.com${link}`);
  return shownFrame(trail, pageName);
}

/** The frame in front; another one of the same name is kept warm behind it. */
export async function shownFrame({ page }: Trail, pageName: string): Promise<Frame> {
  const view = pageById(`entra/${pageName}`, portals).page.frame;
  const selector = `iframe.fxs-reactview-frame-active[name="${view}"]`;
  const element = await page.waitForSelector(selector);
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`The frame ${view} holds no document.`);
  return frame;
}
