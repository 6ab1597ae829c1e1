/** The view's style sheet, adopted rather than written into the page: it works under a CSP without 'unsafe-inline'. */
import { FONT } from '../metrics.ts';
import { type Palette, PALETTES } from '../palette.ts';

/** The palette as custom properties: --tl-bg, --tl-panel, --tl-ink, --tl-muted, --tl-rule, --tl-grid, --tl-accent, --tl-focus, --tl-lane-1 … --tl-lane-8. */
function properties(p: Palette): string {
  const named = (['bg', 'panel', 'ink', 'muted', 'rule', 'grid', 'accent', 'focus'] as const).map((key) => `--tl-${key}:${p[key]}`);
  const lanes = Array.from({ length: 8 }, (_, k) => `--tl-lane-${k + 1}:${p.lanes[k % p.lanes.length]}`);
  return [...named, ...lanes].join(';');
}

const themes = (): string => Object.values(PALETTES).map((p) => `.tl-root[data-theme=${p.name}]{${properties(p)};color-scheme:${p.name === 'dark' ? 'dark' : p.name === 'light' ? 'light' : 'light dark'}}`).join('');

const RULES = `
.tl-root{position:relative;font:14px/1.4 ${FONT};color:var(--tl-ink);background:var(--tl-bg);text-align:left}
.tl-root *,.tl-root ::before{box-sizing:border-box}
.tl-hidden{position:absolute!important;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.tl-bar{display:flex;flex-wrap:wrap;gap:6px;align-items:center;padding:0 0 10px}
.tl-root :is(button,summary,input){font:inherit;color:var(--tl-ink)}
.tl-search{flex:1 1 112px;min-width:112px;max-width:440px;height:34px;padding:0 10px;border:1px solid var(--tl-muted);border-radius:6px;background:var(--tl-bg)}
.tl-search::placeholder{color:var(--tl-muted);opacity:1}
.tl-menu{position:relative}
.tl-menu summary,.tl-button{display:inline-flex;align-items:center;justify-content:center;height:34px;min-width:32px;padding:0 9px;border:1px solid var(--tl-rule);border-radius:6px;background:var(--tl-bg);cursor:pointer;list-style:none;user-select:none;white-space:nowrap}
.tl-menu summary::-webkit-details-marker{display:none}
.tl-menu summary::after{content:"";width:6px;height:6px;margin:-3px 0 0 6px;border:solid var(--tl-muted);border-width:0 1.5px 1.5px 0;transform:rotate(45deg)}
.tl-menu summary:hover,.tl-button:hover{border-color:var(--tl-muted);background:var(--tl-panel)}
.tl-menu[open] summary{border-color:var(--tl-ink)}
.tl-menu[data-on] summary{border-color:var(--tl-ink);font-weight:600}
.tl-pop{position:absolute;z-index:30;top:40px;left:0;min-width:220px;max-width:min(340px,88vw);max-height:340px;overflow:auto;margin:0;padding:8px;border:1px solid var(--tl-rule);border-radius:8px;background:var(--tl-bg);box-shadow:0 8px 28px rgba(0,0,0,.16)}
.tl-pop label{display:flex;gap:9px;align-items:center;min-height:30px;padding:3px 6px;border-radius:5px;cursor:pointer}
.tl-pop label:hover{background:var(--tl-panel)}
.tl-pop input{width:16px;height:16px;margin:0;flex:none;accent-color:var(--tl-ink)}
.tl-pop span{flex:1;overflow-wrap:anywhere}
.tl-pop small{color:var(--tl-muted);font-size:12.5px;font-variant-numeric:tabular-nums}
.tl-zoom{display:flex;gap:4px}.tl-steps{margin-left:auto}
.tl-button[aria-disabled=true]{color:var(--tl-muted);opacity:.55;cursor:default}
.tl-pop fieldset{margin:0 0 6px;padding:0 0 6px;border:0;border-bottom:1px solid var(--tl-rule)}
.tl-pop legend{padding:2px 6px;color:var(--tl-muted);font-size:12.5px}
.tl-pop span>small{display:block}
.tl-zoom .tl-button{font-size:15px;padding:0 6px}
.tl-state{display:flex;flex-wrap:wrap;gap:6px;align-items:center;padding:0 0 10px;color:var(--tl-muted);font-size:13px;min-height:38px}
.tl-chip{display:inline-flex;align-items:center;gap:7px;min-height:28px;padding:0 10px;border:1px solid var(--tl-rule);border-radius:14px;background:var(--tl-panel);cursor:pointer;max-width:100%}
.tl-chip::after{content:"×";font-size:15px;line-height:1;color:var(--tl-muted)}
.tl-chip small{color:var(--tl-muted);font-variant-numeric:tabular-nums}
.tl-chip:hover{border-color:var(--tl-muted)}
.tl-clear{min-height:28px;border:0;padding:0 6px;background:none;text-decoration:underline;text-underline-offset:3px;cursor:pointer}
.tl-stage{position:relative;overflow:hidden;touch-action:pan-y;user-select:none;-webkit-user-select:none;cursor:grab;border-top:1px solid var(--tl-rule)}
.tl-stage[data-drag]{cursor:grabbing}
.tl-stage[data-over]{cursor:pointer}
.tl-body{position:relative}
.tl-lanes{position:absolute;inset:0;pointer-events:none;overflow:hidden}
.tl-lane{position:absolute;left:0;padding:0;border:0;background:none;cursor:pointer;pointer-events:auto}
.tl-lane::after{content:"";position:absolute;right:12px;top:calc(min(50%,17px) - 5px);width:6px;height:6px;border:solid var(--tl-muted);border-width:0 1.5px 1.5px 0;transform:rotate(45deg);opacity:.55}
.tl-lane[aria-expanded=false]::after{transform:rotate(-45deg)}
.tl-lane:is(:hover,:focus-visible)::after{opacity:1}
.tl-root .tl-lane:focus-visible{outline-offset:-2px}
.tl-narrow .tl-lane::after{display:none}
.tl-picker{top:0;width:320px;max-height:300px}
.tl-picker[hidden],.tl-legend[hidden]{display:none}
.tl-picker ol{margin:4px 0;padding:0;list-style:none}
.tl-picker p{margin:4px 6px;color:var(--tl-muted);font-size:13px}
.tl-picker>b{padding:0 6px}
.tl-pick{display:block;width:100%;padding:5px 6px;border:0;border-radius:5px;background:none;text-align:start;cursor:pointer}
.tl-pick:hover{background:var(--tl-panel)}
.tl-pick :is(small,span){display:block}
.tl-pick-zoom{border-top:1px solid var(--tl-rule);border-radius:0 0 5px 5px}
.tl-legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:4px 16px;margin:0 0 10px;padding:10px 12px;border:1px solid var(--tl-rule);border-radius:6px;list-style:none;font-size:13px}
.tl-legend li{display:flex;gap:10px;align-items:center}
.tl-legend canvas{width:44px;height:22px;flex:none}
.tl-stage canvas,.tl-strip canvas{display:block;width:100%;height:100%}
.tl-root :focus-visible{outline:2px solid var(--tl-focus);outline-offset:2px}
.tl-stage:focus-visible{outline-offset:-2px}
.tl-tip{position:absolute;z-index:20;left:0;top:0;max-width:300px;padding:9px 12px;border:1px solid var(--tl-rule);border-radius:7px;background:var(--tl-bg);box-shadow:0 6px 22px rgba(0,0,0,.18);font-size:13px;line-height:1.35;pointer-events:none}
.tl-tip[hidden]{display:none}
.tl-tip b{display:block;font-weight:600;margin-bottom:3px}
.tl-tip :is(span,em){display:block;color:var(--tl-muted)}
.tl-strip{position:relative;height:50px;margin-top:6px;touch-action:pan-y;user-select:none;-webkit-user-select:none;cursor:pointer;overflow:hidden;border-radius:4px;background:var(--tl-panel)}
.tl-strip i{position:absolute;top:0;bottom:0;left:0;border:1.5px solid var(--tl-ink);border-radius:4px;cursor:grab}
.tl-strip b{position:absolute;inset:0;--tl-veil:color-mix(in srgb,var(--tl-bg) 50%,transparent)}
.tl-strip i::before,.tl-strip i::after{content:"";position:absolute;top:14px;bottom:14px;width:3px;border-radius:2px;background:var(--tl-ink)}
.tl-strip i::before{left:2px}.tl-strip i::after{right:2px}
.tl-strip i[data-thin]::before,.tl-strip i[data-thin]::after{display:none}
.tl-narrow .tl-search{flex-basis:100%;max-width:none}
.tl-narrow .tl-menu{position:static}
.tl-narrow .tl-menu summary,.tl-narrow .tl-button{padding:0 9px}
.tl-narrow .tl-pop{left:0;right:0;top:auto;max-width:none;margin-top:6px}
@media (forced-colors:active){.tl-menu summary,.tl-button,.tl-chip,.tl-pop,.tl-tip{border-color:CanvasText}.tl-strip i{border-color:Highlight}}
@media print{.tl-bar,.tl-state,.tl-strip,.tl-tip{display:none}.tl-stage{height:auto!important;border:0}.tl-stage canvas{height:auto!important}.tl-lane::after{display:none}}
`;

let sheet: CSSStyleSheet | null = null;

/** Adopts the sheet into the document or shadow root that holds the element; once, and for good: it is shared by all views. */
export function adoptStyles(element: Element): void {
  const home = element.getRootNode() as Document | ShadowRoot;
  if (!('adoptedStyleSheets' in home)) return adoptElement(element);
  sheet ??= new CSSStyleSheet();
  if (!sheet.cssRules.length) sheet.replaceSync(themes() + RULES);
  if (!home.adoptedStyleSheets.includes(sheet)) home.adoptedStyleSheets = [...home.adoptedStyleSheets, sheet];
}

/** For browsers before constructable sheets. */
function adoptElement(element: Element): void {
  const document = element.ownerDocument;
  if (document.getElementById('tl-style')) return;
  const style = document.createElement('style');
  style.id = 'tl-style';
  style.textContent = themes() + RULES;
  document.head.append(style);
}
