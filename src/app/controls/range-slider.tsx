import { Slider } from 'radix-ui';

/** A slider of two thumbs: the least and the most of something. */
export function RangeSlider(props: {
  /** Of the least and the most, for assistive technology. */
  labels: [least: string, most: string];
  value: [least: number, most: number];
  min: number;
  max: number;
  step: number;
  /** How the thumbs are spoken, where the numbers alone do not say it. */
  text?(value: number): string;
  /** The thumbs stay at least this many steps apart, @default 0. */
  apart?: number;
  testId?: string;
  className?: string;
  onChange(value: [least: number, most: number]): void;
  /** Double-click returns here. */
  onReset?(): void;
}) {
  const { min, max, value } = props;
  const percent = (at: number) => ((at - min) / (max - min)) * 100;
  const [from, to] = [percent(value[0]), percent(value[1])];
  return (
    <Slider.Root
      className={props.className ? `slider ${props.className}` : 'slider'}
      data-testid={props.testId}
      value={value}
      min={min}
      max={max}
      step={props.step}
      minStepsBetweenThumbs={props.apart ?? 0}
      onValueChange={([least, most]) => props.onChange([least, most])}
      onDoubleClick={props.onReset}
    >
      <Slider.Track className="slider-track">
        <span className="slider-range" style={{ left: `${from}%`, width: `${to - from}%` }} />
      </Slider.Track>
      {props.labels.map((label, at) => (
        <Slider.Thumb
          key={label}
          className="slider-thumb"
          aria-label={label}
          aria-valuetext={props.text?.(value[at])}
        />
      ))}
    </Slider.Root>
  );
}
