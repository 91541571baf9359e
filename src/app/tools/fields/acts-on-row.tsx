import { useTranslation } from 'react-i18next';
import type { ActsOn } from '../../../dataset/tools/tool-step.ts';
import { SelectRow } from '../../controls/select-row.tsx';

const CHOICES: readonly ActsOn[] = ['auto', 'masks', 'images', 'all'];

/** Which files a tool is for. */
export function ActsOnRow(props: { label: string; value: ActsOn; onChange(value: ActsOn): void }) {
  const { t } = useTranslation();
  return (
    <SelectRow
      label={props.label}
      value={props.value}
      testId="tool-on"
      options={CHOICES.map((value) => ({ value, label: t(`tools.field.onValue.${value}`) }))}
      onChange={props.onChange}
    />
  );
}
