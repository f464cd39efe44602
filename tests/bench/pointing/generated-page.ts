/** Runs in the page: builds something like a portal, from a seed, and changes it at a given pace. */
export type GeneratedPage = Readonly<{
  build: (nodes: number) => Readonly<{ nodes: number; roots: number; buttons: number }>;
  /** So many changes a second, in ticks of 5 ms, until the next call; the wanted control is one of them once a second. */
  change: (perSecond: number) => void;
  /** Replaces the wanted control by a new node. */
  replace: () => void;
  /** Takes both wanted controls away. */
  take: () => void;
  /** Puts one of them at the top of the grid. */
  put: (which: 'light' | 'deep') => void;
}>;

/**
 * Rows of a grid with wrappers eight
 * deep, every thirtieth row a web component with its content in shadow roots two deep, toolbars
 * with decoys: a span with the words, a hidden twin, a longer name. One control is wanted in the
 * light, one three shadow roots deep; both are called by a German name and stand in the second half of
 * the page, where a search that ends at the first match has most of its way to go.
 */
export function installPage(): void {
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const words = [
    'Mira',
    'Noor',
    'Contoso',
    'Enabled',
    'Review',
    'Policy',
    'Report',
    'Member',
    'Agent',
    'Unit',
  ];
  const word = () => `${words[random(words.length)]} ${random(1000)}`;
  const cells = (): string =>
    `<div class=cell><span class=icon></span><span>${word()}</span></div><div class=cell><button aria-label="Edit ${word()}"><svg width=9 height=9><path d="M0 0h9"/></svg></button><a href="#${random(999)}">${word()}</a></div>`;
  const wrapped = (inner: string) =>
    `<div><div><div><div><div><div>${inner}</div></div></div></div></div></div>`;
  const shadowed = (element: Element, html: string, depth: number) => {
    const root = element.attachShadow({ mode: 'open' });
    root.innerHTML = depth > 0 ? '<x-inner></x-inner>' : html;
    const inner = root.querySelector('x-inner');
    if (inner) shadowed(inner, html, depth - 1);
  };
  const row = (index: number): Element => {
    const element = document.createElement(index % 30 === 29 ? 'x-row' : 'div');
    element.className = 'row';
    if (index % 30 === 29) shadowed(element, wrapped(cells()), 1);
    else element.innerHTML = wrapped(cells());
    return element;
  };
  const decoys =
    '<span>Benutzerverwaltung</span><button hidden>Benutzerverwaltung</button><button>Benutzerverwaltung öffnen</button>';
  const count = (root: ParentNode): number => {
    const elements = [...root.querySelectorAll('*')];
    return elements.reduce(
      (sum, { shadowRoot }) => sum + (shadowRoot ? count(shadowRoot) : 0),
      elements.length,
    );
  };

  const DEEP_BUTTON = '<button style="background:#f0f;color:#f0f;border:0">Tief verwalten</button>';
  const wanted = (which: 'light' | 'deep'): Element => {
    const element = document.createElement(which === 'light' ? 'p' : 'x-deep');
    if (which === 'deep') shadowed(element, DEEP_BUTTON, 2);
    else element.innerHTML = '<button id=light data-bench=light>Benutzerverwaltung</button>';
    return element;
  };
  const light = () => document.querySelector('#light');
  const replace = () => light()?.replaceWith(light()?.cloneNode(true) ?? '');
  const take = () => {
    for (const at of document.querySelectorAll('p,x-deep')) at.remove();
  };
  const put = (which: 'light' | 'deep') => document.querySelector('main')?.prepend(wanted(which));

  const build = (nodes: number) => {
    document.body.innerHTML = `<header>${decoys}</header><div id=scroller style="height:75vh;overflow:auto;background:#fff;will-change:scroll-position"><main></main></div>`;
    const main = document.querySelector('main') as HTMLElement;
    const rows = Math.round(nodes / 16);
    for (let index = 0; index < rows; index += 1) {
      main.append(row(index));
      if (index === Math.round(rows * 0.6)) main.append(wanted('light'));
      if (index === Math.round(rows * 0.61)) main.append(wanted('deep'));
    }
    const roots = document.querySelectorAll('x-row').length * 2 + 4;
    return { nodes: count(document), roots, buttons: document.querySelectorAll('button').length };
  };

  const kinds: readonly ((row: Element) => void)[] = [
    (at) => at.setAttribute('aria-busy', String(random(2))),
    (at) => at.classList.toggle('on'),
    (at) => (at as HTMLElement).style.setProperty('--n', String(random(99))),
    (at) => {
      const text = at.querySelector('span:last-child');
      if (text) text.textContent = word();
    },
    (at) => at.replaceWith(row(1)),
  ];
  let at = 0;
  const changeOne = () => {
    const rows = document.querySelectorAll('.row');
    const target = rows[random(rows.length)];
    if (target) kinds[at++ % kinds.length]?.(target);
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  const change = (perSecond: number) => {
    clearInterval(timer);
    let owed = 0;
    let ticks = 0;
    const tick = () => {
      for (owed += perSecond * 0.005; owed >= 1; owed -= 1) changeOne();
      ticks += 1;
      if (ticks % 200 === 0) replace();
    };
    if (perSecond > 0) timer = setInterval(tick, 5);
  };
  const generated: GeneratedPage = { build, change, replace, take, put };
  Object.assign(globalThis, { generated });
}
