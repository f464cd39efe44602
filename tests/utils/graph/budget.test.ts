import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_BUDGET, Ledger } from '@/utils/graph/budget.ts';
import { claimsIn } from '@/utils/graph/challenge.ts';
import { makeEntry } from '@/utils/graph/entry.ts';
import { plan } from '@/utils/graph/plan.ts';
import { retry } from '@/utils/graph/retry.ts';
import type { Reply } from '@/utils/graph/transport.ts';
import { makeRead } from './loopback.ts';

function replyWith(status: number, headers: Record<string, string> = {}): Reply {
  const all = new Headers(headers);
  return { status, header: (name) => all.get(name), body: undefined };
}

describe('the budget', () => {
  it('never lets more out in a window than Microsoft allows, however requests come', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (waitsMs) => {
        let nowMs = 1_000_000;
        const ledger = new Ledger(undefined, () => nowMs);
        const sent: number[] = [];
        for (const waitMs of waitsMs) {
          nowMs += waitMs;
          if (ledger.allowance('reports') === 0) continue;
          ledger.sent('reports');
          ledger.answered('reports');
          sent.push(nowMs);
        }
        for (const atMs of sent) {
          const inWindow = sent.filter((other) => other >= atMs && other < atMs + 10_000);
          expect(inWindow.length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('counts a request from when it was answered, and until then as long as it takes', () => {
    let nowMs = 1_000_000;
    const ledger = new Ledger(EMPTY_BUDGET, () => nowMs);
    ledger.sent('conditional-access');
    nowMs += 5_000;
    expect(ledger.allowance('conditional-access')).toBe(0);
    expect(ledger.nextAtMs('conditional-access')).toBe(Number.POSITIVE_INFINITY);
    ledger.answered('conditional-access');
    expect(ledger.nextAtMs('conditional-access')).toBe(1_006_000);
  });

  it('says when the next request may go, and is never spent for the directory', () => {
    const ledger = new Ledger(undefined, () => 5_000);
    ledger.sent('conditional-access');
    ledger.answered('conditional-access');
    expect(ledger.allowance('conditional-access')).toBe(0);
    expect(ledger.nextAtMs('conditional-access')).toBe(6_000);
    for (let count = 0; count < 100; count += 1) ledger.sent('directory');
    expect(ledger.allowance('directory')).toBeGreaterThan(1_000);
    expect(ledger.nextAtMs('directory')).toBe(5_000);
  });

  it('after a refusal lets one request out at a time, until one is let through or time has passed', () => {
    let nowMs = 1_000_000;
    const ledger = new Ledger(undefined, () => nowMs);
    ledger.forbid('reports', 2_000);
    nowMs += 2_000;
    expect(ledger.allowance('reports')).toBe(1);
    ledger.sent('reports');
    expect(ledger.allowance('reports')).toBe(0);
    expect(ledger.nextAtMs('reports')).toBe(Number.POSITIVE_INFINITY);
    ledger.answered('reports');
    ledger.open('reports');
    expect(ledger.allowance('reports')).toBe(4);

    ledger.forbid('directory', 2_000);
    nowMs += 900_000;
    expect(ledger.allowance('directory')).toBe(1);
    nowMs += 2_000;
    expect(ledger.allowance('directory')).toBeGreaterThan(1_000);
  });

  it('survives as JSON', () => {
    const ledger = new Ledger(undefined, () => 5_000);
    ledger.sent('conditional-access');
    ledger.answered('conditional-access');
    ledger.hold('GET /v1.0/me', 20_000);
    ledger.forbid('reports', 30_000);
    const kept: unknown = JSON.parse(JSON.stringify(ledger.state()));
    const again = new Ledger(kept, () => 5_500);
    expect(again.allowance('conditional-access')).toBe(0);
    expect(again.forbiddenUntilMs('reports')).toBe(35_000);
    expect(again.forbiddenUntilMs('directory')).toBeUndefined();
    expect(again.heldUntilMs('GET /v1.0/me')).toBe(25_000);
    expect(again.heldUntilMs('GET /v1.0/users')).toBeUndefined();
  });

  it('is not closed for ever by a clock that was wrong, or by a wait without measure', () => {
    const far = { sentAtMs: { reports: [9e12] }, notBeforeMs: { reports: 9e12 } };
    const ledger = new Ledger(far, () => 5_000);
    expect(ledger.forbiddenUntilMs('reports')).toBeUndefined();
    expect(ledger.allowance('reports')).toBe(5);
    ledger.forbid('reports', 9e12);
    expect(ledger.forbiddenUntilMs('reports')).toBe(605_000);
  });
});

describe('a plan', () => {
  it('holds back what is not due and what the budget does not reach', () => {
    const later = { ...makeEntry('later', makeRead('/x'), 0), dueMs: 10 };
    const reports = [1, 2, 3].map((index) =>
      makeEntry(`r${index}`, makeRead(`/r${index}`, { budget: 'reports' }), 0),
    );
    const { groups, held } = plan([later, ...reports], 5, (budget) =>
      budget === 'reports' ? 2 : 99,
    );
    expect(groups.map((group) => group.map(({ key }) => key))).toEqual([['r1', 'r2']]);
    expect(held.map(({ key }) => key)).toEqual(['later', 'r3']);
  });
});

describe('a retry', () => {
  const entry = makeEntry('x', makeRead('/x'), 0);
  const shared = makeEntry('y', makeRead('/y', { budget: 'reports' }), 0);
  const chances = fc.double({ min: 0, max: 1, noNaN: true });

  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 10:00:09 GMT', 9_000],
    ['soon', 1_000],
  ])('waits at least as Retry-After %s says', (value, leastMs) => {
    const nowMs = Date.parse('2026-11-22T10:00:00Z');
    const reply = replyWith(429, { 'Retry-After': value });
    expect(retry(entry, reply, nowMs, 0)?.waitMs).toBe(leastMs);
    fc.assert(
      fc.property(chances, (chance) => {
        const waitMs = retry(entry, reply, nowMs, chance)?.waitMs ?? 0;
        expect(waitMs).toBeGreaterThanOrEqual(leastMs);
        expect(waitMs).toBeLessThanOrEqual(leastMs + 2_000);
      }),
    );
  });

  it('comes at any moment of a span that doubles, four times as wide where others share the limit', () => {
    const spanOf = (one: typeof entry, failures: number) => {
      const waits = [0, 0.5, 1].map(
        (chance) => retry({ ...one, failures }, replyWith(429), 0, chance)?.waitMs,
      );
      return waits.map((waitMs) => (waitMs ?? 0) / 1_000);
    };
    expect(spanOf(entry, 0)).toEqual([1, 2, 3]);
    expect(spanOf(entry, 1)).toEqual([1, 3, 5]);
    expect(spanOf(shared, 0)).toEqual([1, 5, 9]);
    expect(spanOf(shared, 1)).toEqual([1, 9, 17]);
  });

  it('is for what passes only', () => {
    const statuses = [200, 400, 401, 403, 404, 429, 500, 502, 503, 504];
    const passing = statuses.filter((status) => retry(entry, replyWith(status), 0, 0));
    expect(passing).toEqual([429, 503, 504]);
  });

  it('ends after half a minute in all', () => {
    const once = retry(entry, replyWith(503, { 'Retry-After': '20' }), 0, 0)?.again;
    expect(once?.dueMs).toBe(20_000);
    const twice = once && retry(once, replyWith(503, { 'Retry-After': '20' }), 20_000, 0);
    expect(twice).toEqual({ waitMs: 20_000 });
  });
});

describe('a claims challenge', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
  const challenge = (value: string) =>
    replyWith(401, { 'WWW-Authenticate': `Bearer realm="", ${value}` });

  it('is read from the header, in either alphabet of base64', () => {
    const encoded = btoa(claims);
    const url = encoded.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    for (const each of [encoded, url]) {
      expect(claimsIn(challenge(`error="insufficient_claims", claims="${each}"`))).toBe(claims);
    }
  });

  it.each([
    'error="invalid_token"',
    'error="insufficient_claims"',
    'error="insufficient_claims", claims="%%%"',
    `error="insufficient_claims", claims="${btoa('no json')}"`,
  ])('is not seen in %s', (value) => {
    expect(claimsIn(challenge(value))).toBeUndefined();
  });
});
