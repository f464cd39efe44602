import type { Frame, Page } from 'playwright-core';
import { panelOf } from '@/scripts/start/panel.ts';
import type { Witness } from '@/scripts/start/walk.ts';

/** Collects all that the extension holds at the moments when a page shows the account's password. */
export class PasswordWatch implements Witness {
  /** The passwords that a page showed. */
  readonly shown = new Set<string>();
  /** Stores, views, evidence, diagnostics and the panel's own document, at each such moment. */
  readonly held: string[] = [];
  readonly #witness: Witness;
  readonly #password: () => string | undefined;

  /** @param password What the account signs in with now. */
  constructor(witness: Witness, password: () => string | undefined) {
    this.#witness = witness;
    this.#password = password;
  }

  async see(page: Page): Promise<void> {
    await this.#witness.see(page);
    const password = this.#password();
    if (!password || !(await page.getByText(password).count())) return;
    this.shown.add(password);
    this.held.push(await heldIn(await panelOf(page)));
  }

  async end(page: Page, panel: Frame): Promise<void> {
    await this.#witness.end(page, panel);
    this.held.push(await heldIn(panel));
  }
}

function heldIn(panel: Frame): Promise<string> {
  return panel.evaluate(async () => {
    const ask = (name: string) => chrome.runtime.sendMessage({ name, request: {} });
    const held = await Promise.all([
      chrome.storage.local.get(null),
      chrome.storage.session.get(null),
      ...['getView', 'getEvidence', 'getDiagnostics'].map(ask),
    ]);
    return JSON.stringify([...held, document.documentElement.outerHTML]);
  });
}
