// Bundles the viewer into the web application: one script, one style sheet, their checksums.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = process.argv[2] ?? join(here, '../src/main/webapp/resources/viewer');
mkdirSync(out, { recursive: true });

await build({
  absWorkingDir: here,
  entryPoints: { viewer: 'src/index.ts' },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: '/* Mammoflow viewer, Apache-2.0; source in web/viewer */' },
  logLevel: 'warning',
});
await build({
  absWorkingDir: here,
  entryPoints: { viewer: 'src/viewer.css' },
  outdir: out,
  bundle: true,
  minify: true,
  logLevel: 'warning',
});

const line = (name) => `${createHash('sha256').update(readFileSync(join(out, name))).digest('hex')}  ${name}\n`;
writeFileSync(join(out, 'SHA256SUMS'), ['viewer.css', 'viewer.js'].map(line).join(''));
