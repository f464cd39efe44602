import { styleSheet } from '../kit/boot.ts';
import { type Attributes, type Child, h } from '../kit/element.ts';
import { defineControls } from './controls/define.ts';

const sheet = await styleSheet('partner-center/pages.css');

/** Makes controls of one micro-frontend: `control('button', …)` is `<usermgmt_he-button>`. */
export type Make = (tag: string, attributes?: Attributes, ...children: Child[]) => HTMLElement;

/** One micro-frontend: its own tag prefix, its own root element with an open shadow root. */
export type Frontend = Readonly<{
  control: Make;
  /** A page of it; the content goes into its shadow root. */
  page: (...content: Child[]) => HTMLElement;
}>;

export function frontend(prefix: string): Frontend {
  defineControls(prefix);
  const tag = `${prefix}-app`;
  customElements.define(
    tag,
    class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
      }
    },
  );
  return {
    control: (name, attributes, ...children) => h(`${prefix}_he-${name}`, attributes, ...children),
    page: (...content) => {
      const page = h(tag);
      page.shadowRoot?.append(h('div', { class: 'page' }, ...content));
      return page;
    },
  };
}
