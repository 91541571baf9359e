import { memo, useLayoutEffect, useRef } from 'react';
import { PLAIN_DISPLAY } from '../../imaging/display-levels.ts';
import type { ByteImage } from '../../imaging/image.ts';
import { drawDisplayed } from './draw-displayed.ts';
import { useDisplay } from './use-display.ts';

/** A canvas of exactly the image's size in the chosen lookup table; black, white and gamma stay out of it. */
export const DisplayedCanvas = memo(function DisplayedCanvas(props: {
  image: ByteImage;
  label: string;
}) {
  const { image } = props;
  const lut = useDisplay((display) => display.lut);
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (context) drawDisplayed(context, image, { ...PLAIN_DISPLAY, lut });
  }, [image, lut]);
  return (
    <canvas
      ref={ref}
      className="pixels"
      width={image.width}
      height={image.height}
      role="img"
      aria-label={props.label}
    />
  );
});
