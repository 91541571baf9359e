import { useTranslation } from 'react-i18next';
import { Tip } from '../../controls/tip.tsx';
import { chooseTool, usePaintSurface } from '../paint-surface.ts';
import { TOOLS } from './tool-list.ts';
import './tool-palette.css';

/** The tools beside the canvas; on a narrow screen a bar that scrolls sideways. */
export function ToolPalette() {
  const { t } = useTranslation();
  const tool = usePaintSurface((surface) => surface.tool);
  return (
    <div
      className="tool-palette"
      role="toolbar"
      aria-label={t('paint.tools')}
      data-testid="paint-tools"
    >
      {TOOLS.map(({ name, icon: Icon, key, opensGroup }) => (
        <Tip key={name} text={<ToolTip name={name} />} keys={key.toUpperCase()} side="right">
          <button
            type="button"
            className={opensGroup ? 'tool opens-group' : 'tool'}
            aria-pressed={tool === name}
            aria-label={t(`paint.tool.${name}.name`)}
            aria-keyshortcuts={key}
            data-testid={`tool-${name}`}
            onClick={() => chooseTool(name)}
          >
            <Icon aria-hidden />
          </button>
        </Tip>
      ))}
    </div>
  );
}

function ToolTip({ name }: { name: (typeof TOOLS)[number]['name'] }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{t(`paint.tool.${name}.name`)}</strong>
      <span className="tool-hint">{t(`paint.tool.${name}.hint`)}</span>
    </>
  );
}
