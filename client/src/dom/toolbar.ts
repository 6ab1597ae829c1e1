/** Search box, filter menus, chips, zoom buttons: native controls that all edit one query text. */
import { countMask, matchMask } from '../match.ts';
import { parseQuery, printQuery, type Term } from '../query.ts';
import type { Scene } from '../scene.ts';
import { html, on, setText } from './html.ts';
import { makeMenus } from './menus.ts';
import type { Stage } from './stage.ts';
import { makeViewMenu } from './viewmenu.ts';

export interface Toolbar {
  element: HTMLElement;
  /** Shows the query, what it leaves, and its terms. */
  update(): void;
  /** Called when the reader has come to rest. */
  rest(): void;
}

/** What moves through the views already seen. */
export interface Steps {
  readonly canBack: boolean;
  readonly canForward: boolean;
  back(): void;
  forward(): void;
}

export function makeToolbar(stage: Stage, legend: { button: HTMLElement }, trail: Steps): Toolbar {
  const search = html('input', { type: 'search', class: 'tl-search', placeholder: 'Search, filter', title: 'Words, or a filter such as status:disputed actor:musk during:2025-02', 'aria-label': 'Search and filter events', autocomplete: 'off', spellcheck: 'false' });
  const menus = makeMenus(stage);
  const view = makeViewMenu(stage);
  const steps = stepButtons(stage, trail);
  const state = html('div', { class: 'tl-state' });
  const bar = html('div', { class: 'tl-bar', role: 'search' }, search, ...menus.elements, view.element, legend.button, steps.element, zoomButtons(stage));
  on(search, 'input', stage.life, () => stage.setQuery(search.value));
  return {
    element: html('div', { class: 'tl-controls' }, bar, state),
    rest: steps.update,
    update() {
      if (search.value !== stage.query) search.value = stage.query;
      menus.update();
      view.update();
      showState(stage, state, search);
    },
  };
}

function buttonOf(stage: Stage, face: string, name: string, act: () => void): HTMLButtonElement {
  const element = html('button', { type: 'button', class: 'tl-button', 'aria-label': name, title: name }, face);
  on(element, 'click', stage.life, act);
  return element;
}

/** A button that cannot do anything stays in the order of Tab, and says so. */
function stepButtons(stage: Stage, trail: Steps): { element: HTMLElement; update(): void } {
  const back = buttonOf(stage, '←', 'Back to the view before', () => trail.back());
  const forward = buttonOf(stage, '→', 'Forward again', () => trail.forward());
  const update = () => {
    back.setAttribute('aria-disabled', String(!trail.canBack));
    forward.setAttribute('aria-disabled', String(!trail.canForward));
  };
  update();
  return { element: html('div', { class: 'tl-zoom tl-steps', role: 'group', 'aria-label': 'Views' }, back, forward), update };
}

function zoomButtons(stage: Stage): HTMLElement {
  const button = (face: string, name: string, act: () => void) => buttonOf(stage, face, name, act);
  return html('div', { class: 'tl-zoom', role: 'group', 'aria-label': 'Zoom' },
    button('−', 'Zoom out', () => stage.zoom(2, undefined, true)),
    button('+', 'Zoom in', () => stage.zoom(0.5, undefined, true)),
    button('Fit', 'Fit: show everything', () => stage.fit()));
}

function showState(stage: Stage, state: HTMLElement, search: HTMLInputElement): void {
  const all = stage.scene.count.toLocaleString('en');
  const text = stage.mask ? `${stage.matched.toLocaleString('en')} of ${all} events` : `${all} ${stage.scene.count === 1 ? 'event' : 'events'}`;
  const terms = parseQuery(stage.query);
  const key = `${text} ${stage.query}`;
  if (state.dataset.shows === key) return;
  state.dataset.shows = key;
  const without = (i: number) => printQuery(terms.filter((_, k) => k !== i));
  const chips = terms.map((term, i) => chip(stage, term, () => {
    stage.setQuery(without(i));
    search.focus();
  }));
  const count = html('span', { class: 'tl-count' });
  setText(count, text);
  const zoom = stage.mask && stage.matched ? [textButton(stage, 'Zoom to them', () => stage.fitMatched())] : [];
  const clear = stage.query ? [textButton(stage, 'Clear', () => (stage.setQuery(''), search.focus()))] : [];
  state.replaceChildren(count, ...zoom, ...chips, ...clear);
}

function textButton(stage: Stage, words: string, act: () => void): HTMLElement {
  const button = html('button', { type: 'button', class: 'tl-clear' }, words);
  on(button, 'click', stage.life, act);
  return button;
}

function chip(stage: Stage, term: Term, remove: () => void): HTMLElement {
  const words = termWords(stage.scene, term);
  const mask = matchMask(stage.scene, [term]);
  // What the term leaves by itself, so that one can see which of several is the narrow one.
  const count = (mask ? countMask(mask) : stage.scene.count).toLocaleString('en');
  const element = html('button', { type: 'button', class: 'tl-chip', 'aria-label': `Remove filter ${words}, which alone leaves ${count}` }, words, html('small', {}, count));
  on(element, 'click', stage.life, remove);
  return element;
}

function termWords(scene: Scene, { key, values, negated }: Term): string {
  const names = values.map((v) => (key === 'thread' ? scene.threads : key === 'actor' ? scene.actors : []).find((n) => n.id === v)).map((n, i) => n?.title ?? n?.name ?? values[i]!);
  const body = names.join(' or ');
  return `${negated ? 'not ' : ''}${key === 'text' ? `“${body}”` : `${key} ${body}`}`;
}
