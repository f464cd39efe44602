import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { ONE_TIME_CODE } from '../../simulator/identity/steps.ts';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { labelsFor } from '../../simulator/portals/labels/labels.ts';
import { findScenario } from '../../simulator/scenarios/index.ts';
import { openProfile } from '../start/browser.ts';
import { passSignIn } from '../start/sign-in.ts';
import { fileOf, isKept, type Look } from './pages.ts';
import { entra } from './portals/entra.ts';
import { microsoft365Admin } from './portals/microsoft-365-admin.ts';
import { mySignIns } from './portals/my-sign-ins.ts';
import { partnerCenter } from './portals/partner-center.ts';
import { scrub } from './scrub.ts';
import type { snapshot } from './snapshot.ts';
import { steadyIds } from './steady-ids.ts';
import { prepare, scrubbed } from './tenant.ts';
import type { Trail } from './trail.ts';

const LANGUAGE_NAMES = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  ja: 'Japanese',
  nl: 'Dutch',
} as const;

/** Passwords and keys, where the simulated portals show them. */
const SECRETS = '.secret, .password';

type Keep = (name: string, file: string, html: string) => Promise<void>;

/** Walks all portals in one language and generation, and hands on each page that is wanted. */
export async function captureLook(
  look: Look,
  wanted: readonly string[],
  keep: Keep,
): Promise<void> {
  const simulator = await startSimulator({ scenario: 'ready' });
  const { language, generation } = look;
  Object.assign(simulator.world.traits, {
    language,
    labelGeneration: generation,
    contentDelayMs: 0,
  });
  prepare(simulator.control.tenant);
  const profile = await openProfile({
    simulator,
    headless: true,
    theme: 'light',
    extension: null,
    language: language === 'en' ? 'en-GB' : language,
  });
  try {
    const [page = await profile.context.newPage()] = profile.context.pages();
    page.setDefaultTimeout(15_000);
    const trail = await trailOf(page, simulator, look, wanted, keep);
    for (const portal of [partnerCenter, microsoft365Admin, entra, mySignIns]) await portal(trail);
  } finally {
    await profile.close();
    await simulator.close();
  }
}

async function trailOf(
  page: Page,
  simulator: Simulator,
  look: Look,
  wanted: readonly string[],
  keep: Keep,
): Promise<Trail> {
  const labels = labelsFor(look.language, look.generation);
  const script = await snapshotScript();
  const { accounts, integrationAccount } = findScenario('ready');
  const [{ username, password }] = accounts;
  return {
    page,
    simulator,
    look,
    label: (key) => labels[key],
    open: async (url) => {
      await page.goto(url);
      await passSignIn(page, { username, password, code: () => ONE_TIME_CODE });
    },
    save: async (name, frame = page.mainFrame()) => {
      if (!wanted.includes(name) || !isKept(name, look)) return;
      const secrets = await frame.locator(SECRETS).allTextContents();
      const html = await frame.evaluate<ReturnType<typeof snapshot>>(script);
      const tenant = scrubbed(simulator.control.tenant, integrationAccount, secrets);
      await keep(name, fileOf(name, look), header(look) + steadyIds(scrub(html, tenant)));
    },
  };
}

/** Says what the page is: nobody is to take it for the real portal. */
function header({ language, generation }: Look): string {
  const today = new Date().toISOString().slice(0, 10);
  return `<!-- Saved ${today} from the simulated tenant, ${LANGUAGE_NAMES[language]}, ${generation} labels. -->\n<!doctype html>\n`;
}

async function snapshotScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(import.meta.dirname, 'snapshot.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'captured',
    write: false,
  });
  return `${outputFiles[0]?.text}; captured.snapshot()`;
}
