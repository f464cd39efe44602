import { ONE_TIME_CODE } from '../../simulator/identity/steps.ts';
import type { Simulator } from '../../simulator/index.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import type { OpenBrowser } from './browser.ts';
import { connectExtension } from './steps/connect.ts';

/** Opens a browser at Partner Center, with the extension connected, and leaves the rest to the reader. */
export async function openByHand({
  simulator,
  scenario,
  theme,
  open,
}: Readonly<{
  simulator: Simulator;
  scenario: Scenario;
  theme: 'light' | 'dark';
  open: OpenBrowser;
}>): Promise<number> {
  const profile = await open({ simulator, headless: false, theme });
  const closed = new Promise<void>((resolve) => profile.context.once('close', () => resolve()));
  const [page = await profile.context.newPage()] = profile.context.pages();
  await connectExtension(profile, simulator, page);
  await page.goto('https://partner.microsoft.com/dashboard/home');
  process.stdout.write(intro(scenario, simulator));
  await closed;
  await profile.close();
  return 0;
}

const BILLED = {
  direct: 'is billed by Microsoft directly: Direct bill (1-tier)',
  indirect: 'is an indirect reseller',
} as const;

function intro(scenario: Scenario, simulator: Simulator): string {
  const accounts = scenario.accounts
    .map(({ username, password, does }) => `  ${username}  password ${password}  (${does})`)
    .join('\n');
  return `
A browser is open and asks you to sign in to a simulated Partner Center. Nothing in it reaches Microsoft.
Sign in with:
${accounts}
Wherever a code is asked for type ${ONE_TIME_CODE}; to register an app, set up a different authenticator app than Microsoft's.

Then press the Waymark tab, the slim one with a signpost at the right edge, sign in to Waymark too, and
follow the ring. The partner here ${BILLED[scenario.expected.answers.partnerTier ?? 'direct']}.
For the integration account choose ${scenario.integrationAccount}.
Work 365 itself is not simulated: what the guide has you do there you only state.
Where the guide goes on in another window: copy its link, open a private window (Ctrl+Shift+N), and sign in
there with the password that Partner Center showed once: note it. Waymark is not in a private window.

A changed policy takes five to ten minutes. To let ten pass at once, type this, then press "Check now":
  curl -X POST http://127.0.0.1:${simulator.controlPort}/advance -d '{"ms":600000}' -H 'content-type: application/json'

Close the browser or press Ctrl-C to end.
`;
}
