import type { Locator } from 'playwright-core';

/** Puts a link of the same look and name into a closed shadow root in a link's place. */
export async function intoClosedRoot(link: Locator): Promise<void> {
  await link.waitFor();
  await link.evaluate((old) => {
    const host = document.createElement('closed-part');
    host.style.display = 'inline-block';
    const inner = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('a'));
    inner.href = '#';
    inner.textContent = old.textContent;
    inner.style.cssText = 'display:block;padding:9px 30px';
    old.replaceWith(host);
  });
}
