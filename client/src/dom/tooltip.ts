/** The tooltip: real elements, filled with text. */
import type { Hit } from '../items.ts';
import { momentWords } from '../calendar.ts';
import type { Scene } from '../scene.ts';
import { timesOf } from '../view.ts';
import { html } from './html.ts';

export interface Tooltip {
  element: HTMLElement;
  show(scene: Scene, hit: Hit | null, x: number, y: number, width: number, height: number): void;
}

export function makeTooltip(): Tooltip {
  const element = html('div', { class: 'tl-tip', 'aria-hidden': 'true', hidden: true });
  let shown = '';
  return {
    element,
    show(scene, hit, x, y, width, height) {
      const key = hit ? (hit.cluster ? `c${hit.cluster.lane}/${hit.cluster.from}/${hit.cluster.count}` : `e${hit.ev}${hit.note ?? ''}`) : '';
      if (key !== shown) fill(element, scene, hit);
      shown = key;
      element.hidden = !hit;
      if (hit) place(element, x, y, width, height);
    },
  };
}

function fill(element: HTMLElement, scene: Scene, hit: Hit | null): void {
  if (!hit) return element.replaceChildren();
  const [title, ...lines] = hit.cluster ? clusterLines(scene, hit.cluster) : eventLines(scene, hit.ev);
  element.replaceChildren(html('b', { dir: 'auto' }, title), ...(hit.note ? [html('em', { dir: 'auto' }, hit.note)] : []), ...lines.map((line) => html('span', { dir: 'auto' }, line)));
}

export function eventLines(scene: Scene, ev: number): string[] {
  const thread = scene.threads[scene.thread[ev]!];
  const status = scene.statuses[scene.status[ev]!] ?? '';
  const publishers = scene.publishers[ev]!;
  const standing = [status && status !== 'established' ? `${status[0]!.toUpperCase()}${status.slice(1)}` : '', (scene.flags[ev]! & 128) !== 0 ? 'some side tells it otherwise' : ''].filter((s) => s).join('; ');
  return [
    scene.titles.at(ev),
    scene.when.at(ev),
    thread?.title ?? thread?.name ?? '',
    standing,
    publishers ? `${publishers} independent ${publishers === 1 ? 'publisher' : 'publishers'}` : '',
  ].filter((line, i) => i === 0 || line);
}

export function clusterLines(scene: Scene, cluster: NonNullable<Hit['cluster']>): string[] {
  const { count } = cluster;
  const [from, to] = timesOf(scene, [cluster.from, cluster.to]);
  const words = (t: number) => momentWords(t, Math.max(to - from, 4));
  const [first, last] = [words(from), words(to)];
  return [`${count.toLocaleString('en')} events`, first === last ? first : `${first} to ${last}`, 'Click for the list'];
}

/** Beside the pointer, on the side where there is room. */
function place(element: HTMLElement, x: number, y: number, width: number, height: number): void {
  const left = x + 16 + element.offsetWidth > width ? Math.max(4, x - 14 - element.offsetWidth) : x + 14;
  const top = Math.max(4, Math.min(y + 14, height - element.offsetHeight - 4));
  element.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
}
