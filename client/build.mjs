// Bundles client/src into ../assets/timeline-view.js, one classic script.
//
// The first line of the built file is
//     /*! timeline-view <version> sources-sha256:<64 hex digits> */
// so that a test without Node can tell whether the built file is stale. The digest is SHA-256 over, for every
// file matching client/src/**/*.ts, in ascending order of its path relative to client/src (with "/" between folders,
// compared by code points): the path in UTF-8, one zero byte, the file's bytes with every CR LF turned into LF, one zero byte.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');
const outfile = join(here, '..', 'assets', 'timeline-view.js');
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));

/** Relative paths of the sources, in the order that the digest takes them. */
function sources() {
  const names = readdirSync(source, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  return names.filter((name) => name.endsWith('.ts')).sort((a, b) => (a < b ? -1 : 1));
}

function digest() {
  const hash = createHash('sha256');
  for (const name of sources()) {
    const text = readFileSync(join(source, name), 'utf8').replaceAll('\r\n', '\n');
    hash.update(name).update('\0').update(text).update('\0');
  }
  return hash.digest('hex');
}

await build({
  entryPoints: [join(source, 'main.ts')],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  define: { VERSION: JSON.stringify(version) },
  banner: { js: `/*! timeline-view ${version} sources-sha256:${digest()} */` },
});
const bytes = readFileSync(outfile);
const kb = (n) => (n / 1000).toFixed(1) + ' kB';
console.log(`${outfile}: ${kb(bytes.length)}, ${kb(gzipSync(bytes, { level: 9 }).length)} gzipped`);
