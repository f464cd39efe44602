import { browser } from 'wxt/browser';

/**
 * Where Microsoft sends sign-ins back to, for the published installation: on Chromium from the
 * extension id, which follows from the `key` in `wxt.config.ts`; on Firefox from the add-on id.
 */
export const PUBLISHED = {
  chromium: 'https://fnabbnifphjenbikjacdpciopkjnlnjp.chromiumapp.org/',
  firefox: 'https://3ccb0de761c6d60a99b9a909f8d387c7b8ed4645.extensions.allizom.org/',
} as const;

/** Both addresses, with the one of this very installation as the browser tells it. */
export function redirects(): Readonly<{ chromium: string; firefox: string }> {
  const own = browser.identity.getRedirectURL();
  const family = own.includes('.chromiumapp.org') ? 'chromium' : 'firefox';
  return { ...PUBLISHED, [family]: own };
}
