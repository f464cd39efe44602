// npm start: the main job on the simulated tenant. With a display it opens a browser; without one,
// or with --auto, it plays the whole walk and saves pictures.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { prepare, ROOT, run, say } from './lib/prepare.mjs';

if (!process.argv.includes('--help')) {
  const isFirefox = /\bfirefox\b/.test(process.argv.slice(2).join(' '));
  prepare({ browsers: [isFirefox ? 'firefox-esr' : 'chromium'] });
  say('Building the extension …');
  run('npx', ['wxt', 'build', ...(isFirefox ? ['-b', 'firefox', '--mv3'] : [])]);
} else if (!existsSync(path.join(ROOT, 'node_modules', 'tsx'))) prepare({ browsers: [] }); // Right after `git clone` nothing can print it.

// Not by the command `tsx`, which ends what it runs with SIGKILL when that takes longer than a moment
// to hear of Ctrl-C: the browser's folder would be left behind.
const child = spawn(
  process.execPath,
  ['--import', 'tsx', 'scripts/start/main.ts', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
// Ctrl-C reaches the child by itself; this process only waits and hands on how it ended.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
