/**
 * A `Storage` that forgets. The sign-in library enumerates a storage's own keys and asks
 * `hasOwnProperty`, so items are own properties and the methods are not.
 */
class MemoryStorage implements Storage {
  [name: string]: unknown;

  get length(): number {
    return Object.keys(this).length;
  }

  key(index: number): string | null {
    return Object.keys(this)[index] ?? null;
  }

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }

  setItem(key: string, value: string): void {
    this[key] = String(value);
  }

  removeItem(key: string): void {
    delete this[key];
  }

  clear(): void {
    for (const key of Object.keys(this)) delete this[key];
  }
}

/**
 * Puts a forgetful storage in place of the window's session storage. Browsers write session storage
 * to the profile on disk, refresh tokens included; this keeps them in memory alone.
 */
export function keepSessionInMemory(target: Window): void {
  const storage = new MemoryStorage();
  Object.defineProperty(target, 'sessionStorage', { value: storage, configurable: true });
}
