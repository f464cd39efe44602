/**
 * Writes the files that deploy Waymark to a team: `npm run policy -- --config team.json --out DIR`.
 * The same files come from the deployment page of the extension.
 */
import { runPolicy } from './policy/run.ts';

process.exitCode = await runPolicy(process.argv.slice(2), (line) =>
  process.stdout.write(`${line}\n`),
);
