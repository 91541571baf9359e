import { useTranslation } from 'react-i18next';
import { NumberRow } from '../number-row.tsx';

const LARGEST = 16384;

/** Width and height in pixels. */
export function SizeRows(props: {
  width: number;
  height: number;
  onChange(size: { width?: number; height?: number }): void;
}) {
  const { t } = useTranslation();
  return (['width', 'height'] as const).map((side) => (
    <NumberRow
      key={side}
      label={t(`tools.field.${side}`)}
      value={props[side]}
      min={1}
      max={LARGEST}
      suffix={t('unit.px')}
      testId={`tool-${side}`}
      onChange={(value) => props.onChange({ [side]: value })}
    />
  ));
}
