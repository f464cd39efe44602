import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { playWalk } from '@/scripts/start/auto.ts';
import { startSimulator } from '@/simulator/index.ts';
import { findScenario } from '@/simulator/scenarios/index.ts';

test('the guide leads from nothing to thirteen finished steps, ring by ring', {
  timeout: 400_000,
}, async () => {
  const simulator = await startSimulator({ scenario: 'walk' });
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-walk-'));
  try {
    const code = await playWalk({
      simulator,
      scenario: findScenario('walk'),
      theme: 'dark',
      folder,
    });
    expect(code).toBe(0);
    expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toContain('01-options.png');
  } finally {
    await simulator.close();
  }
});
