// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { keepSessionInMemory } from '@/utils/auth/memory-storage.ts';

it('keeps what is put into session storage out of the browser’s own storage', () => {
  const real = window.sessionStorage;
  keepSessionInMemory(window);
  window.sessionStorage.setItem('refresh-token', 'secret');
  expect(window.sessionStorage.getItem('refresh-token')).toBe('secret');
  expect(real.length).toBe(0);
});

it('lists items, and nothing else, as the sign-in library enumerates them', () => {
  keepSessionInMemory(window);
  const storage = window.sessionStorage;
  storage.setItem('a', '1');
  storage.setItem('b', '2');
  expect(Object.keys(storage)).toEqual(['a', 'b']);
  expect([storage.length, storage.key(1), storage.key(2)]).toEqual([2, 'b', null]);
  expect(Object.hasOwn(storage, 'a')).toBe(true);
  expect(storage.getItem('getItem')).toBeNull();
  storage.removeItem('a');
  expect(storage.getItem('a')).toBeNull();
  storage.clear();
  expect(storage.length).toBe(0);
});
