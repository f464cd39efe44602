import { Refused } from '../../kit/api.ts';
import { h } from '../../kit/element.ts';
import { tellShell } from './shell-link.ts';

/** Without a living token nothing can be drawn: the portal's own page for an ended session. */
function sessionExpired(): void {
  document.body.replaceChildren(
    h(
      'div',
      { class: 'error-page' },
      h('h1', {}, 'Session expired'),
      h(
        'button',
        {
          type: 'button',
          id: 'error-page-content-tryagain',
          class: 'ms-Button ms-Button--primary',
          onclick: () => tellShell({ kind: 'reload' }),
        },
        'Try again',
      ),
    ),
  );
}

addEventListener('unhandledrejection', ({ reason }) => {
  if (reason instanceof Refused) sessionExpired();
});
try {
  const { start } = await import('./start.ts');
  await start();
} catch {
  sessionExpired();
}
