import { browser } from 'wxt/browser';
import { IDENTITY } from '@/utils/deployment/identity.ts';

/**
 * Where Microsoft sends sign-ins back to, for the published installation.
 */
const PUBLISHED = {
  chromium: `https://${IDENTITY.chromiumId}.chromiumapp.org/`,
  firefox: `https://${IDENTITY.geckoRedirectHost}/`,
} as const;

/** Both addresses, with the one of this very installation as the browser tells it. */
export function redirects(): Readonly<{ chromium: string; firefox: string }> {
  const own = browser.identity.getRedirectURL();
  const family = own.includes('.chromiumapp.org') ? 'chromium' : 'firefox';
  return { ...PUBLISHED, [family]: own };
}
