import { memo, useLayoutEffect, useRef } from 'react';
import type { ByteImage } from '../../imaging/image.ts';
import { imageToRgba } from './paint-pixels.ts';

/** A canvas of exactly the image's size; CSS scales it with crisp pixels. `label`: empty where what is around it is named. */
export const PixelCanvas = memo(function PixelCanvas(props: {
  image: ByteImage;
  label: string;
  smooth?: boolean;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const { image } = props;
  useLayoutEffect(() => {
    ref.current?.getContext('2d')?.putImageData(imageToRgba(image), 0, 0);
  }, [image]);
  return (
    <canvas
      ref={ref}
      className={props.smooth ? 'pixels smooth' : 'pixels'}
      width={image.width}
      height={image.height}
      {...(props.label === ''
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': props.label })}
    />
  );
});
