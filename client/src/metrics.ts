/** Widths of text. The browser measures; without one, the advances of a common sans (Arial's metrics) stand in. */

export type Measure = (text: string, size: number, bold: boolean) => number;

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', sans-serif";

/** Advances of U+0020 … U+007E in thousandths of the size. */
const ADVANCES = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const AVERAGE = 560;
const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function advance(char: string): number {
  const code = char.codePointAt(0)!;
  if (code >= 32 && code < 127) return ADVANCES[code - 32]!;
  if (code < 32 || /\p{M}|\p{Cf}/u.test(char)) return 0;
  if (WIDE.test(char)) return 1000;
  const base = char.normalize('NFD').codePointAt(0)!;
  if (base >= 32 && base < 127) return ADVANCES[base - 32]!;
  return char === '…' || char === '—' ? 1000 : AVERAGE;
}

/** Common faces run a little wider than Arial, and semi-bold wider still. */
export const tableMeasure: Measure = (text, size, bold) => {
  let sum = 0;
  for (const char of text) sum += advance(char);
  return (sum * size * (bold ? 1.1 : 1.04)) / 1000;
};

/** Remembers widths; titles are measured once, not once a frame. Emptied when full rather than tended. */
export function remembered(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text, size, bold) => {
    const key = `${bold ? 'b' : 'r'}${size}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (known.size > 20000) known.clear();
      width = measure(text, size, bold);
      known.set(key, width);
    }
    return width;
  };
}

const RTL = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
export const isRtl = (text: string): boolean => RTL.test(text);

/** The text cut to fit, with an ellipsis; empty when not even a few letters fit. */
export function ellipsis(text: string, width: number, size: number, bold: boolean, measure: Measure): string {
  if (measure(text, size, bold) <= width) return text;
  // The share of the width is a good guess at the share of the letters; a step or two mends it.
  const letters = Array.from(text);
  let n = Math.floor((letters.length * width) / measure(text, size, bold));
  while (n >= 4 && measure(cut(letters, n), size, bold) > width) n--;
  while (n < letters.length && measure(cut(letters, n + 1), size, bold) <= width) n++;
  return n < 4 ? '' : cut(letters, n);
}

const cut = (letters: string[], n: number): string => `${letters.slice(0, n).join('').trimEnd()}…`;

/** At most `lines` lines, broken between words, the last with an ellipsis where there is more. */
export function wrap(text: string, width: number, lines: number, size: number, bold: boolean, measure: Measure): string[] {
  const words = text.split(/\s+/).filter((w) => w !== '');
  const out: string[] = [];
  let line = '';
  for (let i = 0; i < words.length; i++) {
    const longer = line ? `${line} ${words[i]}` : words[i]!;
    if (!line || measure(longer, size, bold) <= width) line = longer;
    else if (out.length === lines - 1) return [...out, ellipsis([line, ...words.slice(i)].join(' '), width, size, bold, measure)];
    else {
      out.push(line);
      line = words[i]!;
    }
  }
  if (line) out.push(line);
  return out.map((l) => ellipsis(l, width, size, bold, measure));
}
