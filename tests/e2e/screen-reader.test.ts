import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { heardIn } from './heard.ts';
import { ask, openWorld, ready, view, type World } from './world.ts';

/** Renewed by `npx vitest run --project e2e tests/e2e/screen-reader.test.ts -u`; read the difference. */
const SCRIPT = '../../docs/reference/screen-reader.md';

const INTRODUCTION = `# What a screen reader hears

Every step of the guide as the browser hands it to assistive technology, read in order: role, name, state. Written by \`tests/e2e/screen-reader.test.ts\` from Chromium's accessibility tree, and compared with it on every run; times are left out. To renew it: \`npx vitest run --project e2e tests/e2e/screen-reader.test.ts -u\`.
`;

test('a screen reader hears the whole guide, before and after the work, as it is written down', {
  timeout: 180_000,
}, async () => {
  const before = await chapter('walk', 'Before: a tenant in which nothing is done');
  const after = await chapter('ready', 'After: a tenant in which everything is done');

  await expect([INTRODUCTION, ...before, ...after].join('\n')).toMatchFileSnapshot(SCRIPT);
});

/** The panel's frame once, then each step's card in turn. */
async function chapter(scenario: string, title: string): Promise<string[]> {
  const world = await openWorld(scenario);
  try {
    await ready(world);
    const panel = await openPanelPage(world);
    const { steps } = await view(world.own);
    const parts = [`## ${title}\n`, '### The panel around the steps\n'];
    parts.push(fenced(await heardIn(panel, 'header, footer, [role="status"]')));
    for (const { id } of steps) parts.push(...(await heardStep(world, panel, id)));
    return parts;
  } finally {
    await world.close();
  }
}

async function heardStep({ own }: World, panel: Page, id: string): Promise<string[]> {
  await ask(own, 'openStep', { stepId: id });
  await panel.waitForSelector(`[data-step="${id}"][aria-current="step"] [aria-expanded="true"]`);
  return [`### \`${id}\`\n`, fenced(await heardIn(panel, `[data-step="${id}"]`))];
}

async function openPanelPage({ profile }: World): Promise<Page> {
  const panel = await profile.context.newPage();
  await panel.goto(`chrome-extension://${profile.extensionId}/panel.html`);
  await panel.waitForSelector('[aria-busy="false"] [data-step]');
  return panel;
}

function fenced(lines: readonly string[]): string {
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`;
}
