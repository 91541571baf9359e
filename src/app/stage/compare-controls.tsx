import { ArrowLeftRight, Pause, Play } from 'lucide-react';
import { Slider } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { formatNumber } from '../format/quantities.ts';
import { BLINK_RATE, type CompareMode, setCompare, stepBlink, useCompare } from './use-compare.ts';
import { useReducedMotion } from './use-reduced-motion.ts';
import './compare.css';

/** What a comparison has to set, for the head of its view: the rate and a pause, or an opacity; a split sets itself. */
export function CompareControls({ mode }: { mode: CompareMode }) {
  const { t, i18n } = useTranslation();
  const { opacity, blinkRate, paused } = useCompare();
  const byHand = useReducedMotion();
  if (mode === 'split') return null;
  if (mode === 'overlay') {
    return (
      <CompareSlider
        label={t('look.compare.opacity')}
        value={opacity}
        range={[0, 1, 0.05]}
        text={`${Math.round(opacity * 100)} %`}
        testId="compare-opacity"
        onChange={(next) => setCompare({ opacity: next })}
      />
    );
  }
  if (byHand) {
    return (
      <IconButton
        small
        label={t('look.compare.swap')}
        keys="␣"
        icon={<ArrowLeftRight />}
        data-testid="blink-swap"
        onClick={() => stepBlink(true)}
      />
    );
  }
  return (
    <span className="compare-controls">
      <IconButton
        small
        label={t(paused ? 'look.compare.go' : 'look.compare.pause')}
        keys="␣"
        icon={paused ? <Play /> : <Pause />}
        data-testid="blink-pause"
        onClick={() => stepBlink(false)}
      />
      <CompareSlider
        label={t('look.compare.rate')}
        value={blinkRate}
        range={[BLINK_RATE.min, BLINK_RATE.max, 0.25]}
        text={t('look.compare.perSecond', { n: formatNumber(blinkRate, i18n.language, 2) })}
        testId="blink-rate"
        onChange={(next) => setCompare({ blinkRate: next })}
      />
    </span>
  );
}

function CompareSlider(props: {
  label: string;
  value: number;
  range: [min: number, max: number, step: number];
  text: string;
  testId: string;
  onChange(value: number): void;
}) {
  const [min, max, step] = props.range;
  const share = ((props.value - min) / (max - min)) * 100;
  return (
    <span className="compare-controls" title={props.label}>
      <Slider.Root
        className="slider compare-slider"
        data-testid={props.testId}
        min={min}
        max={max}
        step={step}
        value={[props.value]}
        onValueChange={([next]) => props.onChange(next)}
      >
        <Slider.Track className="slider-track">
          <span className="slider-range" style={{ left: 0, width: `${share}%` }} />
        </Slider.Track>
        <Slider.Thumb
          className="slider-thumb"
          aria-label={props.label}
          aria-valuetext={props.text}
        />
      </Slider.Root>
      <span className="compare-value number" aria-hidden>
        {props.text}
      </span>
    </span>
  );
}
