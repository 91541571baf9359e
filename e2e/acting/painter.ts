import { expect, type Page } from '@playwright/test';

/** A place on the map, in pixels; `.5` is the middle of one. */
export interface MapPlace {
  x: number;
  y: number;
}

/** Opens the Paint workspace with `view` as the address's settings and waits for its label map. */
export async function openPaint(page: Page, view: string): Promise<void> {
  await page.goto(`/#workspace=paint&${view}`);
  await mapIsOpen(page);
}

/** Waits until there is a map to paint on, and the image of it. */
export async function mapIsOpen(page: Page): Promise<void> {
  await expect(page.getByTestId('paint-canvas')).toHaveAttribute('aria-label', /[1-9]\d* × /, {
    timeout: 120_000,
  });
  await imageFollows(page);
}

/** Waits until the image shows the map as it is. */
export async function imageFollows(page: Page): Promise<void> {
  await expect(page.getByTestId('live-chip')).toHaveAttribute('data-status', 'done', {
    timeout: 120_000,
  });
}

/** How many cells the canvas says there are. */
export async function expectCells(page: Page, count: number): Promise<void> {
  const canvas = page.getByTestId('paint-canvas');
  await expect(canvas).toHaveAttribute('aria-label', new RegExp(` ${count} cells?$`));
}

/** Chooses a tool by its button. */
export async function chooseTool(page: Page, name: string): Promise<void> {
  await page.getByTestId(`tool-${name}`).click();
}

/** The point of the page over a place of the map, when all of it is in view. */
async function pointOf(page: Page, testId: string, { x, y }: MapPlace): Promise<MapPlace> {
  return page.getByTestId(testId).evaluate(
    (element, place) => {
      const [, width, height] = /(\d+) × (\d+)/.exec(
        document.querySelector('[data-testid="paint-canvas"]')?.getAttribute('aria-label') ?? '',
      ) ?? ['', '1', '1'];
      const map = { width: Number(width), height: Number(height) };
      const box = element.getBoundingClientRect();
      const scale = Math.min(element.clientWidth / map.width, element.clientHeight / map.height);
      return {
        x: box.left + (element.clientWidth - map.width * scale) / 2 + place.x * scale,
        y: box.top + (element.clientHeight - map.height * scale) / 2 + place.y * scale,
      };
    },
    { x, y },
  );
}

/** Presses the pointer at the first place, moves over the others and lets go at the last. */
export async function drag(page: Page, ...places: MapPlace[]): Promise<void> {
  for (const [i, place] of places.entries()) {
    const { x, y } = await pointOf(page, 'paint-canvas', place);
    await page.mouse.move(x, y, { steps: i === 0 ? 1 : 8 });
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** Clicks a place of the map. */
export async function clickMap(page: Page, place: MapPlace): Promise<void> {
  const { x, y } = await pointOf(page, 'paint-canvas', place);
  await page.mouse.click(x, y);
}

/** The colour `[red, green, blue]` that a panel shows at a place of the map, without what lies above it. */
export async function colourAt(
  page: Page,
  panel: 'paint-canvas' | 'paint-image',
  place: MapPlace,
): Promise<number[]> {
  const at = await pointOf(page, panel, place);
  return page
    .getByTestId(panel)
    .locator('canvas')
    .first()
    .evaluate((element, { x, y }) => {
      const canvas = element as HTMLCanvasElement;
      const box = canvas.getBoundingClientRect();
      const ratio = canvas.width / box.width;
      // Read from a copy, so that the page's own canvas stays the one a person has.
      const copy = new OffscreenCanvas(1, 1).getContext('2d');
      copy?.drawImage(
        canvas,
        -Math.floor((x - box.left) * ratio),
        -Math.floor((y - box.top) * ratio),
      );
      return [...(copy?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    }, at);
}

/** Expects the map to show a colour, or background, at a place. */
export async function expectColour(
  page: Page,
  place: MapPlace,
  colour: number[] | 'background',
): Promise<void> {
  const wanted = colour === 'background' ? [0, 0, 0] : colour;
  await expect.poll(() => colourAt(page, 'paint-canvas', place)).toEqual(wanted);
}
