import { useLayoutEffect, useRef } from 'react';
import type { PreviewPicture } from '../../store/tools-slice.ts';
import { imageToRgba } from '../stage/paint-pixels.ts';
import { useExtent } from '../stage/use-extent.ts';
import { placeImage } from '../stage/viewport.ts';
import { usePreview } from './preview-surface.ts';
import { usePreviewGestures } from './use-preview-gestures.ts';

/** One picture of the preview, with its name and size. */
export function PreviewTile(props: { picture: PreviewPicture; label: string; testId: string }) {
  const { path, width, height, pixels } = props.picture;
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const panel = useExtent(stage);
  const viewport = usePreview((preview) => preview.viewport);
  usePreviewGestures(stage, panel, pixels);

  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(imageToRgba(pixels), 0, 0);
  }, [pixels]);

  const place = placeImage(viewport, panel, pixels);
  const box = {
    left: place.left,
    top: place.top,
    width: pixels.width * place.scale,
    height: pixels.height * place.scale,
  };
  return (
    <figure className="tool-tile" data-testid={props.testId}>
      <div className="tool-stage" ref={stage}>
        <canvas
          ref={canvas}
          className="pixels plane"
          data-fine={place.scale < 1}
          style={box}
          width={pixels.width}
          height={pixels.height}
          role="img"
          aria-label={props.label}
        />
      </div>
      <figcaption>
        <span className="tool-path">{path}</span>
        <span className="number">
          {width} × {height}
        </span>
      </figcaption>
    </figure>
  );
}
