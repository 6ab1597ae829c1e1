/** The legend: a button in the toolbar and a list under it that explains what is on screen. */
import { LEGEND_HEIGHT, LEGEND_WIDTH, legendOf } from '../legend.ts';
import { paint } from '../paint-canvas.ts';
import { html, on } from './html.ts';
import type { Model } from './model.ts';

export interface Legend {
  button: HTMLElement;
  element: HTMLElement;
  /** Follows the frame last drawn, when it is open. */
  update(): void;
}

export function makeLegend(model: Model, id: string): Legend {
  const button = html('button', { type: 'button', class: 'tl-button', 'aria-expanded': 'false', 'aria-controls': id }, 'Legend');
  const element = html('ul', { class: 'tl-legend', id, 'aria-label': 'Legend', hidden: true });
  const update = () => !element.hidden && refresh(model, element);
  on(button, 'click', model.life, () => {
    element.hidden = !element.hidden;
    button.setAttribute('aria-expanded', String(!element.hidden));
    update();
  });
  return { button, element, update };
}

function refresh(model: Model, element: HTMLElement): void {
  if (!model.display) return;
  const entries = legendOf({ ...model, display: model.display, amounts: model.options.amounts === true });
  const key = model.palette.name + entries.map((e) => e.words).join();
  if (element.dataset.shows === key) return;
  element.dataset.shows = key;
  element.replaceChildren(...entries.map(({ words, items }) => {
    const ratio = Math.max(2, window.devicePixelRatio || 1);
    const canvas = html('canvas', { 'aria-hidden': 'true', width: LEGEND_WIDTH * ratio, height: LEGEND_HEIGHT * ratio });
    paint(canvas.getContext('2d')!, { width: LEGEND_WIDTH, height: LEGEND_HEIGHT, items, outer: [], plot: { x0: 0, y0: 0, x1: LEGEND_WIDTH, y1: LEGEND_HEIGHT } }, ratio, model.palette.bg);
    return html('li', {}, canvas, words);
  }));
}
