import { scenarios } from '../../simulator/scenarios/index.ts';

/** Width of a scenario's name in the list, characters. */
const NAME_COLUMNS = 23;

const STATES = Object.values(scenarios)
  .map(({ name, description }) => `  ${name.padEnd(NAME_COLUMNS)}${description}`)
  .join('\n');

/** What `npm start -- --help` prints. */
export const USAGE = `npm start [-- options]

  --auto             play the walk headless, print each verdict, save pictures
  --scenario NAME    state of the simulated tenant, one of those below (default: walk)
  --theme THEME      light or dark, for portals and panel
  --browser NAME     chromium or firefox
  --out FOLDER       where pictures go (default: artifacts/walk)
  --help             this text

Scenarios:

${STATES}
`;
