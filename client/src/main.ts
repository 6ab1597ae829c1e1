/** The one global that every home of the engine uses; and, in a browser, the Dash component beside it. */
import { TimelineView } from './dom/dash.ts';
import { mount } from './dom/mount.ts';
import { matchMask } from './match.ts';
import { parseQuery, printQuery } from './query.ts';
import { readScene } from './scene.ts';
import { stillLayout, stillSvg } from './still.ts';

declare const VERSION: string;

/** Ids of the events of a scene that a query matches, in the scene's order. */
function matchQuery(sceneInput: unknown, query: string): string[] {
  const scene = readScene(sceneInput);
  const mask = matchMask(scene, query);
  const rows = Array.from({ length: scene.count }, (_, i) => i);
  return rows.filter((i) => !mask || mask[i]).map((i) => scene.id.at(i));
}

const home = globalThis as unknown as Record<string, unknown>;
home.timelineView = { version: VERSION, svg: stillSvg, layout: stillLayout, mount, parseQuery, printQuery, matchQuery };
if (typeof document !== 'undefined') home.sourced_timeline = { TimelineView };
