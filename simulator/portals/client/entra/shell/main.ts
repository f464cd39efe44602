import { boot, label } from '../../kit/boot.ts';
import { h, icon, pause } from '../../kit/element.ts';
import { topBar } from './bar.ts';
import { drawBlade } from './blade.ts';
import { type FrameRequest, framesFor, onFrameRequest } from './frames.ts';
import { bladeOf } from './routes.ts';
import { sidebar } from './sidebar.ts';

const TOAST_MS = 5_000;
const menu = sidebar();
const journey = h('main', { class: 'fxs-journey' });
const toasts = h('div', { class: 'fxs-toasts', role: 'status', 'aria-live': 'polite' });
let renders = 0;

/** Draws the blade of the current fragment anew; frames of an overtaken navigation never appear. */
async function show(): Promise<void> {
  renders += 1;
  const render = renders;
  const blade = bladeOf(location.hash);
  document.title = `${label(blade.title)} - Microsoft Entra admin center`;
  const { element, content } = drawBlade(blade);
  journey.replaceChildren(element);
  if (!blade.view) return;
  const frames = await framesFor(blade);
  if (render === renders) content.append(...frames);
}

async function toast(text: string, bad: boolean): Promise<void> {
  const close = h('button', { type: 'button', 'aria-label': label('close') }, icon('dismiss'));
  const note = h(
    'div',
    { class: 'fxs-toast' },
    icon(bad ? 'error_circle' : 'checkmark_circle', bad ? 'bad' : 'good'),
    h('span', {}, text),
    close,
  );
  close.addEventListener('click', () => note.remove());
  toasts.append(note);
  await pause(TOAST_MS);
  note.remove();
}

async function answer(request: FrameRequest): Promise<void> {
  switch (request.kind) {
    case 'open':
      if (location.hash === request.hash) return show();
      location.hash = request.hash;
      return;
    case 'notify':
      return toast(request.text, request.bad);
    case 'title':
      journey.querySelector('h2')?.replaceChildren(request.text);
      return;
    case 'reload':
      location.reload();
  }
}

document.body.append(
  h(
    'div',
    { class: 'fxs-portal', 'data-tenant': boot.tenant.id },
    topBar(() => menu.toggleAttribute('hidden')),
    h('div', { class: 'fxs-portal-main' }, menu, journey),
    toasts,
  ),
);
onFrameRequest(answer);
addEventListener('hashchange', show);
await show();
