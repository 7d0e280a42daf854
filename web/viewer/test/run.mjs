// Bundles each test (node 20 does not read TypeScript) and runs them with node's own test runner.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const here = fileURLToPath(new URL('.', import.meta.url));
const only = process.argv.slice(2);
const out = mkdtempSync(join(here, '.built-'));
try {
  const tests = readdirSync(here).filter((f) => f.endsWith('.test.ts') && (only.length === 0 || only.some((o) => f.includes(o))));
  await build({ entryPoints: tests.map((f) => join(here, f)), outdir: out, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', packages: 'external', external: ['../dev/*'], logLevel: 'warning' });
  const files = readdirSync(out).map((f) => join(out, f));
  process.exitCode = spawnSync(process.execPath, ['--test', '--test-concurrency=1', ...files], { stdio: 'inherit', env: { ...process.env, VIEWER_HOME: join(here, '..') } }).status ?? 1;
} finally {
  rmSync(out, { recursive: true });
}
