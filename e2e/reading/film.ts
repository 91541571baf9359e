import type { Page } from '@playwright/test';

/** One frame of a film as the browser decodes it: grey (red) levels, row by row. */
export interface FilmFrame {
  width: number;
  height: number;
  grey: number[];
}

/** Decodes a film in the page and returns the frames at these times, in seconds. */
export async function filmFrames(
  page: Page,
  film: Uint8Array,
  type: string,
  times: number[],
): Promise<{ duration: number; frames: FilmFrame[] }> {
  return page.evaluate(
    async ({ base64, type, times }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const video = document.createElement('video');
      video.muted = true;
      const loaded = new Promise((resolve, reject) => {
        video.addEventListener('loadeddata', resolve, { once: true });
        video.addEventListener('error', () => reject(new Error(video.error?.message)));
      });
      video.src = URL.createObjectURL(new Blob([bytes], { type }));
      await loaded;
      const { videoWidth: width, videoHeight: height } = video;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      const frames: { width: number; height: number; grey: number[] }[] = [];
      for (const time of times) {
        const sought = new Promise((resolve) => {
          video.addEventListener('seeked', resolve, { once: true });
        });
        video.currentTime = time;
        await sought;
        context.drawImage(video, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        frames.push({ width, height, grey: [...data].filter((_, at) => at % 4 === 0) });
      }
      URL.revokeObjectURL(video.src);
      return { duration: video.duration, frames };
    },
    { base64: Buffer.from(film).toString('base64'), type, times },
  );
}

/** Mean absolute difference of two arrays of levels. */
export function meanDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return sum / a.length;
}
