/** The keyboard on the focused view. Tab is left alone: it walks on through the events in view. */
import { on } from './html.ts';
import { walk } from './replies.ts';
import { nextEvent, type Stage } from './stage.ts';

export const KEY_HELP = 'Arrow keys pan, plus and minus zoom, 0 shows everything, f what the filter leaves, [ and ] go back and forward through views, n and p step through events, r goes to what answers the chosen event and Shift+R back to what it answers, Home and End go to the first and last event, Escape clears the selection. Tab moves through the events in view.';

export function listenKeys(stage: Stage, element: HTMLElement, trail: { back(): void; forward(): void }): void {
  on(element, 'keydown', stage.life, (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found: Record<string, (stage: Stage) => void> = { '[': () => trail.back(), ']': () => trail.forward(), r: () => walk(stage, element, false), R: () => walk(stage, element, true) };
    const action = found[event.key] ?? ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action(stage);
  });
}

const step = (part: number) => (stage: Stage) => stage.pan((stage.window[1] - stage.window[0]) * part);

const ACTIONS: Record<string, (stage: Stage) => void> = {
  ArrowLeft: step(-0.12),
  ArrowRight: step(0.12),
  PageUp: step(-0.9),
  PageDown: step(0.9),
  '+': (stage) => stage.zoom(0.6, undefined, true),
  '=': (stage) => stage.zoom(0.6, undefined, true),
  '-': (stage) => stage.zoom(1 / 0.6, undefined, true),
  _: (stage) => stage.zoom(1 / 0.6, undefined, true),
  '0': (stage) => stage.fit(),
  f: (stage) => stage.fitMatched(),
  Home: (stage) => visit(stage, nextEvent(stage, -1, 1)),
  End: (stage) => visit(stage, nextEvent(stage, stage.scene.count, -1)),
  n: (stage) => visit(stage, neighbour(stage, 1)),
  '.': (stage) => visit(stage, neighbour(stage, 1)),
  p: (stage) => visit(stage, neighbour(stage, -1)),
  ',': (stage) => visit(stage, neighbour(stage, -1)),
  Escape: (stage) => stage.select(-1),
};

/** From the selected event; without one, from the edge of the window. */
function neighbour(stage: Stage, direction: 1 | -1): number {
  const { scene, selected, window } = stage;
  if (selected >= 0) return nextEvent(stage, selected, direction);
  let from = direction > 0 ? -1 : scene.count;
  while (true) {
    const next = nextEvent(stage, from, direction);
    if (next < 0 || (direction > 0 ? scene.at[next]! >= window[0] : scene.at[next]! <= window[1])) return next;
    from = next;
  }
}

function visit(stage: Stage, ev: number): void {
  if (ev < 0) return;
  stage.select(ev);
  stage.reveal(ev);
}
