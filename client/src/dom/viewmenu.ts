/** The menu of how things are drawn: the scale of time, and the layer of sums. */
import { type ScaleName, SCALES } from '../warp.ts';
import { makeDropdown } from './dropdown.ts';
import { html, on } from './html.ts';
import type { Stage } from './stage.ts';

const WORDS: Record<ScaleName, [string, string]> = {
  linear: ['True to time', 'a year is as long as any other'],
  dense: ['Room where much happens', 'quiet stretches are shortened'],
  even: ['From date to date', 'the same room between any two'],
};

let made = 0;

export function makeViewMenu(stage: Stage): { element: HTMLElement; update(): void } {
  const name = `tl-scale-${++made}`;
  const { element, body } = makeDropdown(stage.life, 'View', 'How it is drawn', update);
  const scales = SCALES.map((s) => html('input', { type: 'radio', name, value: s }));
  const amounts = html('input', { type: 'checkbox', value: 'amounts' });
  const row = (input: HTMLElement, [title, more]: [string, string]) => html('label', {}, input, html('span', {}, title, html('small', {}, more)));
  const sums = row(amounts, ['Sums as discs', 'areas true to the sums']);
  body.append(html('fieldset', {}, html('legend', {}, 'Time'), ...scales.map((s) => row(s, WORDS[s.value as ScaleName]))), sums);
  on(body, 'change', stage.life, (event) => {
    if (event.target === amounts) stage.showAmounts(amounts.checked);
    else stage.setScale((event.target as HTMLInputElement).value as ScaleName);
    update();
  });

  function update(): void {
    const scale = stage.options.scale ?? 'linear';
    for (const input of scales) input.checked = input.value === scale;
    amounts.checked = stage.options.amounts === true;
    sums.hidden = !stage.scene.sums.ev.length;
    element.toggleAttribute('data-on', scale !== 'linear' || amounts.checked);
  }

  return { element, update };
}
