import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askForFirstView } from './panel/first-view.ts';

/** A script of its own, so that it runs before the panel's larger one has come. */
export default defineUnlistedScript(askForFirstView);
