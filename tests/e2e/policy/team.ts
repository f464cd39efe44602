import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { runPolicy } from '@/scripts/policy/run.ts';

/** What an administrator writes into `team.json`. */
export type Configuration = Readonly<Record<string, unknown>>;

/** What a policy file holds. */
export type Policies = Record<string, Record<string, Record<string, unknown>>>;

/** One Linux computer of an organisation, as its administrator treats it by our documents. */
export type Team = Readonly<{
  /** What stands for `/etc` on that computer. */
  etc: string;
  /** Makes the files with the command and copies them, as `docs/deployment/linux.md` says. */
  copyFiles: (configuration: Configuration) => Promise<void>;
  /** Makes the files and runs the script that comes with them. */
  runScript: (task: 'install' | 'remove', configuration: Configuration) => Promise<void>;
  /** Writes a policy file, as the organisation itself does. */
  write: (file: string, policies: object) => Promise<void>;
  read: (file: string) => Promise<Policies>;
  close: () => Promise<void>;
}>;

export async function openTeam(): Promise<Team> {
  const home = await mkdtemp(path.join(tmpdir(), 'waymark-team-'));
  const root = path.join(home, 'root');
  const etc = path.join(root, 'etc');
  await mkdir(etc, { recursive: true });
  return {
    etc,
    copyFiles: async (configuration) => {
      const files = await makeFiles(home, configuration);
      await cp(path.join(files, 'linux', 'etc'), etc, { recursive: true });
    },
    runScript: async (task, configuration) => {
      const script = path.join(await makeFiles(home, configuration), 'linux', 'waymark-linux.py');
      await promisify(execFile)('python3', [script, task, '--root', root]);
    },
    write: async (file, policies) => {
      await mkdir(path.dirname(path.join(etc, file)), { recursive: true });
      await writeFile(path.join(etc, file), JSON.stringify(policies));
    },
    read: async (file) => JSON.parse(await readFile(path.join(etc, file), 'utf8')),
    close: () => rm(home, { recursive: true, force: true }),
  };
}

/** `npm run policy`, with the configuration as a file. */
async function makeFiles(home: string, configuration: Configuration): Promise<string> {
  const config = path.join(home, 'team.json');
  const out = path.join(home, 'files');
  await writeFile(config, JSON.stringify(configuration));
  const said: string[] = [];
  const code = await runPolicy(['--config', config, '--out', out, '--force'], (line) => {
    said.push(line);
  });
  if (code !== 0) throw new Error(said.join('\n'));
  return out;
}
