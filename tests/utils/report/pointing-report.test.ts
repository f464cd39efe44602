import { describe, expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import { aFrame, aReport, pointingAt } from '@/tests/utils/a-state.ts';
import type { Pointing } from '@/utils/domain/view.ts';
import { pointingReport } from '@/utils/report/pointing-report.ts';

const scene = {
  guide,
  portals,
  version: '1.2.3',
  personal: ['megan', 'contoso.com', 'Megan Bowen', 'Contoso'],
};
const ID = '0f1e2d3c-4b5a-4678-8a9b-0c1d2e3f4a5b';
const EDIT = `https://partner.microsoft.com/de-de/dashboard/account/v3/usermanagement/edituser/${ID}?upn=megan@contoso.com#for-Megan`;

const missing: Pointing = {
  status: 'not-pointing',
  stepId: 'admin-agent',
  actionId: 'update',
  refusal: 'ambiguous',
};

function reportOf(nearest: readonly string[], pointing: Pointing = missing): string {
  const sighting = { status: 'missing', refusal: 'ambiguous', nearest } as const;
  const report = aReport({ sightings: [{ actionId: 'update', sighting }] });
  const tab = { frames: { 0: aFrame(EDIT, { language: 'de', report }) } };
  return pointingReport(pointing, tab, scene) ?? '';
}

describe('a report about a ring that stands wrong', () => {
  test('says what a maintainer needs: version, step, route, language, refusal, names seen, strategies', () => {
    expect(reportOf(['Update account']).split('\n')).toEqual(
      expect.arrayContaining([
        'Waymark 1.2.3, guide work365-partner-center version 1, step admin-agent',
        'Route: partner.microsoft.com/de-de/dashboard/account/v3/usermanagement/edituser/…#…',
        'Pages: partner-center/edit-user',
        'Now: not pointing: ambiguous (update)',
        'Frame top, language de, in sight',
        '  update: ambiguous; nearest: "Update account"',
        'update on partner-center/edit-user, until passed',
        '  1. role: role button; names Update | Save',
      ]),
    );
  });

  test('holds nothing of the tenant: no address, id, person, organisation or number', () => {
    const text = reportOf([
      'Update Megan Bowen',
      'Update CONTOSO',
      'Update noor@fabrikam.example',
      `Update ${ID}`,
      'Update +49 30 1234567',
    ]);

    expect(text).not.toMatch(/megan|bowen|contoso|noor|fabrikam|0f1e2d3c|1234567/i);
    expect(text).toContain('"Update …"');
  });

  test('names the strategy that found what is ringed, and the view of its frame', () => {
    const report = aReport(pointingAt('update'));
    const pointing = report.pointing && { ...report.pointing, strategy: 1 };
    const frame = aFrame('https://sandbox-1.reactblade.portal.azure.net/', {
      name: `blade/${ID}/UsersList.ReactView-7`,
      report: { ...report, pointing },
    });
    const now = {
      status: 'pointing',
      stepId: 'admin-agent',
      actionId: 'update',
      inView: false,
    } as const;
    const text = pointingReport(now, { frames: { 0: aFrame(EDIT), 3: frame } }, scene) ?? '';

    expect(text).toContain('Now: pointing at update, out of view');
    expect(text).toContain('Frame UsersList.ReactView');
    expect(text).toContain('  update: found by strategy 2');
    expect(text).not.toContain(ID);
  });

  test('is not there while nothing is pointed at anyway', () => {
    expect(pointingReport({ status: 'off' }, { frames: {} }, scene)).toBeUndefined();
    expect(pointingReport(missing, undefined, scene)).toBeUndefined();
  });
});
