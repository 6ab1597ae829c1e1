/** All colours, in one place. `css.ts` mirrors them as custom properties (--tl-…), so that a page can match its surroundings. */

export interface Palette {
  name: string;
  bg: string;
  panel: string;
  ink: string;
  muted: string;
  rule: string;
  grid: string;
  accent: string;
  focus: string;
  /** Text and marks of lanes: WCAG AA (4.5:1) against `bg`, and apart in lightness as well as in hue. */
  lanes: string[];
}

const LIGHT: Palette = {
  name: 'light',
  bg: '#ffffff',
  panel: '#f5f3ef',
  ink: '#1c1d20',
  muted: '#5d6068',
  rule: '#dcd7cd',
  grid: '#f0ede8',
  accent: '#b3261e',
  focus: '#0b57d0',
  lanes: ['#1d5c96', '#b0441c', '#0a7064', '#74479c', '#876000', '#a3306a', '#48596c', '#4c6b14'],
};

const DARK: Palette = {
  name: 'dark',
  bg: '#14161a',
  panel: '#1d2026',
  ink: '#ecebe8',
  muted: '#a5a9b2',
  rule: '#343841',
  grid: '#22252c',
  accent: '#ff8a7a',
  focus: '#8ab4f8',
  lanes: ['#7fb6ea', '#f2976f', '#52c4b2', '#c5a3e8', '#dcb850', '#ef92bb', '#abbaca', '#a8c968'],
};

/** Forced colours: the reader's own, by their CSS system names. Lanes are told apart by place and title alone. */
const FORCED: Palette = {
  name: 'forced',
  bg: 'Canvas',
  panel: 'Canvas',
  ink: 'CanvasText',
  muted: 'CanvasText',
  rule: 'GrayText',
  grid: 'Canvas',
  accent: 'Highlight',
  focus: 'Highlight',
  lanes: ['CanvasText'],
};

export const PALETTES: Record<string, Palette> = { light: LIGHT, dark: DARK, forced: FORCED };

export function paletteOf(theme: string | undefined): Palette {
  return PALETTES[theme ?? 'light'] ?? LIGHT;
}

/** Colour of the lane at this place; events without a thread stay grey, for they form no story of their own. */
export function laneColor(palette: Palette, place: number, thread: number): string {
  return thread < 0 ? palette.muted : palette.lanes[place % palette.lanes.length]!;
}
