import { Magnet, Pause, Play, RotateCcw, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import {
  changeStep,
  FASTEST,
  goOnPlane,
  PLANE_STEPS,
  toggleDrift,
  usePlane,
} from './plane-state.ts';
import { snap } from './use-pad-gestures.ts';

/** Typed positions reach every seed. */
const FARTHEST = 2 ** 32;

/** The position in numbers, the step, and the drift. */
export function PlaneTools() {
  const { t } = useTranslation();
  const { position, zoom, drifting, velocity } = usePlane();
  return (
    <>
      <span className="tool-group">
        <AxisField
          name="x"
          label={t('plane.x')}
          value={position.x}
          testId="plane-x"
          onChange={(x) => goOnPlane({ ...position, x })}
        />
        <AxisField
          name="y"
          label={t('plane.y')}
          value={position.y}
          testId="plane-y"
          onChange={(y) => goOnPlane({ ...position, y })}
        />
        <IconButton
          small
          label={t('plane.snap')}
          icon={<Magnet />}
          data-testid="plane-snap"
          onClick={snap}
        />
        <IconButton
          small
          label={t('plane.reset')}
          icon={<RotateCcw />}
          data-testid="plane-reset"
          onClick={() => {
            usePlane.setState({ drifting: false });
            goOnPlane({ x: 0, y: 0 });
          }}
        />
      </span>
      <span className="tool-group">
        <IconButton
          small
          label={t('plane.coarser')}
          icon={<ZoomOut />}
          disabled={zoom === 0}
          onClick={() => changeStep(-1)}
        />
        <span className="hint number" data-testid="plane-step">
          {t('plane.step', { step: PLANE_STEPS[zoom].step })}
        </span>
        <IconButton
          small
          label={t('plane.finer')}
          icon={<ZoomIn />}
          disabled={zoom === PLANE_STEPS.length - 1}
          onClick={() => changeStep(1)}
        />
      </span>
      <span className="tool-group">
        <button
          type="button"
          className="button small"
          data-testid="plane-drift"
          aria-pressed={drifting}
          onClick={toggleDrift}
        >
          {drifting ? <Pause aria-hidden /> : <Play aria-hidden />}
          {t(drifting ? 'plane.stop' : 'plane.drift')}
        </button>
        <VelocityField axis="x" label={t('plane.velocityX')} value={velocity} />
        <VelocityField axis="y" label={t('plane.velocityY')} value={velocity} />
        <span className="hint">{t('plane.perSecond')}</span>
      </span>
    </>
  );
}

function AxisField(props: {
  name: 'x' | 'y';
  label: string;
  value: number;
  testId: string;
  onChange(value: number): void;
}) {
  const zoom = usePlane((plane) => plane.zoom);
  return (
    <span className="axis-field number">
      <span aria-hidden>{props.name}</span>
      <NumberField
        value={props.value}
        min={-FARTHEST}
        max={FARTHEST}
        step={PLANE_STEPS[zoom].step}
        digits={3}
        label={props.label}
        testId={props.testId}
        onChange={props.onChange}
      />
    </span>
  );
}

function VelocityField(props: { axis: 'x' | 'y'; label: string; value: { x: number; y: number } }) {
  const { axis, label, value } = props;
  return (
    <span className="axis-field short number">
      <span aria-hidden>{axis}</span>
      <NumberField
        value={value[axis]}
        min={-FASTEST}
        max={FASTEST}
        step={0.05}
        digits={2}
        label={label}
        testId={`plane-velocity-${axis}`}
        onChange={(next) => usePlane.setState({ velocity: { ...value, [axis]: next } })}
      />
    </span>
  );
}
