import { el } from './controls.ts';
import { box, make, makeControl, type Site } from './site.ts';
import type { SceneRole, Trap } from './spec.ts';

/** Sets a trap up; what it returns happens later, under the eyes of the beacon. */
export type SetTrap = (site: Site) => unknown;

const SCREEN_READERS =
  'position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap';
const COLLAPSED = 'height:0;overflow:hidden';
const OFF_PAGE = 'position:absolute;left:-9999px;top:0';

/** The control in a part of the page that has this style or these attributes. */
function controlIn(style: string, attributes: Record<string, string> = {}): SetTrap {
  return (site) => void makeControl(site, { into: box(site, style, attributes) });
}

/** The control, with another of its name in such a part before it. */
function beside(style: string, attributes: Record<string, string> = {}): SetTrap {
  return (site) => {
    make(site, 'namesake', { into: box(site, style, attributes) });
    makeControl(site);
  };
}

function written(writing: 'split' | 'glyph' | 'spaces' | 'reference' | 'icon'): SetTrap {
  return (site) => void makeControl(site, { writing });
}

function longerNames(site: Site): void {
  const { spec, section } = site;
  for (const label of [`${spec.label} 2`, `${spec.label} (preview)`, `Beta ${spec.label}`])
    make(site, `longer ${section.childElementCount}`, { label });
}

function cover({ front }: Site): HTMLElement {
  const sheet = el('div', { style: 'position:fixed;inset:0;z-index:9;background:#0004' });
  front.append(sheet);
  return sheet;
}

const OTHER_ROLE: Readonly<Record<SceneRole, SceneRole>> = {
  button: 'link',
  link: 'button',
  checkbox: 'radio',
  radio: 'checkbox',
  tab: 'button',
  menuitem: 'link',
  textbox: 'button',
  option: 'button',
  row: 'link',
};

const simple = {
  none: (site) => void makeControl(site),
  absent: () => undefined,
  'other-route': (site) => void makeControl(site),
  'namesake-in-warm-frame': (site) => void makeControl(site),
  'namesake-in-second-frame': (site) => void makeControl(site),
  disabled: (site) => void makeControl(site, { disabled: true }),
  'namesake-disabled': (site) => {
    make(site, 'namesake', { disabled: true });
    makeControl(site);
  },
  twins: (site) => {
    makeControl(site);
    make(site, 'twin');
  },
  'longer-names-only': (site) => void longerNames(site),
  'longer-names-beside': (site) => {
    longerNames(site);
    makeControl(site);
  },
  'same-words-elsewhere': (site) => {
    const { label } = site.spec;
    site.section.append(
      el('h2', {}, label),
      el('p', {}, label),
      el('span', { title: label }, label),
    );
    makeControl(site);
    site.section.append(el('div', { role: 'note' }, label), el('em', {}, label));
  },
  'same-words-other-role': (site) => {
    make(site, 'other role', { role: OTHER_ROLE[site.spec.role] });
    makeControl(site);
  },
  'namesake-in-closed-details': (site) => {
    const details = el('details', {}, el('summary', {}, '…'));
    site.section.append(details);
    make(site, 'namesake', { into: details });
    makeControl(site);
  },
  'namesake-in-wrong-section': (site) => {
    const other = el('div', { role: 'group', 'aria-label': site.spec.otherGroup });
    site.section.before(other);
    if (site.spec.role === 'row')
      make(site, 'namesake', { into: other, label: site.spec.otherGroup });
    else make(site, 'namesake', { into: other });
    makeControl(site);
  },
  'wrong-section-only': (site) => {
    const other = el('div', { role: 'group', 'aria-label': site.spec.otherGroup });
    site.section.before(other);
    make(site, 'namesake', { into: other, label: site.spec.otherGroup });
  },
  'namesake-behind-dialog': (site) => {
    make(site, 'namesake', { into: document.querySelector('main') ?? site.section });
    makeControl(site);
  },
  'behind-dialog': (site) => {
    makeControl(site);
    const dialog = el('dialog', { style: 'padding:24px' }, el('p', {}, '…')) as HTMLDialogElement;
    document.body.append(dialog);
    dialog.showModal();
  },
  covered: (site) => {
    makeControl(site);
    cover(site);
  },
  'scrolled-away': (site) => {
    box(site, 'height:3000px');
    makeControl(site);
  },
} satisfies Partial<Record<Trap, (site: Site) => void>>;

const later = {
  'twin-comes-late': (site) => {
    makeControl(site);
    return () => void make(site, 'twin');
  },
  'twin-goes': (site) => {
    makeControl(site);
    const twin = make(site, 'twin');
    return () => twin.remove();
  },
  'enabled-late': (site) => {
    const off = makeControl(site, { disabled: true });
    return () => {
      const on = makeControl(site);
      off.replaceWith(on);
    };
  },
  'cover-goes': (site) => {
    makeControl(site);
    const sheet = cover(site);
    return () => sheet.remove();
  },
  're-rendered': (site) => {
    const old = makeControl(site);
    return () => old.replaceWith(makeControl(site));
  },
  moved: (site) => {
    const control = makeControl(site);
    const place = site.spec.structure === 'dialog' ? site.front : document.querySelector('main');
    return () => place?.append(control);
  },
  renamed: (site) => {
    const control = makeControl(site);
    return () => rename(control, site.spec.label, 'Something else');
  },
  removed: (site) => {
    const control = makeControl(site);
    return () => control.remove();
  },
} satisfies Partial<Record<Trap, SetTrap>>;

/** Writes other words into the text nodes that hold these, as a framework does. */
function rename(within: Node, words: string, others: string): void {
  const roots =
    within instanceof Element && within.shadowRoot ? [within, within.shadowRoot] : [within];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      if (text.data.includes(words)) text.data = others;
  }
}

/** How each trap is set. */
export const SET: Readonly<Record<Trap, SetTrap>> = {
  ...simple,
  ...later,
  'namesake-aria-hidden': beside('', { 'aria-hidden': 'true' }),
  'namesake-hidden': beside('display:none'),
  'namesake-off-page': beside(OFF_PAGE),
  'namesake-for-screen-readers': beside(SCREEN_READERS),
  'namesake-collapsed': beside(COLLAPSED),
  inert: controlIn('', { inert: '' }),
  'aria-hidden': controlIn('', { 'aria-hidden': 'true' }),
  'visibility-hidden': controlIn('visibility:hidden'),
  'display-none': controlIn('display:none'),
  transparent: controlIn('opacity:0'),
  'zero-size': controlIn('width:0;height:0;overflow:hidden'),
  collapsed: controlIn(COLLAPSED),
  'off-page': controlIn(OFF_PAGE),
  'display-contents': controlIn('display:contents'),
  tiny: written('icon'),
  'named-by-reference': written('reference'),
  'split-text': written('split'),
  'icon-glyph': written('glyph'),
  'odd-spaces': written('spaces'),
};
