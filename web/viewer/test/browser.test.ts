import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const home = process.env.VIEWER_HOME!;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = existsSync(executablePath) ? false : `${executablePath} not installed (Debian package chromium)`;
const pictures = process.env.SCREENSHOTS;
const { serve } = await import(pathToFileURL(join(home, 'dev/serve.mjs')).href);
const ARGUMENTS = '--headless --no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ');

/** A quarter of full size each way: the promises are the same, and drawing on a processor takes its time. */
const SHRINK = 4;
const PIXEL_MM = 0.07 * SHRINK;

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
before(async () => {
  if (skip) return;
  browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  server = await serve({ shrink: SHRINK });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function opened(query: string, port = server.port): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(`http://127.0.0.1:${port}/?${query}`);
  await page.waitForSelector('.mfv[data-state=ready], .mfv[data-state=failed]');
  return page;
}

async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition() && turns < 500; turns++) await new Promise((done) => setTimeout(done, 20));
}

const settle = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const events = (page: Page): Promise<[string, Record<string, unknown>][]> => page.evaluate('events');
const status = (page: Page) => page.textContent('.mfv-status');

/** The mean grey of a tile's canvas, and single greys of it. */
const greys = (page: Page, tile: number, places: [number, number][]) =>
  page.evaluate(
    ({ tile, places }) => {
      const canvas = document.querySelectorAll<HTMLCanvasElement>('.mfv-canvas')[tile];
      const context = canvas.getContext('2d')!;
      return places.map(([x, y]) => context.getImageData(Math.floor(x * canvas.width), Math.floor(y * canvas.height), 1, 1).data[0]);
    },
    { tile, places },
  );

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `viewer-${name}.png`) });
}

test('a case hangs back to back under the strictest content security policy', { skip }, async () => {
  const page = await opened('case=demo');
  const captions = await page.locator('.mfv-tile').evaluateAll((tiles) => tiles.map((t) => `${(t as HTMLElement).dataset.caption} ${(t as HTMLElement).dataset.picture}`));
  assert.deepEqual(captions, ['RCC full', 'LCC full', 'RMLO full', 'LMLO full']);
  const [rightEdge] = await greys(page, 0, [[0.995, 0.5]]);
  const [leftEdge] = await greys(page, 1, [[0.005, 0.5]]);
  assert.ok(rightEdge > 20 && leftEdge > 20, 'both chest walls are in the middle');
  assert.deepEqual((await events(page)).map(([name]) => name), ['mammoflow-first-picture', 'mammoflow-ready']);
  await picture(page, 'standard');
  await page.close();
});

test('inverting and inverting back shows the same picture; padding stays black', { skip }, async () => {
  const page = await opened('case=demo');
  const places: [number, number][] = [[0.95, 0.5], [0.9, 0.4], [0.02, 0.02]];
  for (const tile of [0, 2]) {
    const before = await greys(page, tile, places);
    await page.keyboard.press('i');
    await settle(page);
    const inverted = await greys(page, tile, places);
    assert.ok(Math.abs(inverted[0] + before[0] - 255) <= 1);
    assert.deepEqual([before[2], inverted[2]], [0, 0]);
    await page.keyboard.press('i');
    await settle(page);
    assert.deepEqual(await greys(page, tile, places), before);
  }
  await page.close();
});

test('the graphics card draws what the processor draws', { skip }, async () => {
  const [cpu, gl] = [await opened('case=demo'), await opened('case=demo&renderer=webgl2')];
  assert.deepEqual([await cpu.getAttribute('.mfv', 'data-renderer'), await gl.getAttribute('.mfv', 'data-renderer')], ['cpu', 'webgl2']);
  const places = Array.from({ length: 400 }, (_, i): [number, number] => [((i * 37) % 100) / 100, ((i * 61) % 101) / 101]);
  for (const key of ['=', '1', '+', ']']) {
    for (const page of [cpu, gl]) {
      await page.keyboard.press(key);
      await settle(page);
    }
    for (const tile of [0, 1, 2, 3]) {
      const [a, b] = [await greys(cpu, tile, places), await greys(gl, tile, places)];
      const worst = Math.max(...a.map((grey, i) => Math.abs(grey - b[i])));
      assert.ok(worst <= 2, `tile ${tile} after ${key}: ${worst} greys apart`);
    }
  }
  await cpu.close();
  await gl.close();
});

test('the heat map stays hidden until asked for, and nothing is asked for before', { skip }, async () => {
  const page = await opened('case=demo');
  assert.equal(server.shownMaps.length, 0);
  await page.keyboard.press('h');
  await page.waitForSelector('.mfv-status:text("Heat map on")');
  assert.equal(server.shownMaps.length, 4);
  assert.equal((await events(page)).filter(([name]) => name === 'heatmap-revealed').length, 4);
  assert.match((await page.textContent('.mfv-networks'))!, /mammo-resnet18 1.0: TRAINED ON PHANTOMS ONLY/);
  assert.match((await page.textContent('.mfv-cell-note'))!, /tells apart about 29 mm. It shows a region/);
  await picture(page, 'heat-map');
  await page.keyboard.press('h');
  await page.keyboard.press('h');
  await settle(page);
  assert.equal(server.shownMaps.length, 4, 'a map that was shown once is not asked for again');
  await page.close();
});

test('the heat map is as strong as its slider says, in colours that its legend explains', { skip }, async () => {
  const page = await opened('case=demo');
  const set = (percent: number) =>
    page.$eval('.mfv-opacity', (slider, value) => {
      (slider as HTMLInputElement).value = String(value);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }, percent);
  /** How far the most coloured pixel of the pictures is from grey. */
  const colour = async () => {
    await settle(page);
    return page.evaluate(() => {
      let most = 0;
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.mfv-canvas')) {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        for (let i = 0; i < data.length; i += 4) most = Math.max(most, Math.abs(data[i] - data[i + 2]));
      }
      return most;
    });
  };
  assert.equal(await colour(), 0, 'grey before the reader asks');
  await page.keyboard.press('h');
  await page.waitForSelector('.mfv-status:text("Heat map on")');
  await set(10);
  const faint = await colour();
  await set(100);
  const strong = await colour();
  assert.ok(faint > 0 && strong > 4 * faint, `${faint} at 10 %, ${strong} at 100 %`);
  assert.ok(await page.getAttribute('.mfv-opacity', 'aria-label'));
  const legend = await page.$eval('.mfv-legend', (canvas) => {
    const { width } = canvas as HTMLCanvasElement;
    const context = (canvas as HTMLCanvasElement).getContext('2d')!;
    return [0, width - 1].map((x) => [...context.getImageData(x, 5, 1, 1).data.slice(0, 3)]);
  });
  assert.deepEqual(legend, [[0, 32, 76], [255, 233, 69]], 'from little to much');
  assert.match((await page.textContent('.mfv-scale'))!, /\S+\s+\S+/, 'both ends are named');
  await page.keyboard.press('h');
  assert.equal(await colour(), 0, 'nothing was burned in');
  await page.close();
});

test('what an untrained network says is marked as that on the picture and beside its map', { skip }, async () => {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.route('**/studies/demo/case', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('phantom-trained', 'untrained') });
  });
  await page.goto(`http://127.0.0.1:${server.port}/?case=demo`);
  await page.waitForSelector('.mfv[data-state=ready]');
  assert.match((await page.locator('.mfv-tile').first().textContent())!, /UNTRAINED NETWORK/);
  await page.keyboard.press('h');
  await page.waitForSelector('.mfv-status:text("Heat map on")');
  assert.match((await page.textContent('.mfv-networks'))!, /mammo-resnet18 1.0: UNTRAINED NETWORK/);
  await page.close();
});

test('the windows of the header are chosen by key and from their list, and come round', { skip }, async () => {
  const page = await opened('case=demo');
  const chosen = async () => [await page.$eval('.mfv-select', (s) => (s as HTMLSelectElement).selectedOptions[0].text), /C \d+ W \d+/.exec((await page.textContent('.mfv-footer'))!)![0]];
  assert.deepEqual(await chosen(), ['NORMAL', 'C 1850 W 3100']);
  const [normal] = await greys(page, 1, [[0.05, 0.5]]);
  await page.keyboard.press(']');
  await settle(page);
  assert.deepEqual(await chosen(), ['HARDER', 'C 1850 W 2200']);
  assert.equal(await status(page), 'HARDER');
  assert.notEqual((await greys(page, 1, [[0.05, 0.5]]))[0], normal, 'the picture follows');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  assert.deepEqual(await chosen(), ['SOFTER', 'C 1850 W 4000']);
  await page.selectOption('.mfv-select', { label: 'NORMAL' });
  await settle(page);
  assert.deepEqual([await chosen(), (await greys(page, 1, [[0.05, 0.5]]))[0]], [['NORMAL', 'C 1850 W 3100'], normal]);
  await page.close();
});

test('a heat map that the server does not give is not shown', { skip }, async () => {
  const refusing = await serve({ refuseMaps: true, shrink: SHRINK });
  const page = await opened('case=demo', refusing.port);
  const before = await greys(page, 1, [[0.2, 0.4]]);
  await page.keyboard.press('h');
  await page.waitForSelector('.mfv-status:text("could not be loaded")');
  assert.deepEqual(await greys(page, 1, [[0.2, 0.4]]), before);
  assert.equal(await page.getAttribute('[data-action=heatmap]', 'aria-pressed'), 'false');
  await page.close();
  await refusing.close();
});

test('moving one breast moves the other as its mirror image, unless unlinked', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('+');
  await page.keyboard.press('Shift+ArrowLeft');
  await settle(page);
  const [right] = await greys(page, 0, [[0.995, 0.5]]);
  const [left] = await greys(page, 1, [[0.005, 0.5]]);
  assert.deepEqual([right, left], [0, 0], 'both chest walls left the middle');
  await page.keyboard.press('Space');
  await page.keyboard.press('k');
  await page.keyboard.press('Shift+ArrowLeft');
  await settle(page);
  assert.equal((await greys(page, 0, [[0.995, 0.5]]))[0], 0);
  assert.ok((await greys(page, 1, [[0.005, 0.5]]))[0] > 0);
  await page.close();
});

test('dragging changes the window, space brings it back', { skip }, async () => {
  const page = await opened('case=demo');
  await page.mouse.move(500, 300);
  await page.mouse.down();
  await page.mouse.move(560, 240, { steps: 4 });
  await page.mouse.up();
  assert.match((await page.textContent('.mfv-footer'))!, /C (?!1850)\d+ W (?!3100)\d+/);
  assert.equal(await page.$eval('.mfv-select', (s) => (s as HTMLSelectElement).selectedOptions[0].text), 'Own window');
  await page.keyboard.press('Space');
  await settle(page);
  assert.match((await page.textContent('.mfv-footer'))!, /C 1850 W 3100/);
  await page.close();
});

test('the magnifier shows what lies under the pointer twice as large, and goes with the pointer', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('m');
  const box = (await page.locator('.mfv-canvas').nth(1).boundingBox())!;
  const ringAt = (x: number, y: number) =>
    page.evaluate(([cx, cy]) => {
      const context = document.querySelectorAll<HTMLCanvasElement>('.mfv-canvas')[1].getContext('2d')!;
      // The ring's colour, as far as its soft edge leaves it.
      const isRing = (pixel: Uint8ClampedArray) => [138, 180, 216].every((value, i) => Math.abs(pixel[i] - value) < 24);
      return [[130, 0], [-130, 0], [0, 130], [0, -130]].every(([dx, dy]) => isRing(context.getImageData(cx + dx, cy + dy, 1, 1).data));
    }, [x, y]);
  await page.mouse.move(box.x + 300, box.y + 200);
  await settle(page);
  assert.ok(await ringAt(300, 200));
  await page.mouse.move(box.x + 260, box.y + 180);
  await settle(page);
  assert.ok(await ringAt(260, 180));
  assert.ok(!(await ringAt(300, 200)), 'nothing stays behind');
  await page.keyboard.press('m');
  await page.mouse.move(box.x + 250, box.y + 170);
  await settle(page);
  assert.ok(!(await ringAt(250, 170)), 'off again');
  await page.close();
});

test('two clicks measure a length in millimetres', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('1');
  await page.keyboard.press('l');
  const box = (await page.locator('.mfv-canvas').nth(1).boundingBox())!;
  await page.mouse.click(box.x + 100, box.y + 200);
  await page.mouse.click(box.x + 400, box.y + 200);
  assert.equal(await status(page), `Length ${Math.round(300 * PIXEL_MM)} mm`);
  await page.mouse.move(box.x + 100, box.y + 250);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 250, { steps: 3 });
  await page.mouse.up();
  assert.equal(await status(page), `Length ${Math.round(100 * PIXEL_MM)} mm`);
  await picture(page, 'length');
  await page.keyboard.press('Delete');
  assert.ok(await page.isDisabled('[data-action=clear]'));
  await page.close();
});

test('every stage is reached by key, and the prior hangs below', { skip }, async () => {
  const page = await opened('case=demo');
  const stages = [];
  for (let i = 0; i < 4; i++) {
    stages.push(await page.textContent('.mfv-stage'));
    if (i === 1) assert.match((await page.locator('.mfv-tile', { hasText: 'LCC, magnified, spot' }).textContent())!, /A magnification view\.(?!.*factor 1\.8)/);
    if (i === 2) for (const tile of await page.locator('.mfv-tile[data-sop]').allTextContents()) assert.match(tile, /View or side is not known/);
    await page.keyboard.press('.');
  }
  assert.deepEqual(stages, ['1 of 4: standard views', '2 of 4: additional views and repeats', '3 of 4: views without a name', '4 of 4: current over prior']);
  await page.keyboard.press(',');
  await page.waitForFunction(() => [...document.querySelectorAll('.mfv-tile')].every((t) => (t as HTMLElement).dataset.picture === 'full'));
  assert.equal(await page.locator('.mfv-tile').count(), 8);
  await settle(page);
  await picture(page, 'prior');
  await page.close();
});

test('an empty standard place says where the view lies and leads there by mouse and by key', { skip }, async () => {
  for (const go of [(page: Page) => page.click('.mfv-there'), (page: Page) => page.keyboard.press('e'), (page: Page) => page.focus('.mfv-there').then(() => page.keyboard.press('Enter'))]) {
    const page = await opened('case=displaced');
    const empty = page.locator('.mfv-tile[data-caption="LMLO"]');
    assert.match((await empty.textContent())!, /No LMLO among the standard views.*LMLO ID: stage 2, implant-displaced views/);
    assert.match((await empty.getAttribute('aria-label'))!, /LMLO ID: stage 2/);
    await picture(page, 'displaced');
    await go(page);
    await page.waitForSelector('.mfv-tile.mfv-active[data-caption="LMLO ID"][data-picture=full]');
    assert.equal(await page.textContent('.mfv-stage'), '2 of 2: implant-displaced views');
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.caption), 'LMLO ID');
    assert.equal(await status(page), 'LMLO ID: stage 2, implant-displaced views');
    await page.close();
  }
});

test('the key says so when no missing view lies elsewhere', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('e');
  assert.equal(await status(page), 'No view that is missing here lies on another stage.');
  assert.match((await page.textContent('.mfv-stage'))!, /^1 of 4/);
  await page.close();
});

test('what cannot be shown says why, and markup in a header stays text', { skip }, async () => {
  const page = await opened('case=broken&locale=de');
  const texts = await page.locator('.mfv-tile').allTextContents();
  assert.match(texts[0], /Nur Vorschau.*404.*JPEG marker 0xFFD8 missing/);
  assert.match(texts[1], /ließ sich nicht laden.*404|404.*<img/);
  assert.ok(texts[1].includes('<img src=x onerror=alert(1)> #{7*7}'));
  assert.match(texts[2], /unvollständig/);
  assert.match(texts[3], /Keine LMLO/);
  assert.equal(await status(page), 'Nicht ladbare Aufnahmen: 3 von 3.');
  assert.equal(await page.locator('.mfv-tile img').count(), 0);
  await picture(page, 'reasons');
  await page.close();
});

test('the status line counts the views on show that could not be loaded', { skip }, async () => {
  const page = await opened('case=lost');
  assert.equal(await status(page), 'Views that could not be loaded: 1 of 3.');
  await page.keyboard.press('.');
  await page.waitForSelector('.mfv-status:text-is("Views that could not be loaded: 1 of 1.")');
  await page.close();
  const whole = await opened('case=next');
  assert.equal(await status(whole), 'All views in full resolution.');
  await whole.close();
});

test('lossy compression is told beside the picture, with its ratio when the header has it', { skip }, async () => {
  const page = await opened('case=lost');
  const told = (caption: string) => page.locator(`.mfv-tile[data-caption=${caption}] .mfv-note .mfv-line`, { hasText: 'Lossy' }).allTextContents();
  assert.deepEqual([await told('RCC'), await told('RMLO'), await told('LCC')], [['Lossy compression 19:1'], ['Lossy compression'], []]);
  await page.close();
});

test('a case that is not there, or is empty, says so', { skip }, async () => {
  for (const [query, text] of [['case=absent', /could not be loaded. \(404\)/], ['case=wild', /no images/]] as const) {
    const page = await opened(query);
    assert.match((await page.textContent('.mfv-failed'))!, text);
    await page.close();
  }
});

test('keys can be changed and single keys switched off, and both last', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('?');
  await page.click('#mfv-key-invert');
  await page.keyboard.press('h');
  assert.match((await page.textContent('.mfv-key-message'))!, /H already means: Show or hide the heat map/);
  await page.click('#mfv-key-invert');
  await page.keyboard.press('j');
  await picture(page, 'keys');
  await page.keyboard.press('Escape');
  await page.reload();
  await page.waitForSelector('[data-state=ready]');
  await page.keyboard.press('j');
  assert.equal(await page.getAttribute('[data-action=invert]', 'aria-pressed'), 'true');
  await page.keyboard.press('?');
  await page.uncheck('#mfv-single');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  assert.equal(await page.getAttribute('[data-action=invert]', 'aria-pressed'), 'true', 'single keys do nothing now');
  await page.click('[data-action=invert]');
  assert.equal(await page.getAttribute('[data-action=invert]', 'aria-pressed'), 'false', 'the button still does');
  await page.close();
});

test('a place is marked by keys alone: the cross starts in the middle, arrows move it, Enter marks', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  const middle = /LCC: (top|middle|bottom) left, column (\d+) of 640, row (\d+) of 832$/;
  const place = async () => /column (\d+) of 640, row (\d+) of 832$/.exec((await status(page))!)!.slice(1).map(Number);
  assert.match((await status(page))!, /^Arrow keys move the cross/);
  const start = await place();
  assert.deepEqual(start.map((at, i) => Math.abs(at - [320, 416][i]) <= 1), [true, true], 'in the middle');
  await settle(page);
  await picture(page, 'cross');
  await page.keyboard.press('ArrowLeft');
  const [left] = await place();
  await page.keyboard.press('Shift+ArrowLeft');
  const [far] = await place();
  assert.ok(left < start[0] && left - far > 5 * (start[0] - left), 'larger steps with Shift');
  await page.keyboard.press('Shift+ArrowUp');
  for (let i = 0; i < 30; i++) await page.keyboard.press('Shift+ArrowLeft');
  assert.match((await status(page))!, middle);
  assert.equal((await place())[0], 1, 'not beyond the image');
  const [column, row] = await place();
  await page.keyboard.press('Enter');
  const marked = (await events(page)).filter(([name]) => name === 'mammoflow-mark').map(([, detail]) => detail);
  assert.deepEqual(marked.map((m) => [m.view, m.column, m.row]), [['LCC', column - 1, row - 1]]);
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('.mfv-active').getAttribute('data-caption'), 'RMLO', 'arrows lead on to the next view again');
  await page.close();
});

test('marking is given up by Escape and begun by its button where single keys are off', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('?');
  await page.uncheck('#mfv-single');
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  assert.equal(await page.getAttribute('[data-action="tool.mark"]', 'aria-pressed'), 'false', 'the key does nothing');
  await page.focus('[data-action="tool.mark"]');
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('[data-action="tool.mark"]', 'aria-pressed'), 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await status(page), 'No place marked.');
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.action), 'tool.mark', 'the focus is where it was');
  assert.equal((await events(page)).filter(([name]) => name === 'mammoflow-mark').length, 0);
  await page.close();
});

test('the cross comes along to another view, and there is none where there is no picture', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('x');
  await page.keyboard.press('.');
  await page.waitForSelector('.mfv-stage:text("2 of 4")');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => /^LCC, magnified, spot: .* column \d+ of 640/.test(document.querySelector('.mfv-status')!.textContent!));
  await page.close();
  const lost = await opened('case=wild');
  await lost.keyboard.press('x');
  assert.equal(await status(lost), 'No picture here that could be marked.');
  await lost.close();
});

test('an image is called by its name and shown wherever it hangs, the focus staying where it is', { skip }, async () => {
  const page = await opened('case=demo');
  const sop = (name: string) => page.evaluate(async (called) => ((await (await fetch('/api/v1/studies/demo/case')).json()).images.find((i: { name?: string; framesUrl: string }) => i.name === called || i.framesUrl.endsWith(called)).sopInstanceUid), name);
  await page.focus('[data-action=help]');
  await page.evaluate((uid) => (window as any).viewer.showImage(uid), await sop('LCC, magnified, spot'));
  assert.match((await page.textContent('.mfv-stage'))!, /^2 of 4/);
  assert.equal(await page.locator('.mfv-active .mfv-view').textContent(), 'LCC, magnified, spot');
  assert.equal(await page.locator('.mfv-active .mfv-label').textContent(), 'LCC, magnified, spotSep 21, 2026', 'its modifiers stand there once');
  assert.equal(await status(page), 'LCC, magnified, spot: stage 2, additional views and repeats');
  await page.evaluate((uid) => (window as any).viewer.showImage(uid), await sop('L-MLO-4-mass'));
  assert.match((await page.textContent('.mfv-stage'))!, /^1 of 4/);
  assert.equal(await page.locator('.mfv-active').getAttribute('data-caption'), 'LMLO');
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.action), 'help');
  await page.close();
});

test('keys have their names in the language of the reader, also those that cannot be changed', { skip }, async () => {
  const keys = { en: ['Space', 'Delete', 'Ctrl + Up arrow', 'Enter', 'Escape'], de: ['Leertaste', 'Entf', 'Strg + Pfeil hoch', 'Eingabetaste', 'Esc'], fr: ['Espace', 'Suppr', 'Ctrl + Flèche haut', 'Entrée', 'Échap'] };
  for (const [locale, names] of Object.entries(keys)) {
    const page = await opened(`case=wild&locale=${locale}`);
    await page.keyboard.press('?');
    const listed = await page.locator('.mfv-keys kbd').allTextContents();
    assert.deepEqual(names.filter((name) => !listed.includes(name)), []);
    assert.equal(listed.filter((key) => /^(Arrow|Shift\+)|[←→↑↓]/.test(key)).length, 0);
    assert.equal(await page.locator('tr:has(.mfv-fixed) button').count(), 0, 'nothing to change there');
    const title = (await page.getAttribute('[data-action=reset]', 'title'))!;
    assert.ok(title.includes(names[0]), title);
    await page.close();
  }
});

test('the pictures stay where they are when the heat map is shown, in every language and width', { skip }, async () => {
  for (const [locale, width] of [['en', 1232], ['de', 912], ['fr', 1232], ['fr', 912]] as const) {
    const page = await opened(`case=demo&locale=${locale}`);
    await page.setViewportSize({ width, height: 900 });
    const place = () => page.locator('.mfv-grid').boundingBox();
    await settle(page);
    const before = await place();
    await page.keyboard.press('h');
    await page.waitForSelector('[data-action=heatmap][aria-pressed=true]');
    await settle(page);
    await picture(page, `heat-map-${locale}-${width}`);
    assert.deepEqual(await place(), before);
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('.');
      assert.deepEqual(await place(), before, 'on other stages too');
    }
    const details = await page.locator('.mfv-heatmap-details').evaluate((e) => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]);
    assert.deepEqual(details, [0, 0], 'all of it is seen');
    await page.close();
  }
});

test('what is fetched ahead says so, and is told as seen when it comes on show', { skip }, async () => {
  const page = await opened('case=demo');
  const url = '/api/v1/studies/next/case';
  server.looks.length = 0;
  await page.evaluate((u) => (window as any).viewer.prefetch(u), url);
  assert.equal(server.looks.filter((look: string) => /^ahead .*(next|-6\d-)/.test(look)).length, 9, 'the case, four previews, four frames');
  assert.equal(server.looks.filter((look: string) => look.startsWith('seen')).length, 0);
  await page.evaluate((u) => (window as any).viewer.load(u), url);
  const seen = () => server.looks.filter((look: string) => look.startsWith('seen'));
  await until(() => seen().length >= 5);
  assert.deepEqual(seen().sort(), ['R-CC-60', 'L-CC-61', 'R-MLO-62', 'L-MLO-63'].map((view) => `seen /views/${view}-plain`).concat('seen /views/next').sort());
  await page.close();
});

test('what comes next waits until the case on show is whole', { skip }, async () => {
  const page = await opened('case=demo');
  const url = '/api/v1/studies/next/case';
  server.looks.length = 0;
  const order = await page.evaluate(async (u) => {
    const told: string[] = [];
    const viewer = (window as any).viewer;
    document.addEventListener('mammoflow-ready', () => told.push('whole'));
    const shown = viewer.load('/api/v1/studies/displaced/case');
    const ahead = viewer.prefetch(u).then(() => told.push(document.querySelector<HTMLElement>('.mfv')!.dataset.ahead!));
    told.push(document.querySelector<HTMLElement>('.mfv')!.dataset.ahead!);
    await Promise.all([shown, ahead]);
    return told;
  }, url);
  assert.deepEqual(order, ['loading', 'whole', 'ready']);
  const first = server.looks.findIndex((look: string) => look.includes('/next/case'));
  assert.ok(first >= 0 && server.looks.slice(0, first).every((look: string) => !/-6\d-/.test(look) || look.includes('R-MLO-60')), 'nothing of the next case before');
  await page.close();
});

test('a prefetched case is there without asking the server again', { skip }, async () => {
  const page = await opened('case=demo');
  const url = '/api/v1/studies/next/case';
  await page.evaluate((u) => (window as any).viewer.prefetch(u), url);
  const asked: string[] = [];
  page.on('request', (r) => r.method() === 'GET' && asked.push(r.url()));
  await page.evaluate((u) => (window as any).viewer.load(u), url);
  assert.equal(await page.getAttribute('.mfv', 'data-state'), 'ready');
  assert.deepEqual(asked, []);
  await page.close();
});

test('true size asks for a calibrated screen and then draws a millimetre as a millimetre', { skip }, async () => {
  const page = await opened('case=demo');
  await page.keyboard.press('t');
  await page.fill('#mfv-card', '428');
  await page.click('.mfv-dialog button:text("Save")');
  await settle(page);
  const percent = Math.round(5 * PIXEL_MM * 100);
  assert.match((await page.textContent('.mfv-footer'))!, new RegExp(` ${percent} %`));
  await page.close();
});
