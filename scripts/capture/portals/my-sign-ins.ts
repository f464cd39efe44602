import { totp } from '../../../simulator/portals/my-sign-ins/totp.ts';
import type { Trail } from '../trail.ts';

const SITE = 'https://mysignins.microsoft.com';

/** An authenticator app, registered by hand and where a sign-in demands it. */
export async function mySignIns(trail: Trail): Promise<void> {
  const { label, open, save } = trail;
  await open(`${SITE}/security-info`);
  await button(trail, label('addSignInMethod')).waitFor();
  await save('my-sign-ins/security-info');
  await button(trail, label('addSignInMethod')).click();
  await choose(trail, 'my-sign-ins/security-info');
  await authenticator(trail, 'my-sign-ins/security-info');
  await open(`${SITE}/register`);
  await button(trail, label('next')).waitFor();
  await save('my-sign-ins/interrupt');
  await button(trail, label('next')).click();
  await button(trail, label('differentMethod')).click();
  await choose(trail, 'my-sign-ins/interrupt');
  await authenticator(trail, 'my-sign-ins/interrupt');
}

/** Tiles, or in the older portal a list and a button. */
async function choose(trail: Trail, name: string): Promise<void> {
  const { page, label, look, save } = trail;
  if (look.generation === 'older') {
    const list = page.getByRole('combobox', { name: label('chooseMethod') });
    await list.waitFor();
    await save(`${name}-list`);
    await list.click();
    await save(`${name}-list-open`);
    await page.getByRole('option', { name: label('authenticator') }).click();
    await save(`${name}-list-chosen`);
    await button(trail, label('add')).click();
    return;
  }
  await button(trail, label('authenticator')).waitFor();
  await save(`${name}-picker`);
  await button(trail, label('authenticator')).click();
}

async function authenticator(trail: Trail, name: string): Promise<void> {
  const { page, label, save, simulator } = trail;
  const next = () => button(trail, label('next')).click();
  await button(trail, label('differentApp')).waitFor();
  await save(`${name}-start`);
  await button(trail, label('differentApp')).click();
  await page.getByRole('heading', { name: label('setUpAccount') }).waitFor();
  await save(`${name}-account`);
  await next();
  await button(trail, label('cannotScan')).waitFor();
  await save(`${name}-scan`);
  const secret = (await page.locator('.secret').textContent()) ?? '';
  await next();
  const code = totp(secret.replaceAll(' ', ''), simulator.world.clock.nowMs());
  await page.getByRole('textbox', { name: label('enterCode') }).fill(code);
  await save(`${name}-code`);
  await next();
  await button(trail, label('done')).waitFor();
  await save(`${name}-done`);
}

function button({ page }: Trail, name: string) {
  return page.getByRole('button', { name, exact: true });
}
