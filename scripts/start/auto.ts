import path from 'node:path';
import type { Frame } from 'playwright-core';
import { openProfile } from './browser.ts';
import { Film } from './film.ts';
import { panelOf, stepsOf } from './panel.ts';
import { printVerdicts } from './print.ts';
import { connectExtension } from './steps/connect.ts';
import { walkSteps } from './steps/index.ts';
import { signInToWaymark } from './steps/waymark.ts';
import type { Walk, WalkOptions } from './walk.ts';

/**
 * Plays the whole guide like an admin would: real clicks on the ringed controls, and nothing is
 * believed but what the panel shows.
 *
 * @returns Exit code: 0 when every step ended as the scenario expects.
 */
export async function playWalk(options: WalkOptions): Promise<number> {
  const { simulator, scenario, theme, folder, netLog } = options;
  const film = new Film(path.resolve(folder));
  await film.open();
  const startMs = Date.now();
  const note = (text: string) => {
    const seconds = ((Date.now() - startMs) / 1000).toFixed(1).padStart(6);
    process.stdout.write(`${seconds} s  ${text}\n`);
  };
  note(`Scenario "${scenario.name}": ${scenario.description}`);
  const admin = await openProfile({ simulator, headless: true, theme, netLog });
  try {
    const [page = await admin.context.newPage()] = admin.context.pages();
    const panel = () => panelOf(page);
    const walk: Walk = { simulator, scenario, theme, film, admin, page, panel, note };
    await connectExtension(admin, simulator, page);
    await film.take(page, 'options', 'The options page: connected to the app registration');
    await signInToWaymark(walk);
    await walkSteps(walk);
    return await conclude(walk);
  } catch (error) {
    const [page] = admin.context.pages();
    if (page) await film.take(page, 'stopped', 'Where the walk stopped');
    throw error;
  } finally {
    await film.close(`Waymark: the ${scenario.name} walk`);
    await admin.close();
    note(`${film.count} pictures and a film in ${path.join(folder, 'index.html')}`);
  }
}

async function conclude({ scenario, panel, page, film, note }: Walk): Promise<number> {
  const frame = await panel();
  await film.take(page, 'finished', 'What the panel says at the end');
  const steps = await stepsOf(frame);
  const evidence = await evidenceLines(frame);
  note('');
  const wrong = printVerdicts(steps, scenario.expected.steps, evidence);
  return wrong === 0 ? 0 : 1;
}

/** Request and time of each step, as the panel itself knows them. */
async function evidenceLines(panel: Frame): Promise<Record<string, string>> {
  const view = await panel.evaluate(
    () =>
      new Promise((resolve) => {
        const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
        runtime.sendMessage({ name: 'getView', request: {} }, resolve);
      }),
  );
  const { steps } = view as {
    steps: { id: string; evidence: { request: string; observedAt: string }[] }[];
  };
  return Object.fromEntries(
    steps.map(({ id, evidence: [first] }) => [
      id,
      first ? `${first.request.replace(/\?.*/, '').slice(0, 72)}  ${first.observedAt}` : '',
    ]),
  );
}
