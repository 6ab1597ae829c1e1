// Bundles every test with esbuild and hands the results to Node's own runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'timeline-view-'));
const tests = readdirSync(join(here, 'test')).filter((name) => name.endsWith('.test.ts'));
await build({
  entryPoints: tests.map((name) => join(here, 'test', name)),
  outdir: folder,
  bundle: true,
  platform: 'node',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  define: { VERSION: '"test"', CLIENT: JSON.stringify(here) },
  logLevel: 'warning',
});
const files = tests.map((name) => join(folder, name.replace(/\.ts$/, '.mjs')));
const { status } = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' });
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
