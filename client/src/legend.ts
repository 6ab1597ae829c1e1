/** What the shapes on the screen mean: only those that a frame really shows, each with a small picture of it. */
import { largestDisc } from './amounts.ts';
import { barItem } from './bars.ts';
import { largeNumber } from './calendar.ts';
import { disputeSign, ghost, markItem } from './glyphs.ts';
import type { Display, Item } from './items.ts';
import { publishersShown } from './marks.ts';
import type { Palette } from './palette.ts';
import { FLAG, FORM, type Scene } from './scene.ts';
import { NARROW } from './view.ts';

export interface Entry {
  words: string;
  /** Drawn in a box of LEGEND_WIDTH × LEGEND_HEIGHT. */
  items: Item[];
}

export const LEGEND_WIDTH = 44;
export const LEGEND_HEIGHT = 22;
/** The disc shown for sums has this radius. */
const DISC = 10;
const X = LEGEND_WIDTH / 2;
const Y = LEGEND_HEIGHT / 2;

/** What is said of each status. */
export const STATUS_WORDS: Record<string, string> = {
  established: 'established',
  reported: 'reported, not confirmed',
  alleged: 'alleged by somebody',
  disputed: 'disputed as a whole',
  denied: 'denied',
  planned: 'planned',
};

/** What is said of the number of publishers. */
const PUBLISHERS = ['', 'one independent publisher', 'two independent publishers', 'three or more: the fuller the mark, the more tell it'];

export interface Shown {
  scene: Scene;
  display: Display;
  palette: Palette;
  selected: number;
  amounts: boolean;
}

export function legendOf({ scene, display, palette, selected, amounts }: Shown): Entry[] {
  const color = palette.lanes[0]!;
  const shown = display.shown;
  const any = (test: (ev: number) => boolean) => shown.some(test);
  const flagged = (bits: number) => any((ev) => (scene.flags[ev]! & bits) !== 0);
  const mark = (status: string, flags: number, publishers = 0): Item[] => [markItem({ ev: -1, x: X, y: Y, r: 5, color, status, flags, publishers }, palette)];
  const told = [1, 2, 3].filter((n) => scene.told && any((ev) => scene.form[ev] !== FORM.range && publishersShown(scene, ev) === n));
  const ghosted = display.hits.some((h) => h.note);
  const bar = (fade: [number, number]): Item[] => [barItem({ x: 3, y: Y - 6, w: LEGEND_WIDTH - 6, h: 12, fade }, color, 0.3)];
  const soft: Item[] = [{ ...barItem({ x: 3, y: Y - 7, w: LEGEND_WIDTH - 6, h: 14, fade: [0, 0] }, color, 0.15), r: 7, stroke: color, lw: 1, dash: [1.5, 2.5] }, ...mark('established', 0)];
  const statuses = scene.statuses.filter((_, code) => any((ev) => scene.status[ev] === code));
  const range = (ev: number) => scene.form[ev] === FORM.range;
  const blurred = (ev: number) => range(ev) && (scene.startLatest[ev]! - scene.start[ev]! > 1 || scene.end[ev]! - scene.endEarliest[ev]! > 1);
  const arcs = selected >= 0 && scene.relations.some(([a, b]) => a === selected || b === selected);
  const entries: (Entry | false)[] = [
    ...statuses.map((s) => ({ words: STATUS_WORDS[s] ?? s, items: mark(s, 0) })),
    ...told.map((n) => ({ words: PUBLISHERS[n]!, items: mark('established', 0, n) })),
    any((ev) => scene.weight[ev]! >= 220) && { words: 'bold: the weightiest events', items: [{ t: 'text', x: X - 10, y: Y, s: 'Title', size: 11, bold: true, fill: palette.ink, w: 26 }] },
    any((ev) => scene.form[ev] === FORM.soft) && { words: 'some time within the soft extent, no more is known', items: soft },
    any(range) && { words: 'lasted from … to …', items: bar([0, 0]) },
    (any(blurred) || flagged(FLAG.openStart | FLAG.openEnd | FLAG.unknownStart | FLAG.unknownEnd)) && { words: 'a fading end: open, or not known to the day', items: bar([0, 22]) },
    flagged(FLAG.approximate) && { words: 'about then', items: mark('established', FLAG.approximate) },
    flagged(FLAG.uncertain) && { words: 'the date is in doubt', items: mark('established', FLAG.uncertain) },
    flagged(FLAG.disputed) && { words: 'some side tells it otherwise', items: [disputeSign(-1, X, Y, palette)] },
    ghosted && { words: 'where a side has it instead', items: [ghost(-1, X, Y, color, palette)] },
    amounts && scene.sums.ev.length > 0 && { words: discWords(scene, display), items: disc(color) },
    scene.warp.name !== 'linear' && { words: SCALE_WORDS[scene.warp.name], items: [0, 6, 22, 26, 40].map((x) => ({ t: 'line', x1: x + 2.5, x2: x + 2.5, y1: 5, y2: LEGEND_HEIGHT - 5, stroke: palette.muted, lw: 1 })) },
    scene.eras.length > 0 && { words: 'a shaded stretch: an era, named above', items: [{ t: 'rect', x: 4, y: 3, w: LEGEND_WIDTH - 8, h: LEGEND_HEIGHT - 6, fill: palette.rule, alpha: 0.7 }] },
    display.clusters > 0 && { words: 'that many events: click for the list', items: [{ ...barItem({ x: X - 14, y: Y - 8, w: 28, h: 16, fade: [0, 0] }, color, 0.26), r: 4 }, { t: 'text', x: X - 3, y: Y, s: '7', size: 10, fill: palette.ink, w: 6 }] },
    arcs && { words: 'how the chosen event is related: the arrow runs from what answers to what it answers', items: [{ t: 'path', d: `M4,${Y + 6}Q${X},${Y - 12} ${LEGEND_WIDTH - 5},${Y + 5}`, stroke: palette.ink, lw: 1.2 }, { t: 'path', d: `M${LEGEND_WIDTH - 3},${Y + 8}l-7,-2l4,-5z`, fill: palette.ink }] },
    scene.today > display.window[0] && scene.today < display.window[1] && { words: 'the day up to which the story is told', items: [{ t: 'line', x1: X, x2: X, y1: 2, y2: LEGEND_HEIGHT - 2, stroke: palette.accent, lw: 1, dash: [2, 3] }] },
  ];
  return entries.filter((e): e is Entry => e !== false);
}

const SCALE_WORDS: Record<string, string> = {
  dense: 'time is not drawn true to its length: where much happens it has more room',
  even: 'time is not drawn true to its length: any two dates are equally far apart',
};

const disc = (color: string): Item[] => [
  { t: 'rect', x: X - DISC, y: Y - DISC, w: 2 * DISC, h: 2 * DISC, r: DISC, fill: color, alpha: 0.2 },
  { t: 'rect', x: X - DISC, y: Y - DISC, w: 2 * DISC, h: 2 * DISC, r: DISC, stroke: color, lw: 1 },
];

/** What a disc of the size shown is worth. */
function discWords({ sums }: Scene, { width }: Display): string {
  const top = sums.most.reduce((a, b) => Math.max(a, b), 0);
  const worth = top * (DISC / largestDisc(width < NARROW)) ** 2;
  return `a disc of this size is ${sums.currency} ${largeNumber(Number(worth.toPrecision(2)))}; twice the area is twice the sum`;
}
