import { expect, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { encodeLabelPng } from '../src/imaging/encode-png.ts';
import { labelColour } from '../src/imaging/label-colours.ts';
import {
  chooseTool,
  clickMap,
  colourAt,
  drag,
  expectCells,
  expectColour,
  imageFollows,
  mapIsOpen,
  openPaint,
} from './acting/painter.ts';

/** Six cells at 256 × 256 pixels; the upper left is background, cell 3 lies around (102, 118). */
const SEED = 'seed=5&seeds=1-9';
const MIDDLE = { x: 102, y: 118 };

test('a person paints, changes and keeps cells, and the image follows', async ({ page }) => {
  await openPaint(page, SEED);
  await expectCells(page, 6);
  const stroke = { x: 40, y: 30 };
  const far = { x: 200, y: 230 };
  const before = [
    await colourAt(page, 'paint-image', stroke),
    await colourAt(page, 'paint-image', far),
  ];
  await expectColour(page, stroke, 'background');

  await test.step('a stroke on background is a new cell, and the image changes there', async () => {
    await drag(page, { x: 20, y: 30 }, { x: 60, y: 30 });
    await expectCells(page, 7);
    await expectColour(page, stroke, labelColour(7));
    await expect(page.getByTestId('selected-label')).toHaveText('7');
    await expect
      .poll(async () => (await colourAt(page, 'paint-image', stroke))[0], { timeout: 120_000 })
      .toBeGreaterThan(before[0][0] + 15);
    await imageFollows(page);
    const elsewhere = await colourAt(page, 'paint-image', far);
    expect(Math.abs(elsewhere[0] - before[1][0])).toBeLessThan(12);
  });

  await test.step('undo and redo', async () => {
    await page.keyboard.press('Control+z');
    await expectColour(page, stroke, 'background');
    await expectCells(page, 6);
    await page.keyboard.press('Control+Shift+z');
    await expectColour(page, stroke, labelColour(7));
  });

  await test.step('Shift draws a straight line from the last point', async () => {
    await clickMap(page, { x: 20, y: 56 });
    await page.keyboard.down('Shift');
    await clickMap(page, { x: 60, y: 70 });
    await page.keyboard.up('Shift');
    await expectColour(page, { x: 40, y: 63 }, labelColour(8));
  });

  await test.step('a click of the eraser makes a dot', async () => {
    await chooseTool(page, 'eraser');
    await clickMap(page, stroke);
    await expectColour(page, stroke, 'background');
    await expectColour(page, { x: 22, y: 30 }, labelColour(7));
  });

  await test.step('other cells are kept, or painted over', async () => {
    await chooseTool(page, 'brush');
    const across = [
      { x: 60, y: 118 },
      { x: 140, y: 118 },
    ] as const;
    await drag(page, ...across);
    await expectColour(page, { x: 64, y: 118 }, labelColour(9));
    await expectColour(page, MIDDLE, labelColour(3));
    await page.keyboard.press('Control+z');
    await page.keyboard.press('1');
    await drag(page, ...across);
    await expectColour(page, MIDDLE, labelColour(9));
    await page.keyboard.press('Control+z');
    await expectColour(page, MIDDLE, labelColour(3));
    await page.keyboard.press('2');
  });

  await test.step('a cell is dragged elsewhere', async () => {
    await chooseTool(page, 'select');
    await drag(page, { x: 24, y: 57.5 }, { x: 24, y: 100 }, { x: 24, y: 117.5 });
    await expectColour(page, { x: 24, y: 117.5 }, labelColour(8));
    await expectColour(page, { x: 40, y: 63 }, 'background');
    await expectCells(page, 8);
  });

  await test.step('a line cuts a cell in two', async () => {
    await chooseTool(page, 'cut');
    await drag(page, { x: 102, y: 70 }, { x: 102, y: 165 });
    await expectCells(page, 9);
    const sides = [
      await colourAt(page, 'paint-canvas', { x: 90, y: 118 }),
      await colourAt(page, 'paint-canvas', { x: 114, y: 118 }),
    ];
    expect(sides[0]).not.toEqual(sides[1]);
  });

  await test.step('a reload keeps the painting, and undo goes on', async () => {
    await imageFollows(page);
    await page.reload();
    await mapIsOpen(page);
    await expectCells(page, 9);
    await expectColour(page, { x: 24, y: 117.5 }, labelColour(8));
    await page.keyboard.press('Control+z');
    await expectCells(page, 8);
    await page.keyboard.press('Control+z');
    await expectColour(page, { x: 40, y: 63 }, labelColour(8));
  });

  await test.step('a cell goes to another sample', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Escape');
    await chooseTool(page, 'select');
    await clickMap(page, { x: 24, y: 57.5 });
    await page.keyboard.press('Control+c');
    await page.getByTestId('strip-seed:2').click();
    await expect(page.getByTestId('strip-seed:2')).toHaveAttribute('aria-current', 'true');
    await mapIsOpen(page);
    await page.keyboard.press('Control+v');
    await expect(page.getByTestId('strip-seed:2')).toContainText('edited');
    await expect(page.getByTestId('paint-history')).toContainText('Paste');
  });
});

test('everything is painted with the keyboard alone', async ({ page }) => {
  await openPaint(page, SEED);
  await page.getByTestId('paint-canvas').focus();
  await page.keyboard.press('b');
  await page.keyboard.press('n');
  const announced = page.getByTestId('paint-announcer');
  // From the middle to a corner that is background.
  for (let i = 0; i < 10; i++) await page.keyboard.press('Shift+ArrowLeft');
  for (let i = 0; i < 9; i++) await page.keyboard.press('Shift+ArrowUp');
  await expect(announced).toHaveText('28, 38: background');
  await page.keyboard.press('Enter');
  await expectCells(page, 7);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+Enter');
  await expectColour(page, { x: 45.5, y: 38.5 }, labelColour(7));

  await page.keyboard.press('v');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('selected-label')).toHaveText('7');
  for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowUp');
  await expectColour(page, { x: 45.5, y: 18.5 }, labelColour(7));
  await page.keyboard.press('Delete');
  await expectCells(page, 6);
});

/** A map of two cells: 1 is the left half of it, 3 the lower right corner. */
function twoCells(): Uint8Array {
  const [width, height] = [96, 64];
  const data = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x < width / 2) data[y * width + x] = 1;
      else if (y > height / 2 && x > 60) data[y * width + x] = 3;
    }
  }
  return encodeLabelPng({ width, height, data });
}

test('label maps are dropped as PNG and as a ZIP', async ({ page }) => {
  await openPaint(page, SEED);
  const zip = zipSync({ 'masks/first.png': twoCells(), 'masks/second.png': twoCells() });
  for (const { name, bytes } of [
    { name: 'two.png', bytes: twoCells() },
    { name: 'many.zip', bytes: zip },
  ]) {
    const transfer = await page.evaluateHandle(
      ({ fileName, base64 }) => {
        const data = new DataTransfer();
        const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const type = fileName.endsWith('.png') ? 'image/png' : 'application/zip';
        data.items.add(new File([content], fileName, { type }));
        return data;
      },
      { fileName: name, base64: Buffer.from(bytes).toString('base64') },
    );
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    await expect(page.getByTestId('drop-target')).toContainText('label maps');
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    const frame = page.getByTestId('paint-strip').getByText(name === 'two.png' ? 'two' : 'second');
    await expect(frame.first()).toBeVisible();
    await expectCells(page, 2);
  }
});
