// What a bare machine lacks is installed here, and said. Plain Node without dependencies: this runs
// before `npm ci` has.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_NODE = [20, 19];
const STAMP = path.join(ROOT, 'node_modules', '.waymark-lockfile');

/** Ends the script with a sentence for the reader instead of a stack trace. */
export function stop(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

export function say(message) {
  process.stdout.write(`${message}\n`);
}

/**
 * Node, dependencies, browsers: in the order they are needed.
 *
 * @param browsers Names of Debian packages; with any of them come the tools to drive them.
 */
export function prepare({ browsers }) {
  requireNode();
  installDependencies();
  if (browsers.length > 0) installBrowsers(browsers);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  stop(`Node ${process.versions.node} is too old. Install Node ${OLDEST_NODE.join('.')} or newer.`);
}

function installDependencies() {
  const lockfile = readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfile) return;
  say('Installing dependencies (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, lockfile);
}

/** Commands by which a package, or what serves in its place, is known to be there. */
const BROWSERS = {
  // Not Google Chrome: since version 137 it loads no extension from the command line.
  chromium: ['chromium', 'chromium-browser'],
  // Not Mozilla's release: it takes only extensions that Mozilla has signed.
  'firefox-esr': ['firefox-esr'],
};
/** Variables in which somebody names a browser of their own. */
const NAMED = { chromium: 'CHROMIUM', 'firefox-esr': 'FIREFOX' };
const TOOLS = {
  'libnss3-tools': ['certutil'],
  python3: ['python3'],
};

/** Browsers, certutil and Python, from Debian's packages where that is allowed. */
export function installBrowsers(browsers) {
  const wanted = browsers.filter((name) => !process.env[NAMED[name]]);
  const missing = [...wanted.map((name) => [name, BROWSERS[name]]), ...Object.entries(TOOLS)]
    .filter(([, commands]) => !commands.some(isInstalled))
    .map(([name]) => name);
  if (missing.length === 0) return;
  const command = `apt-get install -y ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !isInstalled('apt-get')) {
    stop(
      `Missing on this machine: ${missing.join(', ')}.\nInstall with:  sudo ${command}\nThen run this command again.`,
    );
  }
  say(`Installing ${missing.join(', ')} (${command}) …`);
  run('apt-get', ['update', '-qq']);
  const fonts = ['fonts-noto-core', 'fonts-noto-cjk'];
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing, ...fonts], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
}

function isInstalled(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}

/** Runs a command quietly; on failure shows what it printed and ends. */
export function run(command, args, env = {}) {
  try {
    execFileSync(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    stop(`${error.stdout ?? ''}${error.stderr ?? ''}\n"${command} ${args.join(' ')}" failed.`);
  }
}
