import { describe, expect, it } from 'vitest';
import type { Check } from '@/utils/domain/check.ts';
import type { Outcome } from '@/utils/domain/outcome.ts';
import { type Read, type ReadResult, readKey } from '@/utils/domain/read.ts';
import { words } from '@/utils/domain/words.ts';
import { type InquiryContext, judgeAll, UNDECIDED } from '@/utils/inquiry/index.ts';

const CONTEXT: InquiryContext = { answers: {}, identity: undefined, watched: {}, nowMs: 0 };
const DONE: Outcome = { status: 'done', summary: words('done'), evidence: [] };

function makeRead(path: `/${string}`): Read<string> {
  return {
    method: 'GET',
    version: 'v1.0',
    path,
    scopes: ['User.Read'],
    budget: 'directory',
    fields: [],
    parse: (body) => String(body),
  };
}
const A = makeRead('/a');
const B = makeRead('/b');

function answer(body: unknown): ReadResult {
  return { kind: 'answer', body, observedAt: '2026-11-22T10:00:00.000Z' };
}

/** Asks for A, and for B once A is known. */
const CHAIN: Check = {
  id: 'chain',
  sources: ['https://example.com'],
  judge: ({ find }) => {
    if (find(A).kind === 'fact') find(B);
    return DONE;
  },
};
const ASKS_BOTH: Check = {
  id: 'both',
  sources: ['https://example.com'],
  judge: ({ find }) => {
    find(A);
    find(B);
    return DONE;
  },
};

it('an outcome counts only when nothing it asked for is missing', () => {
  const first = judgeAll([CHAIN], CONTEXT, {});
  expect([first.outcomes, first.pending]).toEqual([{}, [A]]);
  const second = judgeAll([CHAIN], CONTEXT, { [readKey(A)]: answer('x') });
  expect([second.outcomes, second.pending]).toEqual([{}, [B]]);
  const last = judgeAll([CHAIN], CONTEXT, {
    [readKey(A)]: answer('x'),
    [readKey(B)]: answer('y'),
  });
  expect(last).toMatchObject({ outcomes: { chain: DONE }, pending: [] });
});

it('two checks that miss the same read ask for it once', () => {
  const { pending } = judgeAll([CHAIN, ASKS_BOTH], CONTEXT, {});
  expect(pending.map(readKey)).toEqual([readKey(A), readKey(B)]);
});

it('the same findings give the same verdicts', () => {
  const findings = { [readKey(A)]: answer('x'), [readKey(B)]: answer('y') };
  const checks = [CHAIN, ASKS_BOTH];
  expect(judgeAll(checks, CONTEXT, findings)).toEqual(judgeAll(checks, CONTEXT, findings));
});

it('a check that throws makes its own step blind and no other', () => {
  const broken: Check = {
    id: 'broken',
    sources: ['https://example.com'],
    judge: () => {
      throw new TypeError('a mistake of ours');
    },
  };
  const { outcomes } = judgeAll([broken, { ...CHAIN, judge: () => DONE }], CONTEXT, {});
  expect(outcomes.broken).toMatchObject({ status: 'cannot-tell', reason: 'unexpected-response' });
  expect(outcomes.chain).toEqual(DONE);
});

it('says what each check asked for', () => {
  const findings = { [readKey(A)]: answer('x'), 'GET /v1.0/old': answer('z') };
  const { asked } = judgeAll([CHAIN], CONTEXT, findings);
  expect([...(asked.get('chain')?.keys() ?? [])][0]).toBe(readKey(A));
  expect([...(asked.get('chain')?.keys() ?? [])]).not.toContain('GET /v1.0/old');
});

describe('a check is blind', () => {
  const refused = (status: number, code = '') =>
    ({ kind: 'refused', status, code, message: '', observedAt: '' }) as const;
  const blindOver = (result: ReadResult, outcome = UNDECIDED) => {
    const check: Check = {
      id: 'one',
      sources: ['https://example.com'],
      judge: ({ find }) => {
        find(A);
        return outcome;
      },
    };
    return judgeAll([check], CONTEXT, { [readKey(A)]: result }).blind.one;
  };

  it.each([
    ['while Graph is out of reach', refused(0), 'passing'],
    ['while it is throttled', refused(429), 'passing'],
    ['while Graph fails', refused(502), 'passing'],
    ['while the answer is no JSON', refused(200), 'passing'],
    ['while its reader may not read', refused(403, 'accessDenied'), 'lasting'],
    ['while the token is refused', refused(401), 'lasting'],
  ] as const)('%s', (_, result, how) => {
    expect(blindOver(result)).toBe(how);
  });

  it('not where nobody consented or is signed in: that takes a person', () => {
    expect(blindOver({ kind: 'signed-out', observedAt: '' })).toBeUndefined();
    expect(
      blindOver({ kind: 'not-consented', missing: ['User.Read'], observedAt: '' }),
    ).toBeUndefined();
  });

  it('not where it knows without the read that was refused', () => {
    expect(blindOver(refused(403, 'accessDenied'), DONE)).toBeUndefined();
  });
});
