import { expect, test } from 'vitest';
import { matchesTotp, newSecret, totp } from '@/simulator/portals/my-sign-ins/totp.ts';

/** RFC 6238, appendix B: the ASCII key 12345678901234567890. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at %i seconds the app shows what the standard says', (seconds, code) => {
  expect(totp(SECRET, seconds * 1000)).toBe(code);
});

test('spaces and letter case of a key do not matter', () => {
  expect(totp('gezd gnbv gy3t qojq gezd gnbv gy3t qojq', 59_000)).toBe('287082');
});

test('a code is right for one step before and after, and wrong two steps away', () => {
  const secret = newSecret();
  const code = totp(secret, 600_000);

  expect(matchesTotp(secret, code, 630_000)).toBe(true);
  expect(matchesTotp(secret, code, 570_000)).toBe(true);
  expect(matchesTotp(SECRET, '287082', 59_000 + 60_000)).toBe(false);
});
