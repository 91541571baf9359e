import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayerStatistics } from '../../pipeline/layer-question.ts';
import { useStudio } from '../../store/studio-store.ts';
import { formatNumber } from '../format/quantities.ts';

/** A layer's own name, without the word for what it is. */
export function shortName(name: string): string {
  return name.replace(/^(layer|block)\./, '');
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** All layers in order; the chosen one's channel is in the picture. Up and down go through them. */
export function LayerTable({ layers }: { layers: LayerStatistics[] }) {
  const { t, i18n } = useTranslation();
  const question = useStudio((state) => state.layers.question);
  const inspectLayers = useStudio((state) => state.inspectLayers);
  const table = useRef<HTMLTableElement>(null);
  const chosen = layers.findIndex(({ name }) => name === question.channel?.layer);

  function choose(at: number): void {
    const layer = layers[at];
    if (!layer) return;
    // The same channel of the next layer is not the same thing, but a person who looks at the third goes on there.
    const channel = Math.min(question.channel?.channel ?? 0, layer.channels - 1);
    inspectLayers({ network: question.network, channel: { layer: layer.name, channel } });
    table.current?.querySelectorAll<HTMLElement>('tbody button')[at]?.focus();
  }

  const number = (value: number) => formatNumber(value, i18n.language, 3);
  return (
    <div className="layer-table">
      <table ref={table} className="number" data-testid="layer-table">
        <thead>
          <tr>
            <th scope="col">{t('look.layers.layer')}</th>
            <th scope="col">{t('look.layers.shape')}</th>
            <th scope="col">{t('look.layers.mean')}</th>
            <th scope="col">{t('look.layers.std')}</th>
            <th scope="col">{t('look.layers.max')}</th>
          </tr>
        </thead>
        <tbody>
          {layers.map(({ name, width, height, channels, mean, std, max }, at) => (
            <tr key={name} data-picked={at === chosen}>
              <th scope="row">
                <button
                  type="button"
                  tabIndex={at === Math.max(0, chosen) ? 0 : -1}
                  aria-pressed={at === chosen}
                  data-testid={`layer-${shortName(name)}`}
                  onClick={() => choose(at)}
                  onKeyDown={(event) => {
                    const step = STEPS[event.key];
                    if (step === undefined) return;
                    event.preventDefault();
                    choose(Math.max(0, at + step));
                  }}
                >
                  {shortName(name)}
                </button>
              </th>
              <td>
                {height} × {width} × {channels}
              </td>
              <td>{number(mean)}</td>
              <td>{number(std)}</td>
              <td>{number(max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
