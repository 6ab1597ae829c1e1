/** A whole picture without a browser: reads the view, adds title, subtitle, footer and key, and hands it to the SVG painter. */
import { markItem } from './glyphs.ts';
import type { Display, Item } from './items.ts';
import { buildLanes, filterLanes } from './lanes.ts';
import { layout } from './layout.ts';
import { momentWords } from './calendar.ts';
import { countMask, matchMask } from './match.ts';
import { ellipsis, isRtl, type Measure, remembered, tableMeasure, wrap } from './metrics.ts';
import { svg } from './paint-svg.ts';
import { type Palette, paletteOf } from './palette.ts';
import { rescaled } from './rescale.ts';
import { readScene, type Scene } from './scene.ts';
import { clampWindow, neededHeight, placesOf, type View, wholeWindow } from './view.ts';
import { scaleNamed } from './warp.ts';

/** The view as others write it; every field may be missing. */
export interface ViewJson {
  width?: number;
  height?: number;
  window?: [number, number] | null;
  selected?: string | null;
  filter?: string;
  /** How time is laid out: linear, dense or even. */
  scale?: string;
  /** Draw sums as discs? */
  amounts?: boolean;
  theme?: string;
  footer?: string;
  /** False leaves out the scene's title and subtitle. */
  header?: boolean;
}

/** White space around the whole picture. */
const PAD = 24;

interface Still {
  scene: Scene;
  display: Display;
  palette: Palette;
  count: number;
  head: Item[];
}

const read = <T>(value: T | string | null | undefined): T => (typeof value === 'string' ? (JSON.parse(value) as T) : (value ?? ({} as T)));

export function compose(sceneInput: unknown, viewInput: ViewJson | string | undefined): Still {
  const view = read<ViewJson>(viewInput);
  const scene = rescaled(readScene(sceneInput), scaleNamed(view.scale));
  const mask = matchMask(scene, view.filter ?? '');
  const lanes = filterLanes(scene, buildLanes(scene), mask);
  const palette = paletteOf(view.theme);
  const measure = remembered(tableMeasure);
  const width = Math.max(200, view.width ?? 1200) - 2 * PAD;
  const head = view.header === false ? [] : heading(scene, palette, width, measure);
  const last = head[head.length - 1];
  const top = last?.t === 'text' ? last.y + 22 : 8;
  const key = legend(scene, mask, measure);
  const bottom = view.footer || key.length ? 34 : 8;
  const height = Math.max((view.height ?? 640) - 2 * PAD, neededHeight(scene, lanes.length, width) + top + bottom);
  const full: View = { width, height, top, bottom, palette, measure, memory: new Map(), titles: new Map(), focused: -1, hover: -1, mask, amounts: view.amounts === true, selected: view.selected ? scene.find(view.selected) : -1, window: clampWindow(scene, view.window ? placesOf(scene, view.window) : wholeWindow(scene)) };
  const display = layout(scene, lanes, full);
  return { scene, display, palette, count: mask ? countMask(mask) : scene.count, head: [...head, ...foot(view.footer, key, palette, width, height, measure)] };
}

function heading(scene: Scene, palette: Palette, width: number, measure: Measure): Item[] {
  const line = (s: string, y: number, size: number, bold: boolean, fill: string): Item => ({ t: 'text', x: isRtl(s) ? width : 0, y, s, size, bold, fill, w: measure(s, size, bold), ...(isRtl(s) ? { rtl: true, end: true } : {}) });
  const titles = scene.title ? wrap(scene.title, width - 8, 2, 21, true, measure) : [];
  const subtitles = scene.subtitle ? wrap(scene.subtitle, width - 8, 2, 13.5, false, measure) : [];
  const below = 16 + titles.length * 27;
  return [...titles.map((s, i) => line(s, 17 + i * 27, 21, true, palette.ink)), ...subtitles.map((s, i) => line(s, below + i * 19, 13.5, false, palette.muted))];
}

/** What the shapes mean, for the statuses that the picture holds besides the plain one. */
function legend(scene: Scene, mask: Uint8Array | null, measure: Measure): { s: string; w: number; status: string; flags: number }[] {
  const present = new Set<number>();
  let disputed = false;
  for (let i = 0; i < scene.count; i++) {
    if (mask && !mask[i]) continue;
    present.add(scene.status[i]!);
    disputed ||= (scene.flags[i]! & 128) !== 0;
  }
  const entry = (s: string, status: string, flags: number) => ({ s, w: measure(s, 11, false), status, flags });
  const named = [...present].sort((a, b) => a - b).map((c) => scene.statuses[c] ?? '').filter((s) => s && s !== 'established');
  return [...named.map((s) => entry(s, s, 0)), ...(disputed ? [entry('told otherwise by a side', 'established', 128)] : [])];
}

function foot(footer: string | undefined, key: ReturnType<typeof legend>, palette: Palette, width: number, height: number, measure: Measure): Item[] {
  const y = height - 14;
  let x = width;
  const items: Item[] = [];
  for (const { s, w, status, flags } of [...key].reverse()) {
    x -= w;
    items.push({ t: 'text', x, y, s, size: 11, fill: palette.muted, w });
    items.push(markItem({ ev: -1, x: x - 13, y, r: 4.5, color: palette.muted, status, flags }, palette));
    x -= 36;
  }
  const s = footer ? ellipsis(footer, Math.max(0, x - 10), 11, false, measure) : '';
  return s ? [...items, { t: 'text', x: 0, y, s, size: 11, fill: palette.muted, w: measure(s, 11, false) }] : items;
}

export function stillSvg(sceneInput: unknown, viewInput?: ViewJson | string): string {
  const { scene, display, palette, count, head } = compose(sceneInput, viewInput);
  const span = display.window[1] - display.window[0];
  const window = `${momentWords(display.window[0], span)} to ${momentWords(display.window[1], span)}`;
  const threads = display.lanes.map((l) => l.title).filter((t) => t).join(', ');
  return svg({
    ...display,
    pad: PAD,
    background: palette.bg,
    title: scene.title || 'Timeline',
    desc: `Timeline of ${count} events, ${window}.${threads ? ` Lanes: ${threads}.` : ''}`,
    outer: [...display.outer, ...head],
    idOf: (ev) => scene.id.at(ev),
    sentenceOf: (ev) => `${scene.when.at(ev)}: ${scene.titles.at(ev)}`,
  });
}

/** The display list with events named by id: what a test or another painter needs. */
export function stillLayout(sceneInput: unknown, viewInput?: ViewJson | string): string {
  const { scene, display, head } = compose(sceneInput, viewInput);
  const idOf = (ev: number) => scene.id.at(ev);
  const named = (items: Item[]) => items.map(({ ev, ...rest }) => ('evs' in rest ? { ...rest, evs: rest.evs.map(idOf) } : ev === undefined || ev < 0 ? rest : { ...rest, event: idOf(ev) }));
  const labels = display.labels.map(({ ev, ...rest }) => ({ ...rest, event: scene.id.at(ev) }));
  const hits = display.hits.filter((h) => !h.bars).map(({ ev, ...rest }) => (ev < 0 ? rest : { ...rest, event: scene.id.at(ev) }));
  return JSON.stringify({ ...display, items: named(display.items), outer: named([...display.outer, ...head]), labels, hits, shown: display.shown.map((ev) => scene.id.at(ev)) });
}
