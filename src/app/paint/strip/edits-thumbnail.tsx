import { useEffect, useRef } from 'react';
import type { MaskEdits } from '../../../pipeline/recipe.ts';
import { labelsOfEdits } from '../../../pipeline/truth-of-edits.ts';
import { labelWords } from '../canvas/label-raster.ts';

/** Device pixels of the longer side. */
const SIDE = 128;
/** While strokes follow each other the picture waits. */
const REST_MS = 250;

function drawEdits(canvas: HTMLCanvasElement, edits: MaskEdits): void {
  const { labels, nuclei } = labelsOfEdits(edits);
  const { width, height } = labels;
  const words = labelWords(labels, nuclei?.data ?? null, { x: 0, y: 0, width, height });
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const small = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const pixels = new Uint32Array(small.width * small.height);
  for (let y = 0, at = 0; y < small.height; y++) {
    const row = Math.floor((y * height) / small.height) * width;
    for (let x = 0; x < small.width; x++, at++) {
      pixels[at] = words[row + Math.floor((x * width) / small.width)];
    }
  }
  canvas.width = small.width;
  canvas.height = small.height;
  const bytes = new Uint8ClampedArray(pixels.buffer);
  canvas.getContext('2d')?.putImageData(new ImageData(bytes, small.width, small.height), 0, 0);
}

/** An edited label map, small. */
export function EditsThumbnail({ edits }: { edits: MaskEdits }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const isDrawn = useRef(false);
  useEffect(() => {
    const draw = () => {
      isDrawn.current = true;
      try {
        if (ref.current) drawEdits(ref.current, edits);
      } catch {
        // A damaged entry has no picture; opening it says what is wrong.
        isDrawn.current = false;
      }
    };
    const timer = setTimeout(draw, isDrawn.current ? REST_MS : 0);
    return () => clearTimeout(timer);
  }, [edits]);
  return <canvas ref={ref} className="pixels" aria-hidden />;
}
