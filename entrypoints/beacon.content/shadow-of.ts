type Opener = (element: Element) => ShadowRoot | null;

const { dom } = chrome as unknown as { dom?: { openOrClosedShadowRoot?: Opener } };

/** Shadow root of an element; a closed one too, where the browser gives extensions a way in. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !element.localName.includes('-')) return element.shadowRoot;
  if (element.localName.startsWith('waymark-')) return null;
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot?.(element) ?? null;
}
