import { type Browser, chromium, type Page } from 'playwright-core';
import { openPicture } from '@/scripts/pictures/look.ts';
import { servePictures } from '@/scripts/pictures/serve.ts';
import type { Picture } from '@/scripts/pictures/sets.ts';
import { chromiumPath } from '@/scripts/start/browser.ts';

/** The product's own components over fixtures, in a real browser. */
export type Stage = Readonly<{
  open: (picture: Picture) => Promise<Page>;
  close: () => Promise<void>;
}>;

export async function openStage(): Promise<Stage> {
  const { url, stop } = await servePictures();
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox'],
  });
  return {
    open: async (picture) => {
      const page = await openPicture(browser, url, picture);
      // What is half way between two themes is neither.
      await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important; }' });
      return page;
    },
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

/** Turns the page to a theme without loading it again. */
export async function turnTo(page: Page, theme: 'light' | 'dark' | 'forced'): Promise<void> {
  await page.emulateMedia({ forcedColors: theme === 'forced' ? 'active' : 'none' });
  await page.evaluate(
    (name) => {
      document.documentElement.dataset.theme = name;
    },
    theme === 'dark' ? 'dark' : 'light',
  );
}
