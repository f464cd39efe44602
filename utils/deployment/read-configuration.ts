import { words } from '../domain/words.ts';
import { type ReadDeployment, readDeployment } from './read-deployment.ts';
import { shown } from './read-values.ts';

/** Reads the text of a configuration file, strictly. A byte order mark is no mistake. */
export function readConfiguration(text: string, guideIds: readonly string[]): ReadDeployment {
  try {
    return readDeployment(JSON.parse(text.replace(/^\uFEFF/, '')), guideIds);
  } catch (error) {
    const given = shown(error instanceof Error ? error.message : String(error));
    return { problems: [{ at: 'file', said: words('deploy.problem.not-json', { given }) }] };
  }
}
