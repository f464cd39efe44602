import { el, plainControl } from './controls.ts';
import type { Site } from './site.ts';
import type { Spec, Structure } from './spec.ts';

type Note = Site['note'];

/** A structure with a section for controls; `arrive` brings what comes after the page is there. */
export type Built = Readonly<{ site: Site; arrive?: () => void }>;

/** Builds the page around the controls. */
export function buildStructure(spec: Spec, note: Note): Built {
  const body = document.body;
  body.replaceChildren(header(spec));
  const main = el('main', { style: 'display:block;padding:16px' });
  body.append(main, aside());
  return BUILDERS[spec.structure](spec, main, note);
}

type Builder = (spec: Spec, main: HTMLElement, note: Note) => Built;

const plain: Builder = (spec, main, note) => siteIn(spec, main, main, 'main', note);

const BUILDERS: Readonly<Record<Structure, Builder>> = {
  plain,
  'same-origin-frame': plain,
  'cross-origin-frame': plain,
  'prefixed-tags': plain,
  'nested-shadow-roots': (spec, main, note) => {
    const outer = openRoot(main, 'app-shell');
    const inner = openRoot(outer, 'app-page');
    return siteIn(spec, openRoot(inner, 'app-form'), main, 'app-shell/app-page/app-form', note);
  },
  'virtualised-list': (spec, main, note) => {
    const list = el('div', { role: 'grid', style: 'height:420px;overflow:auto;position:relative' });
    const rows = el('div', { style: 'position:relative;height:15000px' });
    list.append(rows);
    main.append(list);
    for (let at = 0; at < 30; at += 1) rows.append(fillerRow(at));
    const slot = el('div', { style: 'position:absolute;top:130px;left:0;width:600px' });
    rows.append(slot);
    const { site } = siteIn(spec, slot, main, 'grid/row', note);
    return { site, arrive: () => recycle(rows) };
  },
  dialog: (spec, main, note) => {
    main.append(...spec.fillers.map((label) => plainControl({ role: 'button', label }).whole));
    const dialog = el('dialog', { style: 'padding:24px;width:640px' }) as HTMLDialogElement;
    document.body.append(dialog);
    dialog.showModal();
    const { site } = siteIn(spec, dialog, dialog, 'dialog', note);
    return { site };
  },
  'side-pane': (spec, main, note) => {
    main.append(el('p', {}, 'Overview '.repeat(40)));
    const pane = el('div', {
      role: 'complementary',
      style:
        'position:fixed;top:0;bottom:0;right:0;width:520px;overflow:auto;background:#fff;transform:translateX(0);padding:16px',
    });
    document.body.append(pane);
    return siteIn(spec, pane, pane, 'pane', note);
  },
  'late-content': (spec, main, note) => {
    const late = el('div');
    const built = siteIn(spec, late, main, 'late', note);
    return { ...built, arrive: () => main.append(late) };
  },
  skeletons: (spec, main, note) => {
    const bones = el('div', { class: 'shimmer', 'aria-hidden': 'true' });
    for (const label of [...spec.fillers, spec.label])
      bones.append(plainControl({ role: 'button', label, disabled: true }).whole);
    const real = el('div');
    const built = siteIn(spec, real, main, 'content', note);
    main.append(bones);
    return { ...built, arrive: () => bones.replaceWith(real) };
  },
};

function siteIn(
  spec: Spec,
  within: HTMLElement,
  front: HTMLElement,
  path: string,
  note: Note,
): Built {
  const section = el('div', spec.group ? { role: 'group', 'aria-label': spec.group } : {});
  within.append(section);
  for (const label of spec.fillers) section.append(plainControl({ role: 'button', label }).whole);
  return { site: { spec, section, front, path, note } };
}

function header({ fillers }: Spec): HTMLElement {
  const title = el('h1', { style: 'margin:0;font-size:18px' }, fillers[0] ?? '');
  return el('header', { style: 'padding:8px 16px' }, title);
}

function aside(): HTMLElement {
  return el('aside', { id: 'elsewhere', style: 'display:block;padding:16px' });
}

function openRoot(parent: HTMLElement, tag: string): HTMLElement {
  const host = el(tag, { style: 'display:block' });
  const within = el('div');
  host.attachShadow({ mode: 'open' }).append(within);
  parent.append(host);
  return within;
}

function fillerRow(at: number): HTMLElement {
  const name = plainControl({ role: 'link', label: `Person ${at}` }).whole;
  const tick = plainControl({ role: 'row', label: `person${at}@contoso.com` }).whole;
  const style = `position:absolute;top:${at * 50 + (at > 2 ? 120 : 0)}px;left:0`;
  return el('div', { style, class: 'filler' }, name, tick);
}

/** What a virtualised list does when it is scrolled: the same elements show other people. */
function recycle(rows: HTMLElement): void {
  for (const [at, row] of rows.querySelectorAll('.filler a').entries())
    (row.firstChild as Text).data = `Person ${at + 200}`;
}
