import { describe, expect, test } from 'vitest';
import guide from '@/guides/work365-partner-center/guide.ts';
import { portals } from '@/portals/hosts.ts';
import type { Refusal } from '@/utils/domain/locator.ts';
import type { FrameReport } from '@/utils/domain/orders.ts';
import type { Guard } from '@/utils/domain/view.ts';
import { pointingOf } from '@/utils/guidance/pointing.ts';
import { aFrame, aReport, aState, INTEGRATION_ACCOUNT, pointingAt } from '../a-state.ts';
import { USER_MANAGEMENT } from './scene.ts';

const TAB = 7;
const answers = { partnerTier: 'direct', integrationAccount: INTEGRATION_ACCOUNT } as const;

function pointing(reports: readonly FrameReport[], guard?: Guard, stepId = 'account-exists') {
  const frames = Object.fromEntries(
    reports.map((report, index) => [index, aFrame(USER_MANAGEMENT, { report })]),
  );
  const state = aState({
    tenant: { answers },
    local: { openStepId: stepId },
    session: { tabs: { [TAB]: { frames } } },
  });
  return pointingOf(state, TAB, { guide, portals, guard });
}

function missing(actionId: string, refusal: Refusal) {
  return { actionId, sighting: { status: 'missing', refusal, nearest: [] } } as const;
}

test('one claim is pointing', () => {
  expect(pointing([aReport(pointingAt('add-user')), aReport()])).toEqual({
    status: 'pointing',
    stepId: 'account-exists',
    actionId: 'add-user',
    inView: true,
  });
});

test('two claims are none: that is ambiguous', () => {
  const claim = aReport(pointingAt('add-user'));

  expect(pointing([claim, claim])).toMatchObject({ status: 'not-pointing', refusal: 'ambiguous' });
});

test('what an invisible frame claims is not said', () => {
  const hidden = aReport({ ...pointingAt('add-user'), visible: false });

  expect(pointing([hidden])).toMatchObject({ status: 'not-pointing', refusal: 'other-page' });
});

describe('why there is no ring is said in words', () => {
  test('what the administrator can do something about goes before "not there"', () => {
    const report = aReport({
      sightings: [missing('save', 'absent'), missing('continue', 'disabled')],
    });

    expect(pointing([report])).toEqual({
      status: 'not-pointing',
      stepId: 'account-exists',
      actionId: 'continue',
      refusal: 'disabled',
    });
  });

  test('on a page the step has nothing to do with, it is another page', () => {
    expect(pointing([aReport()])).toMatchObject({ status: 'not-pointing', refusal: 'other-page' });
  });

  test('a page of another tenant is another page; a doubtful account is named', () => {
    const link = '';
    const wrongTenant: Guard = { kind: 'wrong-tenant', page: 'a.com', guide: 'b.com' };
    const unknown: Guard = { kind: 'unknown-account', needed: 'a@b.com', link };
    const claim = aReport(pointingAt('add-user'));

    expect(pointing([claim], wrongTenant)).toMatchObject({ refusal: 'other-page' });
    expect(pointing([claim], unknown)).toMatchObject({ refusal: 'unknown-account' });
  });
});

test('a control that is found but not pointed at yet is being looked for', () => {
  const sighting = { status: 'found', strategy: 0, inView: true, tiny: false } as const;

  expect(pointing([aReport({ sightings: [{ actionId: 'add-user', sighting }] })])).toEqual({
    status: 'looking',
    stepId: 'account-exists',
  });
});

test('what a frame said of another step is not said of this one', () => {
  const earlier = aReport(pointingAt('add-user'));

  expect(pointing([earlier], undefined, 'entra-licence')).toEqual({
    status: 'not-pointing',
    stepId: 'entra-licence',
    refusal: 'other-page',
  });
});

test('while the step asks its question nothing is pointed at, whatever a frame still claims', () => {
  const frames = { 0: aFrame(USER_MANAGEMENT, { report: aReport(pointingAt('add-user')) }) };
  const asking = aState({
    tenant: { answers: { partnerTier: 'direct' } },
    local: { openStepId: 'account-exists' },
    session: { tabs: { [TAB]: { frames } } },
  });

  expect(pointingOf(asking, TAB, { guide, portals, guard: undefined })).toEqual({ status: 'off' });
});

test('a step without controls points at nothing', () => {
  expect(pointing([aReport()], undefined, 'policy-settled')).toEqual({ status: 'off' });
});

test('after a change was sent from here the reader is told to wait, and not sent elsewhere', () => {
  const frames = { 0: aFrame(USER_MANAGEMENT, { report: aReport() }) };
  const left = { 'account-exists': '2026-11-23T12:00:00.000Z' };
  const state = aState({
    tenant: { answers },
    local: { openStepId: 'account-exists' },
    session: { tabs: { [TAB]: { frames } }, left },
  });

  const seen = pointingOf(state, TAB, { guide, portals, guard: undefined });

  expect(seen).toEqual({ status: 'not-pointing', stepId: 'account-exists', refusal: 'awaited' });
});
