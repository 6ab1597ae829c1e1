/** The view in a page: its parts put together, and `destroy`, which undoes it all. */
import { momentWords } from '../calendar.ts';
import type { Hit } from '../items.ts';
import { paletteOf } from '../palette.ts';
import { readScene } from '../scene.ts';
import { placesOf, timesOf, wholeWindow } from '../view.ts';
import { type ScaleName, scaleNamed } from '../warp.ts';
import { adoptStyles } from './css.ts';
import { listenPointer, listenWheel, placeOf } from './gestures.ts';
import { html, on, setText } from './html.ts';
import { KEY_HELP, listenKeys } from './keys.ts';
import { makeLaneBar } from './lanebar.ts';
import { makeLegend } from './legend.ts';
import { makeMirror } from './mirror.ts';
import { Model } from './model.ts';
import { makePicker } from './picker.ts';
import { Screen } from './screen.ts';
import type { Window } from './stage.ts';
import { makeStrip } from './strip.ts';
import { makeToolbar } from './toolbar.ts';
import { makeTooltip } from './tooltip.ts';
import { Trail } from './trail.ts';

export interface Options {
  window?: Window | null;
  /** Id of the selected event. */
  selected?: string | null;
  /** Id of the event that something beside the view points at. */
  hovered?: string | null;
  filter?: string;
  /** How time is laid out: true to its length, with more room where much happens, or the same room from date to date. */
  scale?: ScaleName;
  /** Are sums drawn as discs behind the marks? */
  amounts?: boolean;
  theme?: 'auto' | 'light' | 'dark';
  controls?: boolean;
  height?: number;
  /** Null when everything is shown. */
  onWindow?(window: Window | null): void;
  onSelect?(id: string | null): void;
  onFilter?(text: string): void;
  onScale?(name: ScaleName): void;
  onAmounts?(shown: boolean): void;
  onHover?(id: string | null): void;
}

export interface Mounted {
  update(changes: Options & { scene?: unknown }): void;
  destroy(): void;
  readonly window: Window;
  readonly selected: string | null;
  readonly filter: string;
}

/** Turns of a wheel and steps of a held key come closer together than this. */
const SETTLED = 100;
let mounted = 0;

export function mount(element: HTMLElement, sceneInput: unknown, given: Options = {}): Mounted {
  const options: Options = { controls: true, theme: 'auto', ...given };
  const name = `tl-${++mounted}`;
  const surface = html('div', { class: 'tl-stage', tabindex: 0, role: 'application', 'aria-roledescription': 'timeline', 'aria-describedby': `${name}-help` });
  const live = html('div', { class: 'tl-hidden', role: 'status', 'aria-live': 'polite' });
  const model = new Model(readScene(sceneInput), options, {
    ask: () => screen.ask(),
    settle,
    heading: (window) => screen.fit(window),
    open: (cluster, x, y) => picker.open(cluster, x, y),
  });
  const screen = new Screen(model, surface, drawn);
  const tip = makeTooltip();
  const picker = makePicker(model, surface);
  const laneBar = makeLaneBar(model, () => screen.fit(model.window));
  const strip = makeStrip(model);
  const mirror = makeMirror(model);
  const legend = makeLegend(model, `${name}-legend`);
  const trail = new Trail(model);
  const toolbar = makeToolbar(model, legend, trail);
  const help = html('div', { id: `${name}-help`, class: 'tl-hidden' }, KEY_HELP);
  surface.append(screen.canvas, tip.element);
  const root = html('div', { class: 'tl-root' }, toolbar.element, legend.element, html('div', { class: 'tl-body' }, surface, laneBar.element, picker.element), mirror.element, strip.element, live, help);
  let settling = 0;
  let told = model.window;

  function drawn(_: Screen, ratio: number): void {
    if (model.stale.query) toolbar.update();
    if (model.stale.strip) strip.redraw(screen.width, ratio, screen.measure);
    surface.toggleAttribute('data-over', model.hovered >= 0);
    strip.follow();
    laneBar.follow();
  }

  /** When nothing has moved for a moment: fit the lanes, tell the page, refresh the mirrored list, say where we are. */
  function settle(): void {
    clearTimeout(settling);
    settling = window.setTimeout(() => {
      if (!model.display || model.stale.query) return settle();
      screen.warm();
      screen.fit(model.window);
      trail.rest();
      toolbar.rest();
      mirror.update();
      legend.update();
      if (told[0] !== model.window[0] || told[1] !== model.window[1]) options.onWindow?.(showsAll(model) ? null : timesOf(model.scene, model.window));
      told = model.window;
      setText(live, announcement(model));
    }, SETTLED);
  }

  function restyle(): void {
    const matches = (query: string) => matchMedia(query).matches;
    const dark = options.theme === 'dark' || (options.theme !== 'light' && matches('(prefers-color-scheme: dark)'));
    model.palette = paletteOf(matches('(forced-colors: active)') ? 'forced' : dark ? 'dark' : 'light');
    root.dataset.theme = model.palette.name;
    toolbar.element.hidden = options.controls === false;
    model.stale.size = model.stale.strip = true;
    settle();
    screen.ask();
  }

  function resize(): void {
    root.classList.toggle('tl-narrow', root.clientWidth < 620);
    screen.resize(root.clientWidth);
  }

  function over(hit: Hit | null, x: number, y: number): void {
    model.hover(hit && !hit.cluster ? hit.ev : -1);
    tip.show(model.scene, hit, x, y, screen.width, screen.height);
  }

  function pick(hit: Hit | null, x: number, y: number): void {
    tip.show(model.scene, null, 0, 0, 0, 0);
    if (hit?.cluster) model.openCluster(hit.cluster, x, y);
    else model.select(hit ? hit.ev : -1);
  }

  function title(): void {
    surface.setAttribute('aria-label', model.scene.title || 'Timeline');
  }

  function listen(): void {
    const place = placeOf(surface, model);
    listenWheel(model, surface, place);
    listenKeys(model, surface, trail);
    listenPointer(model, surface, place, { pick, over });
    const observer = new ResizeObserver(resize);
    observer.observe(root);
    model.life.signal.addEventListener('abort', () => observer.disconnect());
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) on(matchMedia(query), 'change' as 'input', model.life, restyle);
  }

  title();
  listen();
  adoptStyles(element);
  restyle();
  element.append(root);
  resize();
  if (options.selected) model.selectFromOutside(options.selected);
  return {
    update(changes) {
      const { scene, window, selected, hovered, filter, scale, ...rest } = changes;
      Object.assign(options, rest);
      if (scene !== undefined) {
        mirror.clear();
        screen.forget();
        model.replaceScene(readScene(scene));
        title();
      }
      if (filter !== undefined && filter !== model.query) model.applyQuery(filter ?? '');
      if ('amounts' in rest) model.wants.settle();
      if (scale !== undefined) model.applyScale(scaleNamed(scale));
      if (window) model.setWindow(placesOf(model.scene, window), true);
      else if (window === null) model.fit();
      if (selected !== undefined) model.selectFromOutside(selected);
      if (hovered !== undefined) model.hoverFromOutside(hovered);
      if ('theme' in rest || 'controls' in rest || 'height' in rest) restyle();
      screen.ask();
    },
    destroy() {
      model.life.abort();
      model.stop();
      screen.stop();
      clearTimeout(settling);
      root.remove();
    },
    get window() {
      return timesOf(model.scene, model.window);
    },
    get selected() {
      return model.selected < 0 ? null : model.scene.id.at(model.selected);
    },
    get filter() {
      return model.query;
    },
  };
}

function showsAll({ scene, window }: Model): boolean {
  const whole = wholeWindow(scene);
  return whole.every((t, i) => Math.abs(t - window[i]!) < (whole[1] - whole[0]) * 1e-6);
}

function announcement({ window, selected, scene, matched }: Model): string {
  const [from, to] = timesOf(scene, window);
  const words = (t: number) => momentWords(t, to - from);
  const picked = selected < 0 ? '' : ` Selected: ${scene.titles.at(selected)}, ${scene.when.at(selected)}.`;
  return `${words(from)} to ${words(to)}. ${matched} ${matched === 1 ? 'event' : 'events'}.${picked}`;
}
