/** The events of a cluster as a short list to choose from, beside the place that was clicked. */
import type { Cluster } from '../items.ts';
import { peak } from '../peaks.ts';
import { lowerBound } from '../sorting.ts';
import { html, on } from './html.ts';
import type { Model } from './model.ts';

/** More would not be read; the rest is reached by zooming. */
const MOST = 30;

export interface Picker {
  element: HTMLElement;
  open(cluster: Cluster, x: number, y: number): void;
}

export function makePicker(model: Model, home: HTMLElement): Picker {
  const element = html('div', { class: 'tl-pop tl-picker', role: 'dialog', hidden: true });
  let opener: HTMLElement | null = null;
  const close = (back: boolean) => {
    if (element.hidden) return;
    element.hidden = true;
    if (back) (opener?.isConnected ? opener : home).focus({ preventScroll: true });
  };
  on(document, 'pointerdown', model.life, (event) => !event.composedPath().includes(element) && close(false));
  on(home, 'wheel', model.life, () => close(false), { passive: true });
  on(element, 'keydown', model.life, (event) => steer(event, element, () => close(true)));
  on(element, 'click', model.life, (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    if (row === undefined) return;
    close(true);
    if (row) model.select(Number(row));
  });
  return {
    element,
    open(cluster, x, y) {
      opener = document.activeElement as HTMLElement | null;
      fill(model, element, cluster);
      element.hidden = false;
      const { width, height } = model.display!;
      element.style.left = `${Math.max(4, Math.min(x, width - element.offsetWidth - 4))}px`;
      element.style.top = `${Math.max(4, Math.min(y + 8, height - element.offsetHeight - 4))}px`;
      element.querySelector('button')!.focus({ preventScroll: true });
    },
  };
}

function steer(event: KeyboardEvent, element: HTMLElement, close: () => void): void {
  const buttons = [...element.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (event.key === 'Escape') close();
  else if (to === undefined) return;
  else buttons[(to + buttons.length) % buttons.length]!.focus();
  event.preventDefault();
  event.stopPropagation();
}

function fill(model: Model, element: HTMLElement, cluster: Cluster): void {
  const { scene } = model;
  const rows = weightiest(model, cluster);
  const zoom = html('button', { type: 'button', class: 'tl-pick tl-pick-zoom', 'data-row': '' }, 'Zoom in on them');
  on(zoom, 'click', model.life, () => zoomTo(model, cluster));
  const items = rows.map((ev) => html('li', {}, html('button', { type: 'button', class: 'tl-pick', 'data-row': ev, 'data-pick': scene.id.at(ev) }, html('small', { dir: 'auto' }, scene.when.at(ev)), html('span', { dir: 'auto' }, scene.titles.at(ev)))));
  const rest = cluster.count - rows.length;
  element.setAttribute('aria-label', clusterName(cluster));
  element.replaceChildren(html('b', {}, clusterName(cluster)), html('ol', {}, ...items), ...(rest > 0 ? [html('p', {}, `and ${rest.toLocaleString('en')} lighter ones`)] : []), zoom);
}

export const clusterName = ({ count }: Cluster): string => `${count.toLocaleString('en')} events`;

export function zoomTo(model: Model, { from, to }: Cluster): void {
  const air = Math.max((to - from) * 0.15, 0.02);
  model.setWindow([from - air, to + air], true);
}

/** The cluster's events in order of time; of many, the weightiest, found by halving at each find. */
function weightiest({ lanes }: Model, { lane, from, to, count }: Cluster): number[] {
  const { events, at, weights } = lanes[lane]!;
  const low = lowerBound(at, from);
  const found: number[] = [];
  const spans: [number, number][] = [[low, low + count]];
  while (at[spans[0]![1] - 1]! > to) spans[0]![1]--;
  while (found.length < MOST && spans.length) {
    const best = spans.map(([a, b]) => peak(weights, a, b));
    const k = best.reduce((top, p, i) => (weights.key[p]! > weights.key[best[top]!]! ? i : top), 0);
    const [a, b] = spans[k]!;
    spans.splice(k, 1, ...([[a, best[k]!], [best[k]! + 1, b]] as [number, number][]).filter(([x, y]) => x < y));
    found.push(best[k]!);
  }
  return found.sort((a, b) => a - b).map((p) => events[p]!);
}
