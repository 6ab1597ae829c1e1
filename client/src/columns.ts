/** Columns of the scene: JSON arrays or base64 of little-endian typed arrays, and text as strings or UTF-8 with offsets. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DTYPES = { f8: Float64Array, f4: Float32Array, i4: Int32Array, u2: Uint16Array, u1: Uint8Array };

export type Typed = Float64Array | Float32Array | Int32Array | Uint16Array | Uint8Array;
export type NumberColumn = (number | null)[] | { dtype: keyof typeof DTYPES; b64: string } | Typed;
export type TextSource = string[] | { utf8: string | Uint8Array; offsets: NumberColumn };

/** A column of that type inside a body of bytes, without copying. */
export const typedView = (dtype: keyof typeof DTYPES, body: ArrayBuffer, at: number, bytes: number): Typed => new DTYPES[dtype](body, at, bytes / DTYPES[dtype].BYTES_PER_ELEMENT);

/** Text by row; `whole` is for search, where one long string beats a million short ones. */
export interface TextColumn {
  at(row: number): string;
  whole(): { text: string; offsets: Float64Array | Uint32Array };
}

let codes: Uint8Array | null = null;
function codeTable(): Uint8Array {
  if (!codes) {
    codes = new Uint8Array(128);
    for (let i = 0; i < 64; i++) codes[ALPHABET.charCodeAt(i)] = i;
  }
  return codes;
}

/** Own decoder, because QuickJS has no atob; the engine's built-in one where it exists, for it is ten times faster. */
export function decodeBase64(text: string): Uint8Array {
  const native = (Uint8Array as unknown as { fromBase64?: (t: string) => Uint8Array }).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const table = codeTable();
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, o = 0; i < text.length; i += 4) {
    const word = (table[text.charCodeAt(i)]! << 18) | (table[text.charCodeAt(i + 1)]! << 12) | (table[text.charCodeAt(i + 2)]! << 6) | table[text.charCodeAt(i + 3)]!;
    bytes[o++] = word >> 16;
    bytes[o++] = word >> 8;
    bytes[o++] = word;
  }
  return bytes;
}

/** Numbers of a column, `count` of them unless that is −1; `missing(row)` stands for null. */
export function numbers(name: string, source: NumberColumn | undefined, count: number, missing: (row: number) => number): Typed {
  if (!source) throw new Error(`scene column '${name}' is missing`);
  const values = Array.isArray(source) ? filled(source, missing) : ArrayBuffer.isView(source) ? source : typed(source);
  if (count >= 0 && values.length !== count) throw new Error(`scene column '${name}' has ${values.length} entries, not ${count}`);
  return values;
}

/** A plain loop: `Float64Array.from` with a function takes ten times as long, which a million rows feel. */
function filled(source: (number | null)[], missing: (row: number) => number): Float64Array {
  const values = new Float64Array(source.length);
  for (let i = 0; i < values.length; i++) values[i] = source[i] ?? missing(i);
  return values;
}

function typed(source: { dtype: keyof typeof DTYPES; b64: string }) {
  const Type = DTYPES[source.dtype];
  if (!Type) throw new Error(`unknown dtype '${source.dtype}'`);
  const bytes = decodeBase64(source.b64);
  return new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength / Type.BYTES_PER_ELEMENT);
}

export function texts(name: string, source: TextSource | undefined, count: number): TextColumn {
  if (!source) throw new Error(`scene column '${name}' is missing`);
  const column = Array.isArray(source) ? fromStrings(source) : fromBytes(source, count);
  if (Array.isArray(source) && source.length !== count) throw new Error(`scene column '${name}' has ${source.length} entries, not ${count}`);
  return column;
}

function fromStrings(list: string[]): TextColumn {
  return {
    at: (row) => list[row] ?? '',
    whole() {
      const offsets = new Uint32Array(list.length + 1);
      for (let i = 0; i < list.length; i++) offsets[i + 1] = offsets[i]! + list[i]!.length;
      return { text: list.join(''), offsets };
    },
  };
}

function fromBytes(source: { utf8: string | Uint8Array; offsets: NumberColumn }, count: number): TextColumn {
  const bytes = typeof source.utf8 === 'string' ? decodeBase64(source.utf8) : source.utf8;
  const offsets = numbers('offsets', source.offsets, count + 1, () => 0);
  return {
    at: (row) => decodeUtf8(bytes, offsets[row]!, offsets[row + 1]!),
    whole: () => ({ text: decodeUtf8(bytes, 0, bytes.length), offsets: unitOffsets(bytes, offsets) }),
  };
}

/** Byte offsets as offsets in UTF-16 units, which is how strings count. */
function unitOffsets(bytes: Uint8Array, offsets: ArrayLike<number>): Uint32Array {
  const units = new Uint32Array(offsets.length);
  let unit = 0;
  let byte = 0;
  for (let row = 0; row < offsets.length; row++) {
    for (; byte < offsets[row]!; byte++) {
      const b = bytes[byte]!;
      if ((b & 0xc0) !== 0x80) unit += b >= 0xf0 ? 2 : 1;
    }
    units[row] = unit;
  }
  return units;
}

let decoder: TextDecoder | null | undefined;

export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  decoder ??= typeof TextDecoder === 'undefined' ? null : new TextDecoder();
  if (decoder) return decoder.decode(bytes.subarray(from, to));
  const parts: string[] = [];
  for (let i = from; i < to; ) {
    const b = bytes[i]!;
    const extra = b < 0x80 ? 0 : b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
    let point = extra === 0 ? b : b & (0x3f >> extra);
    for (let k = 1; k <= extra; k++) point = (point << 6) | (bytes[i + k]! & 0x3f);
    parts.push(String.fromCodePoint(point));
    i += extra + 1;
  }
  return parts.join('');
}
