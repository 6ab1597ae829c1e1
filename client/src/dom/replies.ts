/** Walking reply by reply: from an event to what answers it, and back to what it answers. */
import type { Scene } from '../scene.ts';
import { setText } from './html.ts';
import type { Stage } from './stage.ts';

interface Ties {
  /** Event → events that name it in a relation, in order of time. */
  after: Map<number, number[]>;
  /** Event → events that it names. */
  before: Map<number, number[]>;
}

const ties = new WeakMap<Scene, Ties>();
/** Which reply was visited last from an event: the next one comes next, and the way back is the way that was come. */
const visited = new WeakMap<Stage, Map<number, number>>();

function tiesOf(scene: Scene): Ties {
  const known = ties.get(scene);
  if (known) return known;
  const made: Ties = { after: new Map(), before: new Map() };
  const add = (to: Map<number, number[]>, key: number, ev: number) => {
    const list = to.get(key) ?? [];
    if (!list.includes(ev)) to.set(key, [...list, ev].sort((a, b) => a - b));
  };
  for (const [from, to] of scene.relations) {
    add(made.after, to, from);
    add(made.before, from, to);
  }
  ties.set(scene, made);
  return made;
}

/** How many events answer this one or otherwise stand on it. */
export const repliesTo = (scene: Scene, ev: number): number => tiesOf(scene).after.get(ev)?.length ?? 0;

/** Chooses the next event that answers the chosen one; `back` the one that it answers. Says so when there is none. */
export function walk(stage: Stage, element: HTMLElement, back: boolean): void {
  const next = back ? behind(stage) : ahead(stage);
  if (next < 0) {
    const live = element.closest('.tl-root')?.querySelector('[role=status]');
    if (live) setText(live, stage.selected < 0 ? 'Choose an event first.' : back ? 'It answers no event.' : 'No event answers it.');
    return;
  }
  stage.select(next);
  stage.reveal(next);
}

const seen = ({ mask }: Stage) => (ev: number) => !mask || mask[ev] === 1;

function ahead(stage: Stage): number {
  const { scene, selected } = stage;
  const replies = (tiesOf(scene).after.get(selected) ?? []).filter(seen(stage));
  if (!replies.length) return -1;
  const last = pathOf(stage).get(selected) ?? -1;
  const next = replies.find((ev) => ev > last) ?? replies[0]!;
  pathOf(stage).set(selected, next);
  return next;
}

function behind(stage: Stage): number {
  const answered = (tiesOf(stage.scene).before.get(stage.selected) ?? []).filter(seen(stage));
  return answered.find((ev) => pathOf(stage).get(ev) === stage.selected) ?? answered[0] ?? -1;
}

function pathOf(stage: Stage): Map<number, number> {
  const path = visited.get(stage) ?? new Map<number, number>();
  visited.set(stage, path);
  return path;
}
