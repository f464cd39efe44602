/** Runs in the page: builds something like a portal, from a seed, and changes it at a given pace. */
export type GeneratedPage = Readonly<{
  build: (nodes: number) => Readonly<{ nodes: number; roots: number; buttons: number }>;
  /** So many changes a second, in ticks of 5 ms, until the next call. */
  change: (perSecond: number) => void;
  /** One change of each kind. */
  changeOnce: () => void;
}>;

/**
 * Rows of a grid with wrappers eight
 * deep, every thirtieth row a web component with its content in shadow roots two deep, toolbars
 * with decoys: a span with the words, a hidden twin, a longer name. One control is wanted in the
 * light, one three shadow roots deep; both are called by a German name.
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

  const build = (nodes: number) => {
    document.body.innerHTML = `<header>${decoys}</header><div id=scroller style="height:600px;overflow:auto;background:#fff"><main></main></div>`;
    const main = document.querySelector('main') as HTMLElement;
    const rows = Math.round(nodes / 16);
    for (let index = 0; index < rows; index += 1) {
      main.append(row(index));
      if (index === 8)
        main.insertAdjacentHTML(
          'beforeend',
          '<p><button id=light data-bench=light>Benutzerverwaltung</button></p>',
        );
      if (index !== 10) continue;
      const host = document.createElement('x-deep');
      main.append(host);
      shadowed(host, '<button>Tief verwalten</button>', 2);
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
    if (perSecond > 0)
      timer = setInterval(() => {
        for (owed += perSecond * 0.005; owed >= 1; owed -= 1) changeOne();
      }, 5);
  };
  const changeOnce = () => {
    for (let kind = 0; kind < kinds.length; kind += 1) changeOne();
  };
  Object.assign(globalThis, { generated: { build, change, changeOnce } satisfies GeneratedPage });
}
