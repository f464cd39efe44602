type Opener = (element: Element) => ShadowRoot | null;

type Chromium = Readonly<{ dom?: { openOrClosedShadowRoot?: Opener } }>;

/** Shadow root of an element; a closed one too, where the browser gives extensions a way in. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !element.localName.includes('-')) return element.shadowRoot;
  if (element.localName.startsWith('waymark-')) return null;
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return (
    openOrClosedShadowRoot ??
    (chrome as unknown as Chromium).dom?.openOrClosedShadowRoot?.(element) ??
    null
  );
}
