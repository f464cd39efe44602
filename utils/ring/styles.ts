/** Space between the control and its ring on every side, CSS pixels. */
export const GAP_PX = 5;

/** Space between the control's words and the label's point, CSS pixels. */
export const LABEL_GAP_PX = 12;

/** System faces, the portals' own first. */
export const FONT = '"Segoe UI Variable Text","Segoe UI",system-ui,sans-serif';

/** A fingerpost's end, pointing left; corners cut by `5px`. */
const POST =
  'polygon(12px 0,calc(100% - 5px) 0,100% 5px,100% calc(100% - 5px),calc(100% - 5px) 100%,12px 100%,0 50%)';

/** The same, pointing up at `--p`. */
const SIGN =
  'polygon(5px 100%,calc(100% - 5px) 100%,100% calc(100% - 5px),100% 13px,calc(100% - 5px) 8px,calc(var(--p) + 9px) 8px,var(--p) 0,calc(var(--p) - 9px) 8px,5px 8px,0 13px,0 calc(100% - 5px))';

/**
 * `!important` because a page rule such as `* { … }` outranks a plain `:host` rule. The box is
 * computed by the browser's own anchor positioning from the target, so that it moves with it even
 * while the page's scripts are busy; the custom properties let a script place it where that fails.
 * Colours are fixed: the page below may have any.
 */
export const RING_CSS = `:host{all:initial!important;position:fixed!important;position-anchor:auto!important;box-sizing:border-box!important;overflow:visible!important;pointer-events:none!important;top:calc(var(--wm-t) - ${GAP_PX}px)!important;left:calc(var(--wm-l) - ${GAP_PX}px)!important;width:calc(var(--wm-w) + ${2 * GAP_PX}px)!important;height:calc(var(--wm-h) + ${2 * GAP_PX}px)!important;--wm-t:anchor(top);--wm-l:anchor(left);--wm-w:anchor-size(width);--wm-h:anchor-size(height);--c:#0a6b5b;--o:#fff}
:host(:not(:popover-open)),:host::backdrop,.label:not(:popover-open),.label::backdrop,[hidden]{display:none!important}
.ring,.dot{position:absolute;inset:0;box-sizing:border-box;border:3px solid var(--c);border-radius:8px;outline:2px solid var(--o);box-shadow:inset 0 0 0 1.5px var(--o),0 4px 14px #0003}
.dot{inset:calc(50% - 15px);border-radius:50%}
.dot:after{content:"";position:absolute;top:-7px;inset-inline-end:-7px;border:5px solid var(--c);border-radius:50%;outline:2px solid var(--o)}
.label,.edge{all:unset;position:fixed;position-anchor:auto;max-width:280px;isolation:isolate;padding:5px 12px 5px 22px;font:13px/18px ${FONT};color:var(--o);filter:drop-shadow(0 0 1.5px var(--o)) drop-shadow(0 2px 5px #0005);--p:20px;box-sizing:border-box;translate:0 -50%;top:calc(var(--wm-t) + var(--wm-h)/2);left:calc(var(--wm-l) + var(--wm-w) + ${LABEL_GAP_PX}px)}
.label:before,.edge:before{content:"";position:absolute;inset:0;z-index:-1;background:var(--c);clip-path:${POST}}
[data-side=left]{padding:5px 22px 5px 12px;translate:-100% -50%;left:calc(var(--wm-l) - ${LABEL_GAP_PX}px)}
[data-side=left]:before{scale:-1 1}
[data-side=below],[data-side=above]{padding:13px 12px 5px;translate:0;left:max(8px,var(--wm-l));top:calc(var(--wm-t) + var(--wm-h) + ${LABEL_GAP_PX}px)}
[data-side=above]{padding:5px 12px 13px;translate:0 -100%;top:calc(var(--wm-t) - ${LABEL_GAP_PX}px)}
[data-side=below]:before,[data-side=above]:before{clip-path:${SIGN}}
[data-side=above]:before{scale:1 -1}
.edge{pointer-events:auto;cursor:pointer;text-align:center;font-weight:600;translate:0;--p:50%}
.edge:focus-visible{text-decoration:underline}
b{font-weight:600}
@media(prefers-reduced-motion:no-preference){.new{animation:n .12s}@keyframes n{from{opacity:0}}}
@media(forced-colors:active){:host{--c:Highlight;--o:HighlightText}*,:before,:after{forced-color-adjust:none}}`;
