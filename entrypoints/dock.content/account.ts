import type { FrameReport } from '@/utils/domain/orders.ts';

/** Where Microsoft's portals show who is signed in. */
const PLACES =
  '#mectrl_main_trigger,#mectrl_currentAccount_secondary,#O365_MainLink_Me,.fxs-avatarmenu-username,header [aria-label*="@"],[role=banner] [aria-label*="@"],header [title*="@"]';

const ADDRESS = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g;

/**
 * Compares the account the page shows with the expected one. The page's words are hashed here and
 * go nowhere; only the answer does.
 *
 * @param expected Lower-case SHA-256 hex of the lower-case sign-in name.
 */
export async function readAccount(expected: string): Promise<NonNullable<FrameReport['account']>> {
  const texts = [...document.querySelectorAll(PLACES)].flatMap((place) => [
    place.textContent ?? '',
    place.getAttribute('aria-label') ?? '',
    place.getAttribute('title') ?? '',
  ]);
  const addresses = texts.join(' ').toLowerCase().match(ADDRESS) ?? [];
  const digests = await Promise.all(addresses.map(digest));
  if (digests.includes(expected)) return 'same';
  return digests.length > 0 ? 'other' : 'unknown';
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
