/** The events in view as real buttons, in order of time: what Tab walks through and a screen reader reads. */
import type { Hit } from '../items.ts';
import { html, on, setText } from './html.ts';
import { clusterLines } from './tooltip.ts';
import { repliesTo, walk } from './replies.ts';
import type { Stage } from './stage.ts';

const MOST = 60;

export interface Mirror {
  element: HTMLElement;
  /** Follows the frame last drawn. Buttons that stay are kept, so that focus is not lost. */
  update(): void;
  /** Forgets the buttons: the events are others. */
  clear(): void;
}

export function makeMirror(stage: Stage): Mirror {
  const list = html('ol', { class: 'tl-events', 'aria-label': 'Events in view' });
  const groups = html('ol', { class: 'tl-groups', 'aria-label': 'Groups of events in view' });
  const element = html('div', { class: 'tl-hidden' }, list, groups);
  /** The event whose button the focus goes to once it is there. */
  let wanted = -1;
  const eventOf = (target: EventTarget | null) => Number((target as HTMLElement).dataset.row ?? -1);
  on(element, 'focusin', stage.life, (e) => stage.focus(eventOf(e.target)));
  on(element, 'focusout', stage.life, () => stage.focus(-1));
  on(list, 'click', stage.life, (e) => eventOf(e.target) >= 0 && stage.select(eventOf(e.target)));
  on(element, 'keydown', stage.life, (e) => {
    if (e.key === 'Escape') stage.select(-1);
    if (!/^r$/i.test(e.key) || e.ctrlKey || e.metaKey || e.altKey) return;
    walk(stage, element, e.shiftKey);
    wanted = stage.selected;
    e.preventDefault();
  });
  let clusters: Hit[] = [];
  on(groups, 'click', stage.life, (e) => {
    const hit = clusters[Number((e.target as HTMLElement).dataset.group ?? -1)];
    if (hit) stage.openCluster(hit.cluster!, hit.x0, hit.y1);
  });
  return {
    element,
    update() {
      refresh(stage, list);
      if (wanted >= 0) list.querySelector<HTMLElement>(`[data-row="${wanted}"]`)?.focus({ preventScroll: true });
      wanted = -1;
      clusters = (stage.display?.hits ?? []).filter((h) => h.cluster).slice(0, MOST);
      nameGroups(stage, groups, clusters);
    },
    clear: () => list.replaceChildren(),
  };
}

/** What is counted rather than drawn: each opens its list. */
function nameGroups({ lanes, scene }: Stage, groups: HTMLElement, clusters: Hit[]): void {
  while (groups.children.length > clusters.length) groups.lastChild!.remove();
  clusters.forEach(({ cluster }, i) => {
    const li = groups.children[i] ?? groups.appendChild(html('li', {}, html('button', { type: 'button', 'data-group': i, 'aria-haspopup': 'dialog' })));
    setText(li.firstChild as HTMLElement, [clusterLines(scene, cluster!).slice(0, 2).join(', '), lanes[cluster!.lane]!.title].filter((s) => s).join(', '));
  });
}

function refresh(stage: Stage, list: HTMLElement): void {
  const known = new Map([...list.children].map((li) => [Number((li.firstChild as HTMLElement).dataset.row), li]));
  const wanted = inView(stage, list);
  const items = wanted.map((ev) => known.get(ev) ?? html('li', {}, html('button', { type: 'button', 'data-row': ev, 'data-event': stage.scene.id.at(ev) }, nameOf(stage, ev))));
  items.forEach((li, i) => {
    (li.firstChild as HTMLElement).setAttribute('aria-pressed', String(wanted[i] === stage.selected));
    if (list.children[i] !== li) list.insertBefore(li, list.children[i] ?? null);
  });
  while (list.children.length > items.length) list.lastChild!.remove();
}

function nameOf({ scene }: Stage, ev: number): string {
  const replies = repliesTo(scene, ev);
  return `${scene.when.at(ev)}: ${scene.titles.at(ev)}${replies ? `, ${replies} ${replies === 1 ? 'reply' : 'replies'}` : ''}`;
}

/** Labelled events first, then the weightiest of those drawn, back in the order of time. */
function inView({ display, scene, selected }: Stage, list: HTMLElement): number[] {
  if (!display) return [];
  const focused = list.contains(document.activeElement) ? Number((document.activeElement as HTMLElement).dataset.row) : -1;
  const drawn = [...display.shown].sort((a, b) => scene.weight[b]! - scene.weight[a]! || a - b);
  const all = new Set([selected, focused, ...display.labels.map((l) => l.ev), ...drawn]);
  all.delete(-1);
  return [...all].slice(0, MOST).sort((a, b) => a - b);
}
