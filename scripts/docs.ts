/** Writes the reference pages that are made from declarations: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { SETTINGS_PAGE, settingsPage } from './lib/settings-page.ts';

writeFileSync(SETTINGS_PAGE, settingsPage());
process.stdout.write(`${SETTINGS_PAGE}\n`);
