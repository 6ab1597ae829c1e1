/** A button over each lane's title: it closes the lane to a strip and opens it again. */
import { html, on } from './html.ts';
import type { Model } from './model.ts';

export interface LaneBar {
  element: HTMLElement;
  /** Puts the buttons where the frame last drawn has its titles. */
  follow(): void;
}

export function makeLaneBar(model: Model, toggled: () => void): LaneBar {
  const element = html('div', { class: 'tl-lanes', role: 'group', 'aria-label': 'Lanes' });
  let shown = '';
  on(element, 'click', model.life, (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-thread]');
    if (!button) return;
    const thread = Number(button.dataset.thread);
    if (!model.closed.delete(thread)) model.closed.add(thread);
    toggled();
  });
  return {
    element,
    follow() {
      const { lanes, plot } = model.display!;
      const key = `${plot.x0}|${lanes.map((l) => `${l.y0},${l.y1},${l.closed},${l.title}`).join('|')}`;
      if (key === shown) return;
      shown = key;
      const named = lanes.filter((l) => l.title);
      const known = [...element.children] as HTMLElement[];
      named.forEach((lane, i) => {
        const button = known[i] ?? element.appendChild(html('button', { type: 'button', class: 'tl-lane' }));
        const tall = lane.y1 - lane.y0;
        button.dataset.thread = String(lane.thread);
        button.setAttribute('aria-expanded', String(!lane.closed));
        button.setAttribute('aria-label', lane.title);
        button.title = lane.closed ? 'Open the lane' : 'Close the lane';
        button.style.cssText = `top:${lane.y0}px;height:${plot.x0 ? Math.min(tall, 64) : Math.min(tall, 24)}px;width:${plot.x0 || 190}px`;
      });
      known.slice(named.length).forEach((button) => button.remove());
    },
  };
}
