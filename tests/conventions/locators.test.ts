// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { healthOf } from '@/scripts/capture/health.ts';
import { FOLDER, fileOf, isKept, LOOKS, type Look, namedPages } from '@/scripts/capture/pages.ts';
import { type LabelKey, labelsFor } from '@/simulator/portals/labels/labels.ts';
import type { Guide } from '@/utils/domain/guide.ts';
import type { PortalLabels } from '@/utils/guidance/localise.ts';
import { foldFor } from '@/utils/locator/text.ts';

const guides = import.meta.glob<Guide>('/guides/*/guide.ts', { eager: true, import: 'default' });
const pages = import.meta.glob<string>('/tests/fixtures/pages/**/*.html', {
  eager: true,
  import: 'default',
  query: '?raw',
});
const labelFiles = import.meta.glob<PortalLabels>('/locales/*/portal-labels.json', {
  eager: true,
  import: 'default',
});

const actions = Object.values(guides).flatMap(({ steps }) =>
  steps.flatMap((step) => step.actions.map((action) => ({ step, action }))),
);

/**
 * What the English page calls the control that this page calls so: by the simulated portals' own
 * labels, which the locators' translations do not come from.
 */
function englishFor(found: string, { language, generation }: Look): string[] {
  const fold = foldFor(language);
  const keys = Object.entries(labelsFor(language, generation)).flatMap(([key, text]) =>
    fold(text) === fold(found) ? [key as LabelKey] : [],
  );
  const english = [labelsFor('en', 'current'), labelsFor('en', 'older')];
  return [found, ...keys.flatMap((key) => english.map((labels) => labels[key]))];
}

describe.each(LOOKS)('on pages in $language with $generation labels', (look) => {
  const labels = labelFiles[`/locales/${look.language}/portal-labels.json`] ?? {};
  const cases = actions.flatMap(({ step, action }) =>
    action.target.seenIn
      .filter((name) => isKept(name, look))
      .map((name) => ({ id: `${step.id}/${action.id}`, name, action })),
  );

  test.each(cases)('$id points at the one control of $name that is meant', ({ name, action }) => {
    const html = pages[`/${FOLDER}/${fileOf(name, look)}`] ?? '';

    const { sighting, name: found = '' } = healthOf(action, html, labels);

    expect(sighting).toMatchObject({ status: 'found' });
    const { strategies } = action.target;
    const used = sighting.status === 'found' ? strategies[sighting.strategy] : undefined;
    // The same kind as the first: several may stand for roles or products that tenants differ in.
    expect(used?.by).toBe(strategies[0].by);
    const wanted = used && 'names' in used ? used.names : ['*'];
    if (!wanted.includes('*'))
      expect(wanted.some((name) => englishFor(found, look).includes(name))).toBe(true);
  });
});

describe.each(Object.entries(pages))('%s', (file, html) => {
  test('is a page that some locator names', () => {
    const [name = ''] = file.slice(`/${FOLDER}/`.length).split('.');

    expect(namedPages(Object.values(guides))).toContain(name);
  });

  test('says where it is from, and holds nothing of a tenant and nothing that runs', () => {
    const addresses = html.match(/[\w.+-]+(?:@|%40)[\w.-]+/g) ?? [];
    const ids = html.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? [];

    expect(html).toMatch(/^<!-- Saved \d{4}-\d\d-\d\d from .+ -->\n<!doctype html>\n/);
    expect(addresses.filter((each) => !each.endsWith('@contoso.com'))).toEqual([]);
    expect(ids.filter((each) => !each.startsWith('00000000-'))).toEqual([]);
    expect(html).not.toMatch(/fabrikam|<script|<style|<iframe|<link|\son\w+=/i);
  });
});

describe.each(actions.map(({ step, action }) => [`${step.id}/${action.id}`, action] as const))(
  '%s',
  (_, { target, servedBy = [] }) => {
    test('rests on nothing that a portal makes up anew with each rendering or release', () => {
      const text = JSON.stringify([...target.strategies, ...servedBy]);

      expect(text).not.toMatch(/nth-|-\d{2,}"|[0-9a-f]{8}-[0-9a-f]{4}|:r[0-9a-z]+:|fui-|ms-\w+-\d/);
      expect(target.strategies[0].by).not.toBe('css');
    });

    test('is proved in more than one look of the portal', () => {
      const looks = target.seenIn.flatMap((name) =>
        LOOKS.filter((look) => pages[`/${FOLDER}/${fileOf(name, look)}`]),
      );
      const isListed = target.seenIn.every((name) => name.includes('-list'));

      expect(new Set(looks).size).toBeGreaterThanOrEqual(isListed ? 1 : 2);
    });
  },
);
