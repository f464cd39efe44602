// @vitest-environment happy-dom
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareFolders, type Row } from '@/scripts/drift/compare.ts';
import { drifted, tableOf } from '@/scripts/drift/table.ts';
import { defineGuide, type Guide } from '@/utils/domain/guide.ts';

const GUIDE: Guide = defineGuide({
  id: 'a-guide',
  title: 'A guide',
  purpose: 'To see a locator drift.',
  version: 1,
  minutes: 1,
  questions: [],
  steps: [
    {
      id: 'step',
      title: 'Step',
      next: 'Save.',
      why: 'Because.',
      where: 'There',
      weight: 'required',
      actor: 'admin',
      known: { by: 'answer', question: 'partnerTier' },
      actions: [
        {
          id: 'save',
          page: 'portal/form',
          target: {
            strategies: [{ by: 'role', role: 'button', names: ['Save changes'] }],
            seenIn: ['portal/form'],
          },
          say: 'Select [Save changes]',
          until: 'passed',
        },
      ],
    },
  ],
});

const FORM = '<html lang="en"><body><button>Save changes</button></body></html>';
const LABELS = { 'Save changes': ['Änderungen speichern'] };

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'waymark-drift-'));
  await save('reference', 'form', FORM);
});
afterEach(() => rm(home, { recursive: true }));

async function save(folder: string, name: string, html: string): Promise<void> {
  await mkdir(path.join(home, folder, 'portal'), { recursive: true });
  await writeFile(path.join(home, folder, 'portal', `${name}.html`), html);
}

function compare(): Promise<Row[]> {
  return compareFolders([GUIDE], {
    reference: path.join(home, 'reference'),
    now: path.join(home, 'now'),
    readLabels: async (language) => (language === 'de' ? LABELS : {}),
  });
}

test('a page that is as it was reports the control as found and nothing as lost', async () => {
  await save('now', 'form', FORM);

  const rows = await compare();

  expect(drifted(rows)).toEqual([]);
  expect(tableOf(rows)).toBe(
    '✓ step/save  portal/form  found\n1 of 1 found; nothing found before is lost.\n',
  );
});

test('a renamed control is lost, and the nearest name is told', async () => {
  await save('now', 'form', FORM.replace('Save changes', 'Save all'));

  const rows = await compare();

  expect(drifted(rows)).toHaveLength(1);
  expect(tableOf(rows)).toContain('✗ step/save  portal/form  missing (absent); nearest: Save all');
});

test('a second control of the name makes it ambiguous, in a shadow root too', async () => {
  const twin =
    '<x-app><template shadowrootmode="open"><button>Save changes</button></template></x-app>';
  await save('now', 'form', FORM.replace('</body>', `${twin}</body>`));

  expect(tableOf(await compare())).toContain('ambiguous: 2 controls');
});

test('a hidden, a disabled and a slotted twin leave one control', async () => {
  const twins = `<div hidden><button>Save changes</button></div><button disabled>Save changes</button>
    <x_he-button hidden><template shadowrootmode="open"><button><slot></slot></button></template>Save changes</x_he-button>`;
  await save('now', 'form', FORM.replace('</body>', `${twins}</body>`));

  expect(drifted(await compare())).toEqual([]);
});

test('a prefixed web component with its native button is one control', async () => {
  const component =
    '<x_he-button><template shadowrootmode="open"><button><slot></slot></button></template>Save changes</x_he-button>';
  await save('now', 'form', FORM.replace('<button>Save changes</button>', component));

  expect(tableOf(await compare())).toContain('found');
  expect(drifted(await compare())).toEqual([]);
});

test('a page in another language is read with that language’s labels', async () => {
  const german = FORM.replace('"en"', '"de"').replace('Save changes', 'Änderungen speichern');
  await save('now', 'form.de', german);

  expect((await compare())[0]?.now.sighting).toMatchObject({ status: 'found', strategy: 0 });
});

test('what was never found is missing, not lost', async () => {
  await save('reference', 'form', '<html lang="en"><body></body></html>');
  await save('now', 'form', '<html lang="en"><body></body></html>');

  const rows = await compare();

  expect(drifted(rows)).toEqual([]);
  expect(tableOf(rows)).toContain('· step/save  portal/form  missing (absent)');
});

test('a folder with no page that a locator names says what to do', async () => {
  await save('now', 'other', FORM);

  expect(tableOf(await compare())).toMatch(/Name files as the guide’s seenIn does/);
});
