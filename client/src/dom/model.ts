/** The state of a mounted view and the ways to change it. It marks what is stale and asks for a frame; it draws nothing. */
import type { Cluster, Display } from '../items.ts';
import { buildLanes, filterLanes, type Lane } from '../lanes.ts';
import { countMask, matchMask } from '../match.ts';
import { type Palette, paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { rescaled } from '../rescale.ts';
import { clampWindow, minSpan, placesOf, timesOf, wholeWindow } from '../view.ts';
import { type ScaleName, scaleNamed } from '../warp.ts';
import { between, glide } from './motion.ts';
import type { Options } from './mount.ts';
import type { Stage, Window } from './stage.ts';

/** What a change asks of the rest of the view. */
export interface Wants {
  /** A frame. */
  ask(): void;
  /** A word to the page and the list of events, once nothing has moved for a moment. */
  settle(): void;
  /** The window is on its way there. */
  heading(window: Window): void;
  /** The list of a cluster's events, beside a point of the stage or for the keyboard. */
  open(cluster: Cluster, x: number, y: number): void;
}

/** Scenes larger than this are first sketched by every STRIDE-th event: the whole index takes longer than a reader should look at nothing. */
const SKETCHED = 150_000;
const STRIDE = 64;

export class Model implements Stage {
  lanes: Lane[];
  all: Lane[];
  mask: Uint8Array | null = null;
  matched: number;
  query: string;
  window: Window;
  selected = -1;
  focused = -1;
  hovered = -1;
  display: Display | null = null;
  palette: Palette = paletteOf('light');
  readonly life = new AbortController();
  readonly closed = new Set<number>();
  stale = { query: true, strip: true, size: true };
  private moving: { stop(): void } | null = null;
  /** Where the window is going; the same as `window` when nothing moves. */
  private goal: Window;

  scene: Scene;

  constructor(
    scene: Scene,
    readonly options: Options,
    readonly wants: Wants,
  ) {
    this.scene = rescaled(scene, scaleNamed(options.scale));
    this.all = this.lanes = buildLanes(this.scene, scene.count > SKETCHED && !options.filter ? STRIDE : 1);
    this.matched = scene.count;
    this.query = options.filter ?? '';
    this.window = this.goal = clampWindow(this.scene, options.window ? placesOf(this.scene, options.window) : wholeWindow(this.scene));
  }

  /** Are the lanes still those of a first sketch? */
  get sketch(): boolean {
    return this.all.some((lane) => lane.stride > 1);
  }

  /** The whole index, once the sketch is on the screen. */
  complete(): void {
    if (!this.sketch) return;
    this.all = this.lanes = buildLanes(this.scene);
    this.stale.query = this.stale.strip = true;
    this.changed();
  }

  setScale(name: ScaleName): void {
    this.applyScale(name);
    this.options.onScale?.(name);
  }

  showAmounts(shown: boolean): void {
    this.options.amounts = shown;
    this.options.onAmounts?.(shown);
    this.changed();
  }

  /** The same stretch of time on another scale. */
  applyScale(name: ScaleName): void {
    if (name === this.scene.warp.name) return;
    const times = timesOf(this.scene, this.goal);
    this.options.scale = name;
    this.scene = rescaled(this.scene, name);
    this.all = this.lanes = buildLanes(this.scene);
    this.stale = { query: true, strip: true, size: true };
    this.setWindow(placesOf(this.scene, times));
  }

  setWindow(window: Window, smooth = false): void {
    this.stop();
    this.goal = clampWindow(this.scene, window);
    const from = this.window;
    if (smooth) this.wants.heading(this.goal);
    this.moving = glide(!smooth || !this.display, (part) => {
      this.window = between(from, this.goal, part);
      this.changed();
    });
  }

  stop(): void {
    this.moving?.stop();
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

  /** To what the filter leaves. */
  fitMatched(): void {
    const { mask, scene } = this;
    let [from, to] = [Infinity, -Infinity];
    for (let i = 0; i < scene.count; i++) {
      if (mask && !mask[i]) continue;
      from = Math.min(from, scene.lo[i]!);
      to = Math.max(to, scene.hi[i]!);
    }
    const air = Math.max((to - from) * 0.06, minSpan(to));
    if (from <= to) this.setWindow([from - air, to + air], true);
  }

  select(ev: number): void {
    if (ev === this.selected) return;
    this.selected = ev;
    this.options.onSelect?.(ev < 0 ? null : this.scene.id.at(ev));
    this.changed();
  }

  selectFromOutside(id: string | null): void {
    const ev = id === null ? -1 : this.scene.find(id);
    if (ev === this.selected) return;
    this.selected = ev;
    if (ev >= 0) this.reveal(ev);
    this.changed();
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
    this.wants.ask();
  }

  hover(ev: number): void {
    if (ev === this.hovered) return;
    this.hovered = ev;
    this.options.onHover?.(ev < 0 ? null : this.scene.id.at(ev));
    this.wants.ask();
  }

  /** Something beside the view points at an event: it is ringed here, and nobody is told of it again. */
  hoverFromOutside(id: string | null): void {
    this.hovered = id === null ? -1 : this.scene.find(id);
  }

  openCluster(cluster: Cluster, x: number, y: number): void {
    this.wants.open(cluster, x, y);
  }

  setQuery(text: string): void {
    if (text === this.query) return;
    this.applyQuery(text);
    this.options.onFilter?.(text);
  }

  applyQuery(text: string): void {
    this.query = text;
    this.stale.query = true;
    this.changed();
  }

  /** Brings mask and lanes up to the query. */
  refilter(): void {
    this.mask = matchMask(this.scene, this.query);
    this.matched = this.mask ? countMask(this.mask) : this.scene.count;
    this.lanes = filterLanes(this.scene, this.all, this.mask);
    this.stale.strip = true;
  }

  /** A new scene keeps window, filter and selection; the selection by its id, for rows may have moved. */
  replaceScene(scene: Scene): void {
    const id = this.selected < 0 ? null : this.scene.id.at(this.selected);
    const times = timesOf(this.scene, this.goal);
    this.scene = rescaled(scene, scaleNamed(this.options.scale));
    this.all = this.lanes = buildLanes(this.scene);
    this.selected = id === null ? -1 : scene.find(id);
    this.focused = this.hovered = -1;
    this.stale = { query: true, strip: true, size: true };
    this.setWindow(placesOf(this.scene, times));
  }

  private changed(): void {
    this.wants.settle();
    this.wants.ask();
  }
}
