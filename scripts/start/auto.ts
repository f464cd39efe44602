import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame } from 'playwright-core';
import { openProfile } from './browser.ts';
import { Film } from './film.ts';
import { narrate } from './narrator.ts';
import { panelOf, stepsOf } from './panel.ts';
import { type Proof, printVerdicts } from './print.ts';
import { connectExtension } from './steps/connect.ts';
import { walkSteps } from './steps/index.ts';
import { signInToWaymark } from './steps/waymark.ts';
import type { Walk, WalkOptions, Witness } from './walk.ts';

/**
 * Plays the whole guide like an admin would: real clicks on the ringed controls, and nothing is
 * believed but what the panel shows.
 *
 * @returns Exit code: 0 when every step ended as the scenario expects.
 */
export async function playWalk(options: WalkOptions): Promise<number> {
  const { simulator, scenario, theme, folder, netLog, witness, open = openProfile } = options;
  const { note, glimpse } = narrate();
  const film = new Film(path.resolve(folder), async (caption, page) => {
    glimpse(caption);
    await witness?.see(page);
  });
  await film.open();
  introduce(options);
  const admin = await open({ simulator, headless: true, theme, netLog });
  try {
    const [page = await admin.context.newPage()] = admin.context.pages();
    const panel = () => panelOf(page);
    const walk: Walk = { simulator, scenario, theme, film, open, admin, page, panel, note };
    await connectExtension(admin, simulator, page);
    await film.take(page, 'options', 'The options page: connected to the app registration');
    note('Waymark is installed and knows its app registration');
    await signInToWaymark(walk);
    await walkSteps(walk);
    return await conclude(walk, witness);
  } catch (error) {
    const [page] = admin.context.pages();
    if (page) await film.take(page, 'stopped', 'Where the walk stopped');
    throw error;
  } finally {
    const file = await film.close(`Waymark: the ${scenario.name} walk`);
    await admin.close();
    process.stdout.write(`  ${film.count} pictures, and a film: ${pathToFileURL(file)}\n`);
  }
}

function introduce({ scenario, theme }: WalkOptions): void {
  const [{ username }] = scenario.accounts;
  process.stdout.write(`
  Waymark leads ${username} through the whole guide, in a simulated tenant.
  Every click goes to the ringed control; what counts is what the panel then says.
  Nothing here reaches Microsoft. Scenario “${scenario.name}”, ${theme}: ${scenario.description}

`);
}

async function conclude(walk: Walk, witness: Witness | undefined): Promise<number> {
  const { scenario, panel, page, film, note } = walk;
  const frame = await panel();
  await film.take(page, 'finished', 'What the panel says at the end');
  await witness?.end(page, frame);
  const steps = await stepsOf(frame);
  const proofs = await proofsIn(frame);
  note('This is what the panel says at the end');
  const { wrong } = printVerdicts(steps, scenario.expected.steps, proofs);
  return wrong === 0 ? 0 : 1;
}

/** Request and time of each step, as the panel itself knows them. */
async function proofsIn(panel: Frame): Promise<Record<string, Proof | undefined>> {
  const view = await panel.evaluate(
    () =>
      new Promise((resolve) => {
        const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome;
        runtime.sendMessage({ name: 'getView', request: {} }, resolve);
      }),
  );
  const { steps } = view as { steps: { id: string; evidence: Proof[] }[] };
  return Object.fromEntries(
    steps.map(({ id, evidence: [first] }) => [id, first && { ...first, request: brief(first) }]),
  );
}

/** Without the query, which says which fields are read. */
function brief({ request }: Proof): string {
  return request.replace(/\?.*/, '');
}
