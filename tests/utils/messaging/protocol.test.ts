import { expect, test } from 'vitest';
import { PROTOCOL } from '@/utils/messaging/protocol.ts';

/**
 * A portal frame runs beside untrusted page code. This list is short on purpose: whoever adds to it
 * must be sure that neither the message nor its answer carries a token or directory data.
 */
test('a portal frame can say six things, and none of them asks for directory data', () => {
  const fromBeacons = Object.entries(PROTOCOL).filter(([, { from }]) => from === 'beacon');

  expect(fromBeacons.map(([name]) => name)).toEqual([
    'hello',
    'equip',
    'report',
    'used',
    'expand',
    'beside',
  ]);
});
