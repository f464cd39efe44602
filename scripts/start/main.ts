import { parseArgs } from 'node:util';
import { startSimulator } from '../../simulator/index.ts';
import { findScenario } from '../../simulator/scenarios/index.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import { playWalk } from './auto.ts';
import { type OpenBrowser, openProfile } from './browser.ts';
import { openByHand } from './by-hand.ts';
import { openFirefox, openFirefoxForRobot } from './firefox.ts';
import { closeHomes } from './homes.ts';
import { USAGE } from './usage.ts';

/** How each browser is started for whoever uses it. */
const BROWSERS = {
  chromium: { robot: openProfile, person: openProfile },
  firefox: { robot: openFirefoxForRobot, person: openFirefox },
} as const satisfies Record<string, Readonly<{ robot: OpenBrowser; person: OpenBrowser }>>;

type Wish = Readonly<{ auto: boolean; help: boolean; out: string; theme: 'light' | 'dark' }> &
  Readonly<{ scenario: Scenario; browser: keyof typeof BROWSERS }>;

/** What the command line asks for; `undefined` after saying what is wrong with it. */
function readWish(): Wish | undefined {
  try {
    return wishFrom(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${USAGE}`);
    return undefined;
  }
}

/** @throws Error that says what is wrong. */
function wishFrom(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: {
      auto: { type: 'boolean', default: false },
      scenario: { type: 'string', default: 'walk' },
      theme: { type: 'string', default: 'light' },
      browser: { type: 'string', default: 'chromium' },
      out: { type: 'string', default: 'artifacts/walk' },
      help: { type: 'boolean', default: false },
    },
  });
  const { theme, browser } = values;
  if (theme !== 'light' && theme !== 'dark') {
    throw new Error(`There is no theme "${theme}". Choose light or dark.`);
  }
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`There is no browser "${browser}". Choose chromium or firefox.`);
  }
  return { ...values, theme, browser, scenario: findScenario(values.scenario) };
}

let isStopping = false;

async function main(): Promise<number> {
  const wish = readWish();
  if (!wish) return 2;
  if (wish.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { theme, scenario } = wish;
  const { robot, person } = BROWSERS[wish.browser];
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const simulator = await startSimulator({ scenario: scenario.name });
  const closeAll = () => closeHomes().finally(() => simulator.close());
  const stop = () => {
    if (!isStopping) void closeAll().finally(() => process.exit(130));
    isStopping = true;
  };
  // Heard every time: a terminal and the runners between may each send it, and the second must not
  // end us before what was opened is swept away.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    simulator.world.traits.theme = theme;
    if (wish.auto || !hasDisplay) {
      return await playWalk({ simulator, scenario, theme, folder: wish.out, open: robot });
    }
    return await openByHand({ simulator, scenario, theme, open: person });
  } finally {
    await closeAll();
  }
}

main().then(
  // Whoever was told to stop ends the process: the walk ends too, as its browser is closed.
  (code) => isStopping || process.exit(code),
  (error: unknown) => {
    if (isStopping) return;
    process.stderr.write(`\n  Stopped: ${messageOf(error)}\n`);
    process.exit(2);
  },
);

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
