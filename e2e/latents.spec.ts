import { expect, type Page, test } from '@playwright/test';
import { decode } from 'fast-png';
import { zipSync } from 'fflate';
import { rgbClassesModel } from '../src/checkpoints/fixtures/rgb-classes-model.ts';
import {
  dropFiles,
  linkOf,
  modelDraws,
  openStudio,
  sampleIsDone,
  savedFile,
  typeValue,
  viewPixels,
} from './acting/studio.ts';
import { elementsCutOff, textsOf } from './reading/appearance.ts';
import { largestDifference, readPng, unzip } from './reading/dataset-zip.ts';
import { filmFrames, meanDifference } from './reading/film.ts';
import { untranslated } from './reading/translations.ts';

/** Small, and few seeds in the strip. */
const SMALL = '#seed=5&seeds=3-7&size=64x64';

async function openMixing(page: Page): Promise<void> {
  await page.getByTestId('latent-menu').click();
  await page.getByTestId('open-mixing').click();
  await expect(page.getByTestId('mixing-dialog')).toBeVisible();
}

async function openVideo(page: Page): Promise<void> {
  await page.getByTestId('latent-menu').click();
  await page.getByTestId('open-video').click();
  await expect(page.getByTestId('video-dialog')).toBeVisible();
}

/** Fills in a small video of seeds 5 and 7: eight frames of 128 pixels. */
async function askForVideo(page: Page, format: string): Promise<void> {
  await page.getByTestId('video-seeds').fill('5,7');
  await page.getByTestId('video-frames').fill('4');
  await page.getByTestId('video-frames').press('Tab');
  await page.getByTestId('video-width').click();
  await page.getByRole('option', { name: '128 px' }).click();
  await page.getByTestId('video-rate').click();
  await page.getByRole('option', { name: '24 per second' }).click();
  await page.getByRole('radio', { name: format }).click();
  await expect(page.getByTestId('video-count')).toHaveText('8');
}

/** Makes the video that the dialog describes and returns its file. */
async function makeVideo(page: Page): Promise<Uint8Array> {
  await page.getByTestId('video-start').click();
  await expect(page.getByTestId('video-done')).toBeVisible({ timeout: 120_000 });
  const file = await savedFile(page, () => page.getByTestId('video-save').click());
  await page.getByTestId('video-another').click();
  return file;
}

test('styles are mixed by preset, drag and keyboard, and a link reopens the mix', async ({
  page,
}) => {
  await openStudio(page, SMALL);
  const plain = await viewPixels(page, 'left');
  await page.getByTestId('mix').click();

  await test.step('a preset', async () => {
    await page.getByTestId('mix-coarse').click();
    await expect(page).toHaveURL(/mix=1000:0\.1\.2(&|$)/);
    await sampleIsDone(page);
    const mixed = await viewPixels(page, 'left');
    expect(largestDifference(mixed.rgba, plain.rgba)).toBeGreaterThan(0);
  });

  await test.step('a drag takes a range', async () => {
    const [from, to] = await Promise.all(
      [4, 6].map((layer) => page.getByTestId(`mix-layer-${layer}`).boundingBox()),
    );
    await page.mouse.move(from!.x + 5, from!.y + 5);
    await page.mouse.down();
    await page.mouse.move(to!.x + 5, to!.y + 5, { steps: 6 });
    await page.mouse.up();
    await expect(page).toHaveURL(/mix=1000:0\.1\.2\.4\.5\.6(&|$)/);
  });

  await test.step('the keyboard reaches, toggles and takes along', async () => {
    await page.getByTestId('mix-fine').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await expect(page.getByTestId('mix-layer-8')).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(page.getByTestId('mix-layer-7')).toHaveAttribute('aria-pressed', 'true');
    await expect(page).toHaveURL(/mix=1000:0\.1\.2\.4\.5\.6\.7\.8(&|$)/);
  });

  await test.step('another seed, and the link', async () => {
    await typeValue(page, 'mix-seed', '7');
    const link = await linkOf(page, /mix=7:/);
    await sampleIsDone(page);
    const before = await viewPixels(page, 'left');
    const again = await page.context().newPage();
    await again.goto(link);
    await sampleIsDone(again);
    expect((await viewPixels(again, 'left')).rgba).toEqual(before.rgba);
    await again.close();
  });

  await test.step('nothing chosen is the seed alone', async () => {
    for (const layer of [0, 1, 2, 4, 5, 6, 7, 8]) {
      await page.getByTestId(`mix-layer-${layer}`).click();
    }
    await expect(page).not.toHaveURL(/mix=/);
    await sampleIsDone(page);
    expect((await viewPixels(page, 'left')).rgba).toEqual(plain.rgba);
  });
});

test('the mixing matrix shows every mix, saves them, and opens one', async ({ page }) => {
  await openStudio(page, SMALL);
  await openMixing(page);
  await page.getByTestId('mixing-rows').fill('5-');
  await expect(page.getByTestId('mixing-rows')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('mixing-rows').fill('5,3');
  await page.getByTestId('mixing-columns').fill('7');
  await page.getByTestId('mixing-dialog').getByTestId('mix-fine').click();
  await expect(page.getByTestId('mixing-download')).toBeEnabled();

  const bytes = await savedFile(page, () => page.getByTestId('mixing-download').click());
  const png = decode(bytes);
  expect([png.width, png.height, png.channels]).toEqual([2 * 64, 3 * 64, 1]);
  const cell = (column: number, row: number) =>
    Array.from({ length: 64 }, (_, y) => {
      const start = (row * 64 + y) * png.width + column * 64;
      return [...png.data.subarray(start, start + 64)];
    }).flat();
  expect(new Set(cell(0, 0))).toEqual(new Set([0]));
  const parts = [cell(1, 0), cell(0, 1), cell(0, 2), cell(1, 1), cell(1, 2)];
  expect(new Set(parts.map(String)).size).toBe(5);

  await page.getByTestId('mix-cell-3-7').click();
  await expect(page.getByTestId('mixing-dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/seed=3.*mix=7:6\.7\.8/);
  await sampleIsDone(page);
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '3');
});

test('a video is encoded, and decodes to the frames that were made', async ({ page }) => {
  await openStudio(page, SMALL);
  await openVideo(page);
  await askForVideo(page, 'PNG frames');
  const files = unzip(await makeVideo(page));
  expect([...files.keys()]).toEqual(Array.from({ length: 8 }, (_, at) => `frame00000${at}.png`));
  const frames = [...files.keys()].map((name) => readPng(files, name));
  for (const { width, height } of frames) expect([width, height]).toEqual([128, 128]);
  expect(meanDifference(frames[0].data, frames[4].data)).toBeGreaterThan(20);

  for (const [format, type] of [
    ['MP4', 'video/mp4'],
    ['WebM', 'video/webm'],
  ]) {
    await test.step(format, async () => {
      await askForVideo(page, format);
      const film = await makeVideo(page);
      const shown = [0, 2, 4, 7];
      const times = shown.map((at) => (at + 0.5) / 24);
      const decoded = await filmFrames(page, film, type, times);
      expect(decoded.duration).toBeCloseTo(8 / 24, 1);
      for (const [i, at] of shown.entries()) {
        const { width, height, grey } = decoded.frames[i];
        expect([width, height]).toEqual([128, 128]);
        // Lossy, but no other frame is nearly as close.
        expect(meanDifference(grey, frames[at].data)).toBeLessThan(3);
      }
    });
  }
});

test('a video shows the fluorescence in one style, and is cancelled', async ({ page }) => {
  await openStudio(page, SMALL);
  await openVideo(page);
  await askForVideo(page, 'PNG frames');
  await page.getByRole('radio', { name: 'Fluorescence' }).click();
  const files = unzip(await makeVideo(page));
  const first = readPng(files, 'frame000000.png');
  expect([first.width, first.channels]).toEqual([128, 1]);
  expect(new Set(first.data as Uint8Array).size).toBeGreaterThan(20);

  await page.getByTestId('video-frames').fill('900');
  await page.getByTestId('video-frames').press('Tab');
  await page.getByTestId('video-start').click();
  await expect(page.getByTestId('video-progress')).not.toHaveAttribute('data-done', '0');
  await page.getByTestId('video-cancel').click();
  await expect(page.getByTestId('video-start')).toBeVisible();
  await page.keyboard.press('Escape');
  await typeValue(page, 'seed-input', '6');
});

test('a browser that cannot encode gives the frames, and says so', async ({ page }) => {
  await page.route('**/video.worker-*.js', async (route) => {
    const response = await route.fetch();
    const body = `delete globalThis.VideoEncoder;${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await openStudio(page, SMALL);
  await openVideo(page);
  await expect(page.getByTestId('video-no-encoder')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'PNG frames' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'MP4' })).toHaveCount(0);
});

test('a blend of a link is drawn, alike on WebGPU, until another seed is chosen', async ({
  page,
}) => {
  await openStudio(page, '#image-model=none&seed=5&seeds=5&size=64x64&blend=5:0.5,6:0.5&mix=7:0.1');
  await expect(page.getByTestId('blend')).toContainText('Blend of 2 seeds');
  const wasm = await viewPixels(page, 'left');
  await page.getByTestId('device-chip').click();
  await page.getByTestId('backend-webgpu').click();
  await expect(page.getByTestId('device-chip')).toHaveAttribute('data-backend', 'webgpu', {
    timeout: 120_000,
  });
  await typeValue(page, 'smallest-value', '1');
  await expect(page.getByTestId('sample-status')).toHaveAttribute('data-seed', '5');
  const webgpu = await viewPixels(page, 'left');
  const white = wasm.rgba.filter((level, at) => at % 4 === 0 && level === 255).length;
  expect(white).toBeGreaterThan(200);
  // A level beside the threshold may fall to the other side of it.
  expect(meanDifference(webgpu.rgba, wasm.rgba)).toBeLessThan(1);

  await typeValue(page, 'seed-input', '6');
  await expect(page.getByTestId('blend')).toHaveCount(0);
  await expect(page).not.toHaveURL(/blend=/);
});

test('w are saved for the sample and for pinned seeds', async ({ page }) => {
  await openStudio(page, `${SMALL}&pinned=4-6`);
  const shapeOf = (zip: Uint8Array) => {
    const npy = unzip(zip).get('w.npy')!;
    return /'shape': (\([^)]*\))/.exec(new TextDecoder('latin1').decode(npy.slice(0, 128)))?.[1];
  };
  for (const [item, shape] of [
    ['save-w', '(1, 9, 64)'],
    ['save-w-pinned', '(3, 9, 64)'],
  ]) {
    await page.getByTestId('latent-menu').click();
    const zip = await savedFile(page, () => page.getByTestId(item).click());
    expect(shapeOf(zip)).toBe(shape);
  }
});

test('a model with a thousand classes that draws RGB works through', async ({ page }) => {
  const { files } = await rgbClassesModel(1000);
  const bundle = zipSync(Object.fromEntries(files));
  await openStudio(page, SMALL);
  await dropFiles(page, [
    { name: 'rgb-classes.zip', mimeType: 'application/zip', buffer: Buffer.from(bundle) },
  ]);
  await modelDraws(page, 'mask', 'rgb-classes');
  await page.getByLabel('Otsu').click();
  await sampleIsDone(page);
  const first = await viewPixels(page, 'left');
  await typeValue(page, 'class-number', '5000');
  await expect(page.getByTestId('class-number')).toHaveValue('999');
  await expect(page).toHaveURL(/class=999/);
  expect(largestDifference((await viewPixels(page, 'left')).rgba, first.rgba)).toBeGreaterThan(0);

  const thumbnail = page.getByTestId('thumbnail-4');
  await expect(thumbnail).toHaveAttribute('data-status', 'done');
  const colours = await thumbnail.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return [...data].some((level, at) => at % 4 === 1 && level !== data[at - 1]);
  });
  expect(colours).toBe(true);

  await openVideo(page);
  await askForVideo(page, 'PNG frames');
  const frame = readPng(unzip(await makeVideo(page)), 'frame000003.png');
  expect([frame.width, frame.channels]).toEqual([128, 3]);
});

for (const language of ['en', 'zh-CN']) {
  test.describe(`a phone (${language})`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: language });

    test('has room for the mix, the matrix and the video', async ({ page }) => {
      const fits = async () => {
        expect(await elementsCutOff(page)).toEqual([]);
        if (language === 'zh-CN') expect(untranslated(await textsOf(page))).toEqual([]);
      };
      await openStudio(page, `${SMALL}&mix=7:0.1`);
      await page.getByTestId('rail-adjust').tap();
      await page.getByTestId('mix-layer-3').tap();
      await expect(page).toHaveURL(/mix=7:0\.1\.3/);
      await fits();
      await page.getByTestId('latent-menu').tap();
      await page.getByTestId('open-mixing').tap();
      await expect(page.getByTestId('mix-cell-5-7')).toBeVisible();
      await fits();
      await page.keyboard.press('Escape');
      await page.getByTestId('latent-menu').tap();
      await page.getByTestId('open-video').tap();
      await expect(page.getByTestId('video-start')).toBeVisible();
      await fits();
    });
  });
}
