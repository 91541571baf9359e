import { FileArchive, FolderOpen, WandSparkles, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RolesBy } from '../../dataset/tools/picture-set.ts';
import { useStudio } from '../../store/studio-store.ts';
import type { ToolSource } from '../../store/tools-slice.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { SelectRow } from '../controls/select-row.tsx';

const ROLES: readonly RolesBy[] = ['names', 'all-images', 'all-masks'];

/** What is open, what is in it, how it is read. */
export function SourceBar({ source }: { source: ToolSource }) {
  const { t } = useTranslation();
  const rolesBy = useStudio((state) => state.toolRolesBy);
  const running = useStudio(
    ({ toolJob }) => toolJob?.status === 'running' || toolJob?.status === 'finishing',
  );
  const { closeToolSource, setToolRoles } = useStudio.getState();
  const isArchive = source.kind === 'result' || /\.zip$/i.test(source.name);
  const Icon = source.kind === 'sample' ? WandSparkles : isArchive ? FileArchive : FolderOpen;
  return (
    <header className="tool-source" data-testid="tool-source" data-kind={source.kind}>
      <Icon aria-hidden />
      <div className="tool-source-words">
        <strong title={source.name}>{source.name || t('tools.source.sample')}</strong>
        <SourceCounts source={source} />
      </div>
      <SelectRow
        label={t('tools.source.readAs')}
        value={rolesBy}
        testId="tool-roles"
        options={ROLES.map((value) => ({ value, label: t(`tools.source.${value}`) }))}
        onChange={setToolRoles}
      />
      <IconButton
        label={t('tools.source.close')}
        icon={<X />}
        disabled={running}
        data-testid="tool-source-close"
        onClick={closeToolSource}
      />
    </header>
  );
}

function SourceCounts({ source: { summary } }: { source: ToolSource }) {
  const { t } = useTranslation();
  if (!summary) return null;
  const { classes, ...counts } = summary;
  const numbers = { ...counts, classes: classes.length };
  const parts = (['images', 'masks', 'labels', 'pairs', 'classes', 'others'] as const)
    .filter((part) => numbers[part] > 0)
    .map((part) => t(`tools.source.${part}`, { count: numbers[part] }));
  return (
    <span className="hint" data-testid="tool-summary">
      {parts.length > 0 ? parts.join(' · ') : t('tools.source.none')}
    </span>
  );
}
