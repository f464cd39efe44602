import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Peers that are measured and never a part of the project: shepherd.js and intro.js are under the
 * AGPL, so they are in no list of what we depend on. Fetched into a scratch folder that git ignores.
 */
const FOLDER = path.resolve('.cache/bench-peers');
const WANTED = ['shepherd.js@15.3.0', 'intro.js@8.6.0', '@floating-ui/dom@1.8.0'];

/** Where bundles find them. */
export const PEER_MODULES = path.join(FOLDER, 'node_modules');

/** Code that puts the peers where `in-world/modes.ts` looks for them. */
export const PEERS = `
import Shepherd from 'shepherd.js';
import introJs from 'intro.js';
import { autoUpdate } from '@floating-ui/dom';
globalThis.peers = {
  autoUpdate,
  shepherd: (target) => {
    const tour = new Shepherd.Tour({ useModalOverlay: true });
    tour.addStep({ attachTo: { element: target, on: 'bottom' }, text: 'Select it' });
    tour.start();
    return () => tour.cancel();
  },
  introJs: (target) => {
    const tour = introJs.tour().setOptions({
      steps: [{ element: target, intro: 'Select it' }],
      showButtons: false,
      showBullets: false,
      scrollToElement: false,
    });
    tour.start();
    return () => tour.exit(true);
  },
};`;

/** Fetches the peers unless they are there. */
export async function fetchPeers(): Promise<void> {
  const isThere = WANTED.every((name) =>
    existsSync(path.join(PEER_MODULES, name.slice(0, name.lastIndexOf('@')))),
  );
  if (isThere) return;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, 'package.json'), '{ "private": true }');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', ...WANTED];
  execFileSync('npm', args, { cwd: FOLDER, stdio: 'inherit' });
}

/** The peers' own style sheets, and colours by which their highlights are told in a picture. */
export async function peerStyles(): Promise<string> {
  const sheets = [
    'node_modules/driver.js/dist/driver.css',
    path.join(PEER_MODULES, 'shepherd.js/dist/css/shepherd.css'),
    path.join(PEER_MODULES, 'intro.js/introjs.css'),
  ];
  const styles = await Promise.all(sheets.map((file) => readFile(file, 'utf8')));
  return `${styles.join('\n')}
    .box{position:fixed;box-sizing:border-box;border:3px solid #0a6b5b;pointer-events:none;z-index:9}
    .introjs-helperLayer{box-shadow:none!important;border:3px solid #0a6b5b;background:none!important}
    .introjs-tooltipReferenceLayer,.shepherd-element{visibility:hidden!important}
    .shepherd-modal-overlay-container.shepherd-modal-is-visible{opacity:.5!important;fill:#0ff}`;
}
