/** Space between the control and its ring on every side, CSS pixels. */
export const GAP_PX = 5;

/** Space between the control's words and the label's point, CSS pixels. */
export const LABEL_GAP_PX = 12;

/** System faces, the portals' own first. */
export const FONT = '"Segoe UI",system-ui,sans-serif';

/** A fingerpost, pointing left. */
const POST = 'polygon(12px 0,100% 0,100% 100%,12px 100%,0 50%)';

/** A sign, pointing up at `--p`. */
const SIGN =
  'polygon(0 13px,5px 8px,calc(var(--p) - 9px) 8px,var(--p) 0,calc(var(--p) + 9px) 8px,calc(100% - 5px) 8px,100% 13px,100% 100%,0 100%)';

/** Where the host stands when its anchor says so; the label inherits it and has its own anchor. */
export const AT_ANCHOR = {
  '--wt': 'anchor(top)',
  '--wl': 'anchor(left)',
  '--ww': 'anchor-size(width)',
  '--wh': 'anchor-size(height)',
} as const;

/**
 * `!important` because a page rule such as `* { … }` outranks a plain `:host` rule. The box is
 * computed by the browser's own anchor positioning from the target, so that it moves with it even
 * while the page's scripts are busy; the custom properties are set to `AT_ANCHOR`, or by a script that places it where that fails.
 * Colours are fixed: the page below may have any.
 */
export const RING_CSS = `:host{all:initial!important;position:fixed!important;position-anchor:auto!important;box-sizing:border-box!important;overflow:visible!important;pointer-events:none!important;forced-color-adjust:none!important;top:calc(var(--wt) - ${GAP_PX}px)!important;left:calc(var(--wl) - ${GAP_PX}px)!important;width:calc(var(--ww) + ${2 * GAP_PX}px)!important;height:calc(var(--wh) + ${2 * GAP_PX}px)!important;--c:#0a6b5b;--o:#fff}
:host(:not(:popover-open)),:host::backdrop,.label:not(:popover-open),::backdrop,[hidden]{display:none!important}
.ring,.dot{position:absolute;inset:0;box-sizing:border-box;border:3px solid var(--c);border-radius:8px;outline:2px solid var(--o);box-shadow:inset 0 0 0 1.5px var(--o),0 4px 14px #0003}
.dot{inset:calc(50% - 15px);border-radius:50%}
.dot:after{content:"";position:absolute;top:-7px;inset-inline-end:-7px;border:5px solid var(--c);border-radius:50%;outline:2px solid var(--o)}
.label,.edge{all:unset;position:fixed;position-anchor:auto;max-width:280px;box-sizing:border-box;isolation:isolate;padding:5px 12px 5px 22px;font:13px/18px ${FONT};color:var(--o);filter:drop-shadow(0 0 1.5px var(--o)) drop-shadow(0 2px 5px #0005);--p:20px;translate:0 -50%;top:calc(var(--wt) + var(--wh)/2);left:calc(var(--wl) + var(--ww) - var(--s) + ${LABEL_GAP_PX}px)}
.label:before,.edge:before{content:"";position:absolute;inset:0;z-index:-1;border-radius:5px;background:var(--c);clip-path:${POST}}
[data-side=left]{padding:5px 22px 5px 12px;translate:-100% -50%;left:calc(var(--wl) + var(--s) - ${LABEL_GAP_PX}px)}
[data-side=left]:before{scale:-1 1}
[data-side=below],[data-side=above]{margin-right:8px;padding:13px 12px 5px;translate:0;left:max(8px,var(--wl));top:calc(var(--wt) + var(--wh) + ${LABEL_GAP_PX}px)}
[data-side=above]{padding:5px 12px 13px;translate:0 -100%;top:calc(var(--wt) - ${LABEL_GAP_PX}px)}
[data-side=below]:before,[data-side=above]:before{clip-path:${SIGN}}
[data-side=above]:before{scale:1 -1}
.edge{--p:50%;translate:0;pointer-events:auto;cursor:pointer;text-align:center;font-weight:600;text-wrap:balance;place-self:end center}
.edge[data-side=below]{place-self:start center}
.edge[data-side=right]{place-self:center start}
.edge[data-side=left]{place-self:center end}
.edge:focus-visible{text-decoration:underline}
b{font-weight:600}
@media(prefers-reduced-motion:no-preference){.new{animation:n .12s}@keyframes n{from{opacity:0}}}
@media(forced-colors:active){:host{--c:Highlight;--o:HighlightText}}`;
