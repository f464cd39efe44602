type Opener = (element: Element) => ShadowRoot | null;

/** Chromium's alone; the types of the common interface do not have it. */
type Chromium = Readonly<{ dom?: { openOrClosedShadowRoot?: Opener } }>;

/** Shadow root of an element; a closed one too, where the browser gives extensions a way in. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !element.localName.includes('-')) return element.shadowRoot;
  if (element.localName.startsWith('waymark-')) return null;
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  // Asked for only here: the browser makes each of its interfaces when it is first asked for.
  const { dom } = chrome as unknown as Chromium;
  return openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot?.(element) ?? null;
}
