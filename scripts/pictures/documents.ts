import { copyFile, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSimulator } from '../../simulator/index.ts';
import { findScenario } from '../../simulator/scenarios/index.ts';
import { playWalk } from '../start/auto.ts';

/** Pictures of the documentation, by the end of their file's name in the film of the walk. */
const FROM_THE_WALK: Readonly<Record<string, string>> = {
  'walk-partner-center.png': '-partner-center-admin-agent.png',
  'walk-entra.png': '-entra-require-multifactor-authentication.png',
  'walk-policy-wait.png': '-policy-wait.png',
};

/**
 * Plays the walk with the production build and puts its telling pictures into the documentation.
 *
 * @param folder Where the documentation keeps its pictures.
 * @throws Error when the walk fails, or no longer passes a control that the documentation shows.
 */
export async function walkPictures(folder: string): Promise<void> {
  const film = await mkdtemp(path.join(tmpdir(), 'waymark-pictures-'));
  const scenario = findScenario('walk');
  const simulator = await startSimulator({ scenario: scenario.name });
  try {
    const code = await playWalk({ simulator, scenario, theme: 'light', folder: film });
    if (code !== 0) throw new Error('The walk did not end as it should: no picture was replaced.');
  } finally {
    await simulator.close();
  }
  const shots = await readdir(film);
  for (const [picture, ending] of Object.entries(FROM_THE_WALK)) {
    const shot = shots.find((file) => file.endsWith(ending));
    if (!shot) throw new Error(`The walk has no picture that ends with "${ending}".`);
    await copyFile(path.join(film, shot), path.join(folder, picture));
  }
}
