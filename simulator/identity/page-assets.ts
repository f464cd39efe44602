/** The look of the sign-in pages; served as a file because the pages forbid inline style. */
export const STYLE = `
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f2f2f2;
  font: 15px/1.4 "Segoe UI", system-ui, sans-serif; color: #1b1b1b }
#lightbox { box-sizing: border-box; width: min(440px, 100vw); padding: 44px; background: #fff;
  box-shadow: 0 2px 6px rgb(0 0 0 / 20%) }
h1 { font-size: 24px; font-weight: 600; margin: 16px 0 12px }
input:not([type=submit], [type=checkbox]) { width: 100%; box-sizing: border-box; padding: 6px 0;
  border: 0; border-bottom: 1px solid #666; font: inherit; margin: 8px 0 }
.buttons { display: flex; gap: 8px; justify-content: flex-end; margin-top: 24px }
input[type=submit], button { min-width: 108px; padding: 6px 12px; border: 0; font: inherit;
  background: #ccc }
#idSIButton9, #idSubmit_SAOTCC_Continue { background: #0067b8; color: #fff }
.tile { display: block; width: 100%; text-align: start; padding: 12px; margin: 4px 0;
  background: #f7f7f7 }
[role=alert] { color: #c50f1f }
`;

/**
 * Keeps a portal deep link's fragment across the forms of a sign-in, as the portals' own code does,
 * and puts the keyboard in the first field, as Microsoft's pages do.
 */
export const SCRIPT = `
document.querySelector('input:not([type=hidden], [type=submit], [type=checkbox])')?.focus();
for (const form of document.forms) form.action += location.hash;
for (const link of document.querySelectorAll('a[data-keep-hash]')) link.href += location.hash;
`;
