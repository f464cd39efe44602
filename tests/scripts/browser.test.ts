import { expect, test } from 'vitest';
import { chromiumPath } from '@/scripts/start/browser.ts';

test('a machine without Chromium is told where was looked and what helps', () => {
  expect(() => chromiumPath(['/nowhere/chromium'])).toThrow(
    /No Chromium found \(looked at \/nowhere\/chromium\)\. Install it/,
  );
});

test('the first browser that is there is taken', () => {
  expect(chromiumPath(['/nowhere/chromium', process.execPath])).toBe(process.execPath);
});
