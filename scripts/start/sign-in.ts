import type { Page } from 'playwright-core';

export type Credentials = Readonly<{
  username: string;
  password: string;
  /** A one-time code, when the sign-in asks for one. */
  code?: () => string;
  /** The password to set when the first one must be changed. */
  newPassword?: string;
  /** A selector at which to stop instead of going on, e.g. the consent page's. */
  stopAt?: string;
}>;

/** Fields of the sign-in pages, in the order in which a person looks for them. */
const FIELDS = {
  username: 'input[name="loginfmt"]:visible',
  newPassword: 'input[name="newPassword"]:visible',
  password: 'input[name="passwd"]:visible',
  code: 'input[name="otc"]:visible',
} as const;

/**
 * Fills in Microsoft's sign-in pages as a person would until they are left behind.
 *
 * @returns What was asked for, in order.
 */
export async function passSignIn(page: Page, who: Credentials): Promise<string[]> {
  const asked: string[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    await page.waitForLoadState('domcontentloaded').catch(() => undefined);
    if (page.isClosed() || !page.url().startsWith('https://login.')) return asked;
    if (who.stopAt && (await page.locator(who.stopAt).count())) return asked;
    const step = await nextStep(page, who);
    asked.push(step);
    await page.waitForTimeout(250).catch(() => undefined);
  }
  throw new Error(`Sign-in does not end at ${page.url()}; asked: ${asked.join(', ')}.`);
}

async function nextStep(page: Page, who: Credentials): Promise<string> {
  const press = () => page.locator('#idSIButton9').click();
  if (await page.locator('#otherTile').count()) {
    const mine = page.locator(`button.tile[value="${who.username}"]`);
    await ((await mine.count()) ? mine : page.locator('#otherTile')).click();
    return 'account';
  }
  if (await page.locator(FIELDS.username).count()) {
    await page.locator(FIELDS.username).fill(who.username);
    await press();
    return 'username';
  }
  if (await page.locator(FIELDS.newPassword).count()) {
    await fillNewPassword(page, who);
    await press();
    return 'new-password';
  }
  if (await page.locator(FIELDS.password).count()) {
    await page.locator(FIELDS.password).fill(who.password);
    await press();
    return 'password';
  }
  if (await page.locator(FIELDS.code).count()) {
    await page.locator(FIELDS.code).fill(who.code?.() ?? '');
    await page.locator('#idSubmit_SAOTCC_Continue').click();
    return 'code';
  }
  if (await page.locator('#idSIButton9').count()) {
    await press();
    return 'continue';
  }
  return 'waiting';
}

async function fillNewPassword(page: Page, who: Credentials): Promise<void> {
  const text = who.newPassword ?? who.password;
  await page.locator('input[name="currentPassword"]').fill(who.password);
  await page.locator(FIELDS.newPassword).fill(text);
  await page.locator('input[name="confirmNewPassword"]').fill(text);
}
