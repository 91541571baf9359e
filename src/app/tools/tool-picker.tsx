import { ToggleGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { TOOL_NAMES, type ToolName } from '../../dataset/tools/tool-step.ts';
import { useStudio } from '../../store/studio-store.ts';
import { TOOL_ICONS } from './tool-icons.ts';

/** All tools with a line on each; one is chosen. */
export function ToolPicker() {
  const { t } = useTranslation();
  const tool = useStudio((state) => state.tool);
  const chooseTool = useStudio((state) => state.chooseTool);
  return (
    <ToggleGroup.Root
      type="single"
      className="tool-list"
      aria-label={t('tools.pick')}
      value={tool}
      onValueChange={(value) => value && chooseTool(value as ToolName)}
    >
      {TOOL_NAMES.map((name) => {
        const Icon = TOOL_ICONS[name];
        return (
          <ToggleGroup.Item
            key={name}
            value={name}
            className="tool-item"
            data-testid={`tool-${name}`}
            title={t(`tools.about.${name}`)}
          >
            <Icon aria-hidden />
            <span className="tool-words">
              <span className="tool-name">{t(`tools.name.${name}`)}</span>
              <small>{t(`tools.about.${name}`)}</small>
            </span>
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
