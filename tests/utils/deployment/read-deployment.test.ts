import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import english from '@/locales/en/deployment.json' with { type: 'json' };
import { artefactsOf } from '@/utils/deployment/artefacts.ts';
import { IDENTITY } from '@/utils/deployment/identity.ts';
import { readConfiguration } from '@/utils/deployment/read-configuration.ts';
import { type Problem, readDeployment } from '@/utils/deployment/read-deployment.ts';
import { sayFrom } from '@/utils/i18n/say-from.ts';
import { EVERYTHING, GUIDES } from './a-deployment.ts';
import { MALFORMED } from './malformed.ts';

const say = sayFrom([english], 'en-GB');

function problemsOf(text: string): readonly Problem[] {
  const read = readConfiguration(text, GUIDES);
  return 'problems' in read ? read.problems : [];
}

test('there are more than fifty ways to be wrong', () => {
  expect(MALFORMED.length).toBeGreaterThan(50);
  expect(new Set(MALFORMED.map(({ why }) => why)).size).toBe(MALFORMED.length);
});

describe('a configuration that is wrong in one thing gets one clear message', () => {
  test.each(MALFORMED.map((row) => [row.why, row] as const))('%s', (_, { text, at, says }) => {
    const problems = problemsOf(text);
    const [said = ''] = problems.map((one) => say(one.said));

    expect(problems).toHaveLength(1);
    expect(problems[0]?.at).toBe(at);
    expect(said).toContain(says);
    expect(said).toMatch(/\.$/);
    expect(said).not.toMatch(/\{(?:at|given|known|most|example)\}|deploy\./);
  });
});

describe('a configuration that is right', () => {
  test('names what it leaves out as all browsers, all platforms and no settings', () => {
    const given = { organisation: 'Contoso', packages: 'https://it.contoso.com/waymark' };

    expect(readDeployment(given, GUIDES)).toEqual({
      deployment: {
        ...EVERYTHING,
        organisation: 'Contoso',
        extensionId: IDENTITY.chromiumId,
        settings: {},
      },
    });
  });

  test('may begin with a byte order mark, as Windows editors write it', () => {
    expect(problemsOf(`\uFEFF${JSON.stringify(EVERYTHING)}`)).toEqual([]);
  });

  test('ids and sign-in names are trimmed and put in lower case', () => {
    const settings = { tenantId: ' 0F1E2D3C-4B5A-4678-8A9B-0C1D2E3F4A5B ' };
    const read = readDeployment({ ...EVERYTHING, settings }, GUIDES);

    expect(read).toMatchObject({
      deployment: { settings: { tenantId: '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b' } },
    });
  });
});

test('several mistakes are all named at once', () => {
  const settings = { tenantId: 'x', panel: 'y' };
  const problems = problemsOf(JSON.stringify({ settings, browsers: [] }));

  expect(problems.map(({ at }) => at)).toEqual([
    'organisation',
    'packages',
    'browsers',
    'settings.tenantId',
    'settings.panel',
  ]);
});

test('whatever is given, it is either refused with words or makes files without failing', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(EVERYTHING)));
  const given = fc.record(
    { organisation: value, packages: value, browsers: value, platforms: value, settings: value },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(given, fc.jsonValue()), (one) => {
      const read = readDeployment(one, GUIDES);
      if ('deployment' in read) expect(artefactsOf(read.deployment, {}).length).toBeGreaterThan(2);
      else expect(read.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
}, 30_000);
