import { RadioGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { LOOKUP_TABLES, type LookupTableName, lookupTable } from '../../imaging/lookup-tables.ts';
import { setDisplay, useDisplay } from './use-display.ts';

const STOPS = [0, 51, 102, 153, 204, 255];

/** A table as a CSS gradient. */
function gradientOf(name: LookupTableName): string {
  const table = lookupTable(name);
  const colours = STOPS.map((at) => `rgb(${table.subarray(3 * at, 3 * at + 3).join(' ')})`);
  return `linear-gradient(90deg, ${colours.join(', ')})`;
}

/** The lookup tables, each as a strip of its colours. */
export function LookupTables() {
  const { t } = useTranslation();
  const lut = useDisplay((display) => display.lut);
  return (
    <RadioGroup.Root
      className="lookup-tables"
      aria-label={t('look.display.lut')}
      value={lut}
      onValueChange={(name) => setDisplay({ lut: name as LookupTableName })}
    >
      {LOOKUP_TABLES.map((name) => (
        <RadioGroup.Item
          key={name}
          value={name}
          className="lookup-table"
          data-testid={`lut-${name}`}
        >
          <i style={{ background: gradientOf(name) }} aria-hidden />
          <span>{t(`look.display.luts.${name}`)}</span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
