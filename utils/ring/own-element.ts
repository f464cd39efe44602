/** One of our elements, everything inside a closed shadow root. */
export function ownElement(
  tag: `waymark-${string}`,
  css: string,
): Readonly<{ host: HTMLElement; root: ShadowRoot }> {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css);
  return { host, root };
}

/**
 * As an adopted style sheet, which no page policy forbids. Firefox does not let a content script
 * adopt one; there a style element, which it exempts from the page's policy, serves.
 */
export function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
  } catch {
    root.append(child('style', '', css));
  }
}

/** A plain element with a class and text. */
export function child<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className?: string,
  text?: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
