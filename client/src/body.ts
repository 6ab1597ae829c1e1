/** A scene that comes as one body of bytes (docs/scene.md): a JSON header, and behind it the columns as they lie in memory. */
import { typedView } from './columns.ts';

const MAGIC = 'TLSCENE1';
const HEADER = 16;

type Place = { dtype?: Parameters<typeof typedView>[0]; at: number; bytes: number; offsets?: Place };

/** The header with views into the body in place of its columns. */
export function unpacked(body: ArrayBuffer): unknown {
  const magic = String.fromCharCode(...new Uint8Array(body, 0, Math.min(8, body.byteLength)));
  if (magic !== MAGIC) throw new Error('this is not a scene');
  const length = new DataView(body).getUint32(8, true);
  const raw = JSON.parse(new TextDecoder().decode(new Uint8Array(body, HEADER, length))) as Record<string, Record<string, Place>>;
  const opened = (columns: Record<string, Place>) => Object.fromEntries(Object.entries(columns).map(([name, place]) => [name, open(body, HEADER + length, place)]));
  return { ...raw, columns: opened(raw.columns!), event_actors: opened(raw.event_actors!) };
}

function open(body: ArrayBuffer, base: number, { dtype, at, bytes, offsets }: Place): unknown {
  if (dtype) return typedView(dtype, body, base + at, bytes);
  return { utf8: new Uint8Array(body, base + at, bytes), offsets: open(body, base, offsets!) };
}
