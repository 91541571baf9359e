import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRESETS, paintLayers, presetLayers } from './layer-choice.ts';
import './mixing.css';

/** More than this many stand in a second line. */
const MOST_IN_LINE = 18;

/** What a drag began with; it paints from there to where the pointer is. */
interface Drag {
  layers: readonly number[];
  from: number;
  chosen: boolean;
}

/**
 * A toggle for each style vector, and presets. A drag chooses (or clears) a range; with the keyboard, arrows move,
 * Space toggles, and Shift with an arrow takes the neighbour along.
 */
export function LayerToggles(props: {
  numWs: number;
  layers: readonly number[];
  onChange(layers: number[]): void;
}) {
  const { numWs, layers, onChange } = props;
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [tabStop, setTabStop] = useState(0);
  const isChosen = (layer: number) => layers.includes(layer);

  const onPointerDown = (event: PointerEvent) => {
    const layer = layerOf(event.target);
    if (layer === null || event.button !== 0) return;
    group.current?.setPointerCapture(event.pointerId);
    drag.current = { layers, from: layer, chosen: !isChosen(layer) };
    onChange(paintLayers(layers, layer, layer, !isChosen(layer)));
  };
  const onPointerMove = (event: PointerEvent) => {
    const began = drag.current;
    const layer = layerOf(document.elementFromPoint(event.clientX, event.clientY));
    if (began && layer !== null) {
      onChange(paintLayers(began.layers, began.from, layer, began.chosen));
    }
  };
  const endDrag = () => {
    drag.current = null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = layerOf(event.target);
    const next = at === null ? null : neighbour(event.key, at, numWs);
    if (at === null || next === null) return;
    event.preventDefault();
    if (event.shiftKey) onChange(paintLayers(layers, at, next, isChosen(at)));
    setTabStop(next);
    group.current?.querySelector<HTMLElement>(`[data-layer="${next}"]`)?.focus();
  };

  return (
    <div className="layer-choice">
      <div className="layer-presets">
        {PRESETS.map((preset) => {
          const wanted = presetLayers(preset, numWs);
          const pressed = wanted.join() === layers.join();
          return (
            <button
              key={preset}
              type="button"
              className="button small"
              data-testid={`mix-${preset}`}
              aria-pressed={pressed}
              title={t(`mix.${preset}Hint`)}
              onClick={() => onChange(pressed ? [] : wanted)}
            >
              {t(`mix.${preset}`)}
            </button>
          );
        })}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a box of its own */}
      <div
        ref={group}
        className="layer-toggles"
        role="group"
        aria-label={t('mix.layers')}
        style={{ gridTemplateColumns: `repeat(${Math.min(numWs, MOST_IN_LINE)}, 1fr)` }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: numWs }, (_, layer) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a style vector is its index
            key={layer}
            type="button"
            className="number"
            data-layer={layer}
            data-testid={`mix-layer-${layer}`}
            tabIndex={layer === Math.min(tabStop, numWs - 1) ? 0 : -1}
            aria-pressed={isChosen(layer)}
            aria-label={t('mix.layer', { n: layer })}
            onFocus={() => setTabStop(layer)}
            // A pointer has done its part when it went down; keys and assistive technology only click.
            onClick={(event) =>
              event.detail === 0 && onChange(paintLayers(layers, layer, layer, !isChosen(layer)))
            }
          >
            {layer}
          </button>
        ))}
      </div>
    </div>
  );
}

function layerOf(target: EventTarget | null): number | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-layer]') : null;
  return button ? Number(button.dataset.layer) : null;
}

function neighbour(key: string, at: number, numWs: number): number | null {
  const last = numWs - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
