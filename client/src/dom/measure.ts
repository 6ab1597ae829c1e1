/** Widths of text by the canvas: sums the advances of letters, each measured once, so that a new title costs no call. Scripts whose letters join are measured whole. */
import { type Measure, remembered } from '../metrics.ts';
import { fontOf } from '../paint-canvas.ts';

const TABLE = 0x250;

/** Advances of Latin letters for a size of 1, plain and semi-bold; NaN until a letter is first met, for measuring all of them would hold up the first picture. */
const advanceTables = (): Float64Array[] => [false, true].map(() => new Float64Array(TABLE).fill(NaN).fill(0, 0, 32));

export function canvasMeasure(canvas: HTMLCanvasElement): Measure {
  const ctx = canvas.getContext('2d', { alpha: false })!;
  const width = (text: string, size: number, bold: boolean) => {
    ctx.font = fontOf(size, bold);
    return ctx.measureText(text).width;
  };
  const tables = advanceTables();
  const advance = (table: Float64Array, code: number, bold: boolean) => (table[code] = width(String.fromCharCode(code), 100, bold) / 100);
  const whole = remembered(width);
  const punctuation = new Map<number, number>();
  return (text, size, bold) => {
    const table = tables[bold ? 1 : 0]!;
    let sum = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < TABLE) sum += table[code]! >= 0 ? table[code]! : advance(table, code, bold);
      else if (code >= 0x2010 && code <= 0x2030) sum += punctuation.get(code * 2 + Number(bold)) ?? remember(punctuation, code * 2 + Number(bold), width(text[i]!, 100, bold) / 100);
      else return whole(text, size, bold);
    }
    return sum * size;
  };
}

function remember(map: Map<number, number>, key: number, value: number): number {
  map.set(key, value);
  return value;
}
