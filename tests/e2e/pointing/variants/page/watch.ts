/** What a page can see that somebody does to it. */
export type Seen = Readonly<{
  events: readonly string[];
  changes: readonly string[];
  markup: string;
}>;

/** Events by which a page notices that it is being used. */
const USE =
  'click dblclick auxclick contextmenu mousedown mouseup mouseover pointerdown pointerup pointermove touchstart keydown keyup beforeinput input change submit focus blur focusin focusout selectionchange selectstart scroll wheel drag copy paste invalid';

const isOwn = (node: Node) => node instanceof Element && node.localName.startsWith('waymark-');

/** Listens as a suspicious page would: before everybody, for everything, in every root. */
export function openWatch() {
  let events: string[] = [];
  const hear = (event: Event) => {
    const at = event.target;
    events.push(`${event.type} at ${at instanceof Element ? at.localName : 'document'}`);
  };
  for (const type of USE.split(' ')) addEventListener(type, hear, { capture: true, passive: true });

  let changes: string[] = [];
  const observer = new MutationObserver((records) => changes.push(...records.flatMap(describe)));
  const options = { subtree: true, childList: true, attributes: true, characterData: true };

  return {
    /** From here on nobody but strangers does anything. */
    reset: () => {
      observer.disconnect();
      observer.observe(document, options);
      for (const root of openRoots(document)) observer.observe(root, options);
      events = [];
      changes = [];
    },
    /** What was noticed since the last time somebody asked. */
    seen: (): Seen => {
      changes.push(...observer.takeRecords().flatMap(describe));
      const seen = { events, changes, markup: markupOf() };
      events = [];
      changes = [];
      return seen;
    },
  };
}

function describe({
  type,
  target,
  addedNodes,
  removedNodes,
  attributeName,
}: MutationRecord): string[] {
  const nodes = [...addedNodes, ...removedNodes].filter((node) => !isOwn(node));
  if (isOwn(target) || (type === 'childList' && nodes.length === 0)) return [];
  return [`${type} ${attributeName ?? ''} at ${target.nodeName}`];
}

function openRoots(root: Document | ShadowRoot): ShadowRoot[] {
  return [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...openRoots(shadowRoot)] : [],
  );
}

/** The document with its open shadow roots and what mark-up does not say; without our elements. */
function markupOf(): string {
  const html = document.documentElement.getHTML({ shadowRoots: openRoots(document) });
  const own = /<(waymark-[a-z]+)[^>]*>.*?<\/\1>/gs;
  const fields = [...document.querySelectorAll('input')].map(({ checked, value }) => [
    checked,
    value,
  ]);
  const { activeElement } = document;
  const state = [fields, scrollY, activeElement?.localName, getSelection()?.toString()];
  return html.replace(own, '') + JSON.stringify(state);
}
