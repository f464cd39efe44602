import { FONT } from '../ring/styles.ts';

/** Width of the docked panel and its distance from the edges, CSS pixels. */
export const PANEL_PX = 360;
export const EDGE_PX = 8;

/** Width of the chip, CSS pixels. */
export const CHIP_PX = 44;

/** A fingerpost with a tick: the logo, in a square of 20. */
const LOGO =
  'M3 2.5h9.2c.5 0 1 .2 1.3.6l3.7 4a1.2 1.2 0 0 1 0 1.7l-3.7 4c-.3.4-.8.6-1.3.6H3c-.8 0-1.5-.7-1.5-1.5V4c0-.8.7-1.5 1.5-1.5ZM6 14.6h2v3.6a.8.8 0 0 1-.8.8h-.4a.8.8 0 0 1-.8-.8ZM11.9 5.7a.8.8 0 0 1 0 1.1l-3.6 3.6a.8.8 0 0 1-1.1 0L5.4 8.6a.78.78 0 0 1 1.1-1.1l1.3 1.2 3-3a.78.78 0 0 1 1.1 0Z';

/** Below the browser's top layer, but while a dialog of the page keeps us from being used. */
export const PANEL_CSS = `:host{all:initial!important;color-scheme:light dark!important;forced-color-adjust:none!important;position:fixed!important;z-index:2147483647!important;inset:${EDGE_PX}px auto!important;width:${PANEL_PX}px!important;--s:light-dark(#fff,#1e2322);--l:light-dark(#dae1de,#353d3a);--h:light-dark(#0f1f1b24,#0008)}
:host([data-side=right]){right:${EDGE_PX}px!important}
:host([data-side=left]){left:${EDGE_PX}px!important}
[hidden]{display:none!important}
iframe{width:100%;height:100%;border:0;border-radius:12px;background:var(--s);box-shadow:0 2px 4px var(--h),0 12px 32px var(--h),0 0 0 1px var(--l)}
@media(forced-colors:active){:host{--s:Canvas;--l:CanvasText}}`;

/** The chip, and the word that we are behind a dialog. */
export const BESIDES_CSS = `:host{--k:light-dark(#17211e,#f1f5f3);--q:light-dark(#56635f,#a5b1ad);--e:light-dark(#74817d,#7f8c88);--a:light-dark(#0a6b5b,#5fcab5);--w:light-dark(#1a5a9e,#93c2f2);--d:light-dark(#7d4d00,#efc06c);--r:light-dark(#a8251d,#ffa59c)}
:host([data-show=chip]){inset:50% 0 auto auto!important;width:auto!important;translate:0 -50%!important}
:host([data-show=chip][data-side=left]){inset:50% auto auto 0!important}
.none,:empty:is(.trail,.text){display:none!important}
button{all:unset;display:grid;justify-items:center;gap:6px;width:${CHIP_PX - 1}px;padding:10px 0;border:1px solid var(--e);border-right-width:0;border-radius:10px 0 0 10px;background:var(--s);color:var(--k);box-shadow:0 1px 2px var(--h),0 4px 12px var(--h);cursor:pointer;font:600 12px/16px ${FONT};font-variant-numeric:tabular-nums}
:host([data-side=left]) button{border-width:1px 1px 1px 0;border-radius:0 10px 10px 0}
button:focus-visible{outline:2px solid var(--k);outline-offset:-4px}
p{all:unset;position:absolute;z-index:1;inset:auto 0 0;padding:12px 16px;border-radius:0 0 12px 12px;background:var(--s);color:var(--k);border-top:1px solid var(--l);font:13px/18px ${FONT}}
p:not([hidden])~iframe{opacity:.7}
:host::backdrop,:host([data-show=chip]) p{display:none!important}
.logo{width:20px;height:20px;background:var(--a);clip-path:path(evenodd,"${LOGO}")}
.mark{box-sizing:border-box;display:grid;place-items:center;width:16px;height:16px;border:1.5px solid;border-radius:50%;color:var(--q)}
b{font:700 12px/1 ${FONT}}
.done{background:var(--a);border-color:var(--a);color:var(--s)}
.in-progress{color:var(--w);background:conic-gradient(currentColor 25%,#0000 0) content-box;padding:2px}
.cannot-tell{color:var(--d);border-radius:2px;rotate:45deg;scale:.85}
.cannot-tell b{rotate:-45deg}
.regressed{border:0;background:var(--r);color:var(--s);clip-path:polygon(50% 0,100% 100%,0 100%);align-items:end}
.trail{display:grid;gap:2px;width:18px}
i{box-sizing:border-box;height:3px;border-radius:1px;background:var(--l)}
.tg{background:var(--a)}.ty{background:0;border:1px solid var(--a)}.tr{background:var(--r)}.tw{background:var(--w)}
@media(forced-colors:active){:host{--k:CanvasText;--q:CanvasText;--e:ButtonBorder;--a:Highlight;--w:CanvasText;--d:CanvasText;--r:CanvasText}i{background:#888}}`;
