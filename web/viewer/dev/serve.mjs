// A server with made-up cases and the strict Content-Security-Policy of the product.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { breast, png } from './phantom.mjs';

const bundle = fileURLToPath(new URL('../../src/main/webapp/resources/viewer/', import.meta.url));
const [FULL_COLUMNS, FULL_ROWS] = [2560, 3328];
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

const pictures = new Map();
function picture(name, shrink) {
  const key = `${name}/${shrink}`;
  if (!pictures.has(key)) pictures.set(key, made(name, FULL_COLUMNS / shrink, FULL_ROWS / shrink));
  return pictures.get(key);
}

function made(name, COLUMNS, ROWS) {
  const [side, view, seed, kind] = name.split('-');
  const samples = breast({ columns: COLUMNS, rows: ROWS, side, view, seed: Number(seed), mass: kind === 'mass' });
  const mono1 = kind === 'mono1';
  const stored = mono1 ? samples.map((v) => (v === 0 ? 4095 : 4095 - v)) : samples;
  const shade = (v) => (v === 0 ? 0 : Math.max(0, Math.min(255, ((mono1 ? 4095 - v : v) - 300) / 11.2)));
  return { bytes: Buffer.from(stored.buffer), png: png(stored, COLUMNS, ROWS, 5, shade) };
}

function casesOf(shrink) {
  function image(name, more = {}) {
    const [side, view] = name.split('-');
    return {
      sopInstanceUid: `1.2.826.0.1.3680043.10.1.${[...name].map((c) => c.charCodeAt(0)).join('')}`,
      seriesInstanceUid: '1.2.3', laterality: side, view, viewModifiers: [], implantDisplaced: false,
      patientOrientation: side === 'R' ? ['P', 'L'] : ['A', 'R'].map((d, i) => (view === 'MLO' && i ? 'F' : d)),
      rows: FULL_ROWS / shrink, columns: FULL_COLUMNS / shrink, bitsStored: 12, signed: false, photometricInterpretation: 'MONOCHROME2',
      pixelSpacingMm: [0.07 * shrink, 0.07 * shrink], magnification: 1, presentationLutShape: 'IDENTITY', pixelPadding: { value: 0, limit: null },
      windows: [
        { center: 1850, width: 3100, function: 'LINEAR', explanation: 'NORMAL' },
        { center: 1850, width: 2200, function: 'SIGMOID', explanation: 'HARDER' },
        { center: 1850, width: 4000, function: 'LINEAR', explanation: 'SOFTER' },
      ],
      voiLut: null, framesUrl: `/dicom-web/frames/${name}`, thumbnailUrl: `/dicom-web/rendered/${name}`,
      viewsUrl: `/views/${name}`, state: 'CLASSIFIED', reason: null,
      finding: { id: name, band: 'LOW', malignancy: 0.07, implantProbability: 0.02, network: 'mammo-resnet18', version: '1.0', status: 'phantom-trained', heatMapUrl: `/api/v1/findings/${name}/heatmap`, provider: 'CPU', reviewState: 'OPEN' },
      ...more,
    };
  }

  const finding = (name, more) => ({ ...image(name).finding, ...more });
  const sigmoidLut = Buffer.from(Uint16Array.from({ length: 4096 }, (_, i) => 4095 / (1 + Math.exp((-4 * (i - 1850)) / 2600))).buffer).toString('base64');
  const four = (seed, more = {}) => ['R-CC', 'L-CC', 'R-MLO', 'L-MLO'].map((v, i) => image(`${v}-${seed + i}-plain`, more));

  return {
    demo: {
      studyInstanceUid: '1.2.826.0.1.3680043.10.1.1', studyDate: '20260921', patient: { name: 'Phantom^Berta', id: 'P1', birthDate: '19610304' },
      images: [
        image('R-CC-1-plain'),
        image('L-CC-2-mass', { finding: finding('L-CC-2-mass', { band: 'HIGH', malignancy: 0.91 }) }),
        image('R-MLO-3-mono1', { photometricInterpretation: 'MONOCHROME1', presentationLutShape: 'INVERSE', pixelPadding: { value: 4095 }, windows: [{ center: 2245, width: 3100 }] }),
        image('L-MLO-4-mass', { voiLut: { firstValueMapped: 0, bitsPerEntry: 12, explanation: 'VENDOR', data: sigmoidLut }, finding: finding('L-MLO-4-mass', { band: 'HIGH', malignancy: 0.88 }) }),
        image('L-CC-5-mass', { name: 'LCC, magnified, spot', viewModifiers: ['magnification', 'spot'], magnification: 1.8, state: 'UNSUITABLE', reason: 'MAGNIFICATION_VIEW: factor 1.8', reasonText: 'A magnification view.', finding: null }),
        image('R-X-6-plain', { laterality: '', view: '', state: 'UNSUITABLE', reason: 'view not known', finding: null }),
      ],
      priors: [{ studyInstanceUid: '1.2.826.0.1.3680043.10.1.2', studyDate: '20240910', images: four(40), priors: [] }],
    },
    next: { viewsUrl: '/views/next', studyInstanceUid: '1.2.826.0.1.3680043.10.1.3', studyDate: '20260922', images: four(60), priors: [] },
    broken: {
      studyInstanceUid: '1.2.826.0.1.3680043.10.1.4', studyDate: '20260922',
      images: [
        image('R-CC-1-plain', { framesUrl: '/dicom-web/absent', state: 'FAILED', reason: 'JPEG marker 0xFFD8 missing', finding: null }),
        image('L-CC-2-mass', { framesUrl: '/dicom-web/absent', thumbnailUrl: '/dicom-web/absent', state: 'FAILED', reason: '<img src=x onerror=alert(1)> #{7*7}', finding: null }),
        image('R-MLO-3-mono1', { rows: FULL_ROWS + 1, thumbnailUrl: null, state: 'WAITING', finding: null }),
      ],
      priors: [],
    },
    displaced: {
      studyInstanceUid: '1.2.826.0.1.3680043.10.1.6', studyDate: '20260922',
      images: [image('R-CC-1-plain'), image('L-CC-2-mass'), image('R-MLO-60-plain'), image('L-MLO-4-mass', { implantDisplaced: true, viewModifiers: ['implant displaced'] })],
      priors: [],
    },
    lost: {
      studyInstanceUid: '1.2.826.0.1.3680043.10.1.7', studyDate: '20260922',
      images: [
        image('R-CC-1-plain', { lossy: true, lossyRatios: [19.04] }), image('L-CC-2-mass', { readable: false, framesUrl: null, thumbnailUrl: null }), image('R-MLO-60-plain', { lossy: true }),
        image('L-MLO-4-mass', { implantDisplaced: true, viewModifiers: ['implant displaced'], framesUrl: '/dicom-web/absent' }),
      ],
      priors: [],
    },
    wild: { studyInstanceUid: '1.2.826.0.1.3680043.10.1.5', images: [], priors: [] },
  };
}

const HEAT = Buffer.from(Uint8Array.from({ length: 56 }, (_, i) => 255 * Math.exp(-(((i % 7) - 2.2) ** 2 + (Math.floor(i / 7) - 3.2) ** 2) / 2.2)));

const page = (query) => `<!doctype html><html lang="${query.get('locale') ?? 'en'}"><head><meta charset="utf-8"><title>Viewer</title>
<link rel="stylesheet" href="/viewer.css"><link rel="stylesheet" href="/page.css"></head><body>
<div id="viewer" data-case="/api/v1/studies/${encodeURIComponent(query.get('case') ?? 'demo')}/case" data-renderer="${query.get('renderer') === 'webgl2' ? 'webgl2' : 'auto'}"></div>
<script src="/viewer.js"></script><script src="/page.js"></script></body></html>`;
const PAGE_JS = `const e=document.getElementById('viewer');window.events=[];
for(const n of ['mammoflow-ready','mammoflow-first-picture','heatmap-revealed','mammoflow-mark'])e.addEventListener(n,v=>events.push([n,v.detail]));
document.addEventListener('securitypolicyviolation',v=>events.push(['csp',v.violatedDirective]));
window.viewer=MammoflowViewer.mount(e,e.dataset.case,{renderer:e.dataset.renderer});`;

/**
 * Answers the port, which maps were handed out, what was fetched ahead and told to be seen, and a way to stop. `refuseMaps`: the server cannot record that a map is
 * shown and so gives none; `shrink`: smaller pictures, for tests.
 */
export async function serve({ port = 0, refuseMaps = false, shrink = 1 } = {}) {
  const cases = casesOf(shrink);
  const shownMaps = [];
  const looks = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://x');
    const path = decodeURIComponent(url.pathname);
    const send = (type, body, status = 200) => response.writeHead(status, { 'content-type': type, 'content-security-policy': CSP, 'cache-control': 'no-store', 'content-length': Buffer.byteLength(body) }).end(body);
    const json = (value) => send('application/json', JSON.stringify(value));
    let match;
    if (request.headers.purpose === 'prefetch') looks.push(`ahead ${path}`);
    if (request.method === 'POST') looks.push(`seen ${path}`);
    if (path.startsWith('/views/')) return send('text/plain', '', 204);
    if (path === '/') return send('text/html; charset=utf-8', page(url.searchParams));
    if (path === '/page.css') return send('text/css', 'html,body{margin:0;height:100%;background:#000}#viewer{height:100vh}');
    if (path === '/page.js') return send('text/javascript', PAGE_JS);
    if (path === '/viewer.js') return send('text/javascript', readFileSync(join(bundle, 'viewer.js')));
    if (path === '/viewer.css') return send('text/css', readFileSync(join(bundle, 'viewer.css')));
    if ((match = /^\/api\/v1\/studies\/(\w+)\/case$/.exec(path)) && cases[match[1]]) return json(cases[match[1]]);
    if ((match = /^\/dicom-web\/frames\/([\w-]+)$/.exec(path))) return send('application/octet-stream', picture(match[1], shrink).bytes);
    if ((match = /^\/dicom-web\/rendered\/([\w-]+)$/.exec(path))) return send('image/png', picture(match[1], shrink).png);
    if (/^\/api\/v1\/findings\/[\w-]+\/heatmap$/.test(path)) {
      if (refuseMaps) return send('text/plain', 'no', 503);
      shownMaps.push(path);
      return json({ rows: 8, columns: 7, cells: HEAT.toString('base64'), cellMm: 29.1 });
    }
    return send('text/plain', 'not here', 404);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port: server.address().port, shownMaps, looks, warm: (name) => cases[name].images.forEach((i) => i.framesUrl.includes('/frames/') && picture(i.framesUrl.split('/').pop(), shrink)), close: () => new Promise((resolve) => server.close(resolve)) };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { port } = await serve({ port: Number(process.env.PORT ?? 0) });
  console.log(`http://127.0.0.1:${port}/?case=demo  (next, broken; locale=de|fr; renderer=webgl2)`);
}
