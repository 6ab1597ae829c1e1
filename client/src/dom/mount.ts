/** The view in a page. Setters mark what is stale; one commit a frame does the work; `destroy` undoes it all. */
import { momentWords } from '../calendar.ts';
import type { Display, Hit, Slot } from '../items.ts';
import { buildLanes, filterLanes, type Lane } from '../lanes.ts';
import { layout } from '../layout.ts';
import { countMask, matchMask } from '../match.ts';
import type { Measure } from '../metrics.ts';
import { paint } from '../paint-canvas.ts';
import { type Palette, paletteOf } from '../palette.ts';
import { readScene, type Scene } from '../scene.ts';
import { clampWindow, neededHeight, type Setting, wholeWindow } from '../view.ts';
import { adoptStyles } from './css.ts';
import { listenPointer, listenWheel, placeOf } from './gestures.ts';
import { html, on, setText } from './html.ts';
import { KEY_HELP, listenKeys } from './keys.ts';
import { canvasMeasure } from './measure.ts';
import { makeMirror, type Mirror } from './mirror.ts';
import { move } from './motion.ts';
import type { Stage, Window } from './stage.ts';
import { makeStrip, type Strip } from './strip.ts';
import { makeToolbar, type Toolbar } from './toolbar.ts';
import { makeTooltip, type Tooltip } from './tooltip.ts';

export interface Options {
  window?: Window | null;
  /** Id of the selected event. */
  selected?: string | null;
  filter?: string;
  theme?: 'auto' | 'light' | 'dark';
  controls?: boolean;
  height?: number;
  onWindow?(window: Window): void;
  onSelect?(id: string | null): void;
  onFilter?(text: string): void;
  onHover?(id: string | null): void;
}

export interface Mounted {
  update(changes: Options & { scene?: unknown }): void;
  destroy(): void;
  readonly window: Window;
  readonly selected: string | null;
  readonly filter: string;
}

const SETTLED = 150;
let mounted = 0;

export function mount(element: HTMLElement, sceneInput: unknown, options: Options = {}): Mounted {
  const view = new View(element, readScene(sceneInput), options);
  return {
    update: (changes) => view.update(changes),
    destroy: () => view.destroy(),
    get window() {
      return view.window;
    },
    get selected() {
      return view.selected < 0 ? null : view.scene.id.at(view.selected);
    },
    get filter() {
      return view.query;
    },
  };
}

class View implements Stage {
  scene: Scene;
  lanes: Lane[];
  mask: Uint8Array | null = null;
  matched: number;
  query: string;
  window: Window;
  selected = -1;
  display: Display | null = null;
  palette: Palette = paletteOf('light');
  readonly life = new AbortController();
  private all: Lane[];
  private focused = -1;
  private hovered = -1;
  private memory = new Map<number, Slot>();
  private titles = new Map<number, Setting[]>();
  private stale = { query: true, strip: true, size: true };
  private frame = 0;
  private settling = 0;
  private moving: { stop(): void } | null = null;
  /** Where the window is going; the same as `window` when nothing moves. */
  private goal: Window;
  private told: Window;
  private warmed = false;
  private width = 0;
  private height = 0;
  private readonly options: Options;
  private readonly root: HTMLElement;
  private readonly canvas = html('canvas', { 'aria-hidden': 'true' });
  private readonly surface: HTMLElement;
  private readonly live = html('div', { class: 'tl-hidden', role: 'status', 'aria-live': 'polite' });
  private readonly tip: Tooltip = makeTooltip();
  private readonly strip: Strip;
  private readonly mirror: Mirror;
  private readonly toolbar: Toolbar;
  private readonly measure: Measure;

  constructor(element: HTMLElement, scene: Scene, options: Options) {
    this.options = { controls: true, theme: 'auto', ...options };
    this.scene = scene;
    this.all = this.lanes = buildLanes(scene);
    this.matched = scene.count;
    this.query = options.filter ?? '';
    this.window = this.told = this.goal = clampWindow(scene, options.window ?? wholeWindow(scene));
    const help = `tl-help-${++mounted}`;
    this.surface = html('div', { class: 'tl-stage', tabindex: 0, role: 'application', 'aria-roledescription': 'timeline', 'aria-label': scene.title || 'Timeline', 'aria-describedby': help }, this.canvas, this.tip.element);
    this.measure = canvasMeasure(this.canvas);
    this.strip = makeStrip(this);
    this.mirror = makeMirror(this);
    this.toolbar = makeToolbar(this);
    this.root = html('div', { class: 'tl-root' }, this.toolbar.element, this.surface, this.mirror.element, this.strip.element, this.live, html('div', { id: help, class: 'tl-hidden' }, KEY_HELP));
    this.listen();
    adoptStyles(element);
    this.restyle();
    element.append(this.root);
    this.observe();
    this.settle();
    if (options.selected) this.selectFromOutside(options.selected);
  }

  update(changes: Options & { scene?: unknown }): void {
    const { scene, window, selected, filter, ...rest } = changes;
    Object.assign(this.options, rest);
    if (scene !== undefined) this.replaceScene(readScene(scene));
    if (filter !== undefined && filter !== this.query) this.applyQuery(filter);
    if (window) this.setWindow(window, true);
    if (selected !== undefined) this.selectFromOutside(selected);
    if ('theme' in rest || 'controls' in rest || 'height' in rest) this.restyle();
    this.ask();
  }

  destroy(): void {
    this.life.abort();
    this.moving?.stop();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.settling);
    this.root.remove();
  }

  setWindow(window: Window, smooth = false): void {
    this.moving?.stop();
    this.goal = clampWindow(this.scene, window);
    if (smooth && this.display) this.moving = move(this.window, this.goal, (w) => this.showWindow(w));
    else this.showWindow(this.goal);
  }

  zoom(factor: number, time?: number, smooth = false): void {
    const [from, to] = smooth ? this.goal : this.window;
    const about = time ?? (from + to) / 2;
    const span = clampWindow(this.scene, [about - ((to - from) * factor) / 2, about + ((to - from) * factor) / 2]);
    const ratio = (span[1] - span[0]) / (to - from);
    this.setWindow([about - (about - from) * ratio, about + (to - about) * ratio], smooth);
  }

  pan(days: number): void {
    this.setWindow([this.window[0] + days, this.window[1] + days]);
  }

  fit(): void {
    this.setWindow(wholeWindow(this.scene), true);
  }

  select(ev: number): void {
    if (ev === this.selected) return;
    this.selected = ev;
    this.options.onSelect?.(ev < 0 ? null : this.scene.id.at(ev));
    this.settle();
    this.ask();
  }

  reveal(ev: number): void {
    const [from, to] = this.goal;
    const { lo, hi, at } = this.scene;
    if (hi[ev]! > from && lo[ev]! < to && (at[ev]! >= from || hi[ev]! - lo[ev]! > 1.001)) return;
    const half = (to - from) / 2;
    this.setWindow([at[ev]! - half, at[ev]! + half], true);
  }

  focus(ev: number): void {
    this.focused = ev;
    this.ask();
  }

  hover(ev: number): void {
    if (ev === this.hovered) return;
    this.hovered = ev;
    this.surface.toggleAttribute('data-over', ev >= 0);
    this.options.onHover?.(ev < 0 ? null : this.scene.id.at(ev));
    this.ask();
  }

  setQuery(text: string): void {
    if (text === this.query) return;
    this.applyQuery(text);
    this.options.onFilter?.(text);
  }

  private applyQuery(text: string): void {
    this.query = text;
    this.stale.query = true;
    this.settle();
    this.ask();
  }

  private showWindow(window: Window): void {
    this.window = window;
    this.settle();
    this.ask();
  }

  private selectFromOutside(id: string | null): void {
    const ev = id === null ? -1 : this.scene.find(id);
    if (ev === this.selected) return;
    this.selected = ev;
    if (ev >= 0) this.reveal(ev);
    this.settle();
    this.ask();
  }

  /** A new scene keeps window, filter and selection; the selection by its id, for rows may have moved. */
  private replaceScene(scene: Scene): void {
    const id = this.selected < 0 ? null : this.scene.id.at(this.selected);
    this.scene = scene;
    this.all = this.lanes = buildLanes(scene);
    this.selected = id === null ? -1 : scene.find(id);
    this.focused = this.hovered = -1;
    this.memory.clear();
    this.titles.clear();
    this.stale = { query: true, strip: true, size: true };
    this.mirror.element.replaceChildren();
    this.surface.setAttribute('aria-label', scene.title || 'Timeline');
    this.setWindow(this.window);
  }

  private listen(): void {
    const place = placeOf(this.surface, this);
    listenWheel(this, this.surface, place);
    listenKeys(this, this.surface);
    listenPointer(this, this.surface, place, { pick: (hit) => this.pick(hit), over: (hit, x, y) => this.over(hit, x, y) });
  }

  private observe(): void {
    const observer = new ResizeObserver(() => this.resize());
    observer.observe(this.root);
    this.life.signal.addEventListener('abort', () => observer.disconnect());
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) on(matchMedia(query), 'change' as 'input', this.life, () => this.restyle());
    this.resize();
  }

  private resize(): void {
    const width = this.root.clientWidth;
    if (!width || (width === this.width && !this.stale.size)) return;
    this.width = width;
    this.root.classList.toggle('tl-narrow', width < 620);
    this.stale.size = this.stale.strip = true;
    this.ask();
  }

  private restyle(): void {
    const { theme, controls } = this.options;
    const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    const name = matchMedia('(forced-colors: active)').matches ? 'forced' : dark ? 'dark' : 'light';
    this.palette = paletteOf(name);
    this.root.dataset.theme = name;
    this.toolbar.element.hidden = controls === false;
    this.stale.size = this.stale.strip = true;
    this.ask();
  }

  private pick(hit: Hit | null): void {
    if (!hit?.cluster) return this.select(hit ? hit.ev : -1);
    const { from, to } = hit.cluster;
    const air = Math.max((to - from) * 0.15, 0.02);
    this.setWindow([from - air, to + air], true);
  }

  private over(hit: Hit | null, x: number, y: number): void {
    this.hover(hit && !hit.cluster ? hit.ev : -1);
    this.tip.show(this.scene, hit, x, y, this.width, this.height);
  }

  private ask(): void {
    if (!this.frame && !this.life.signal.aborted) this.frame = requestAnimationFrame(() => this.commit());
  }

  private commit(): void {
    this.frame = 0;
    if (!this.width) return;
    if (this.stale.query) this.refilter();
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    if (this.stale.size) this.fitCanvas(ratio);
    this.display = this.layout(this.window, this.memory);
    paint(this.canvas.getContext('2d', { alpha: false })!, this.display, ratio, this.palette.bg);
    if (this.stale.strip) this.strip.redraw(this.width, ratio, this.measure);
    this.strip.follow();
    this.stale = { query: false, strip: false, size: false };
  }

  private layout(window: Window, memory: Map<number, Slot>): Display {
    const { scene, lanes, width, height, selected, focused, hovered: hover, palette, measure, titles } = this;
    return layout(scene, lanes, { width, height, top: 4, bottom: 2, window, selected, focused, hover, palette, measure, memory, titles });
  }

  /** Before the first gesture: the engine compiles what it has seen run often, and the first frames of a zoom should not wait for that. */
  private warm(): void {
    const [from, to] = this.window;
    for (let part = 0.5; part > 0.05; part *= 0.7) this.layout([from, from + (to - from) * part], new Map());
  }

  private refilter(): void {
    this.mask = matchMask(this.scene, this.query);
    this.matched = this.mask ? countMask(this.mask) : this.scene.count;
    this.lanes = filterLanes(this.scene, this.all, this.mask);
    this.stale.strip = true;
    this.toolbar.update();
  }

  private fitCanvas(ratio: number): void {
    this.titles.clear();
    const wanted = this.options.height ?? Math.max(this.width < 700 ? 520 : 580, Math.min(this.width * 0.32, 760), this.all.length * 72 + 46);
    this.height = Math.max(wanted, neededHeight(this.all.length) + 6);
    this.surface.style.height = `${this.height}px`;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
  }

  /** When nothing has moved for a moment: tell the page, refresh the mirrored list, say where we are. */
  private settle(): void {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.settled(), SETTLED);
  }

  private settled(): void {
    if (!this.width) return this.settle();
    if (!this.warmed) this.warm();
    this.warmed = true;
    this.mirror.update();
    if (this.told[0] !== this.window[0] || this.told[1] !== this.window[1]) this.options.onWindow?.([...this.window]);
    this.told = this.window;
    setText(this.live, this.announcement());
  }

  private announcement(): string {
    const [from, to] = this.window;
    const words = (t: number) => momentWords(t, to - from);
    const picked = this.selected < 0 ? '' : ` Selected: ${this.scene.titles.at(this.selected)}, ${this.scene.when.at(this.selected)}.`;
    return `${words(from)} to ${words(to)}. ${this.matched} ${this.matched === 1 ? 'event' : 'events'}.${picked}`;
  }
}
