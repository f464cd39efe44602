import { parseArgs } from 'node:util';
import { startSimulator } from '../../simulator/index.ts';
import { findScenario, scenarios } from '../../simulator/scenarios/index.ts';
import { playWalk } from './auto.ts';
import { openByHand } from './by-hand.ts';

const USAGE = `npm start [-- options]

  --auto             play the walk headless, print each verdict, save pictures
  --scenario NAME    state of the simulated tenant: ${Object.keys(scenarios).join(', ')}
  --theme THEME      light or dark, for portals and panel
  --out FOLDER       where pictures go (default: artifacts/walk)
  --help             this text
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      auto: { type: 'boolean', default: false },
      scenario: { type: 'string', default: 'walk' },
      theme: { type: 'string', default: 'light' },
      out: { type: 'string', default: 'artifacts/walk' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const theme = values.theme === 'dark' ? 'dark' : 'light';
  const scenario = findScenario(values.scenario);
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const simulator = await startSimulator({ scenario: scenario.name });
  const stop = () => void simulator.close().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    simulator.world.traits.theme = theme;
    if (values.auto || !hasDisplay) {
      return await playWalk({ simulator, scenario, theme, folder: values.out });
    }
    return await openByHand({ simulator, scenario, theme });
  } finally {
    await simulator.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stderr.write(USAGE);
    process.exit(2);
  },
);
