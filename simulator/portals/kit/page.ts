/** One static document: everything it needs comes from its own origin, nothing is inline. */
type Document = Readonly<{
  title: string;
  language: string;
  theme: 'light' | 'dark';
  /** Addresses below `/assets/`. */
  script: string;
  styles: readonly string[];
}>;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function documentHtml({ title, language, theme, script, styles }: Document): string {
  const links = styles.map((style) => `<link rel="stylesheet" href="/assets/${style}">`);
  return [
    `<!doctype html><html lang="${language}" data-theme="${theme}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>${links.join('')}`,
    `<script type="module" src="/assets/${script}"></script></head><body></body></html>`,
  ].join('');
}

/**
 * The policy portal documents are sent with: nothing inline, no injected HTML.
 * `frameAncestors` and `frames` are source lists of their directives.
 */
export function contentSecurityPolicy(frames = "'none'", frameAncestors = "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `frame-src ${frames}`,
    `frame-ancestors ${frameAncestors}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
