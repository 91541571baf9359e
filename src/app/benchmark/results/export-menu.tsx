import { Braces, ChevronDown, FileChartColumn, FileDown, FileSpreadsheet } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { REPORT_FORMATS } from '../../../store/benchmark-slice.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { setName } from '../sets/set-name.ts';
import { useComparedSets } from './use-compared-sets.ts';
import { useResults } from './use-results.ts';

const ICONS = { html: FileChartColumn, csv: FileSpreadsheet, json: Braces } as const;

/** Writes the results of all sets as a report, a table or data. */
export function ExportMenu() {
  const { t } = useTranslation();
  const sets = useStudio((state) => state.benchmarkSets);
  const exportBenchmark = useStudio((state) => state.exportBenchmark);
  const results = useResults(sets);
  const pair = useComparedSets();
  const [isBusy, setBusy] = useState(false);
  const named = (set: BenchmarkSet) => ({ id: set.id, name: setName(t, set) });
  const compared = pair && { synthetic: named(pair.synthetic), real: named(pair.real) };
  const write = async (format: (typeof REPORT_FORMATS)[number]) => {
    setBusy(true);
    await exportBenchmark(results, format, compared);
    setBusy(false);
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="button"
          data-testid="bench-export"
          disabled={isBusy || results.runs.length === 0}
        >
          <FileDown aria-hidden />
          {t(isBusy ? 'benchmark.export.busy' : 'benchmark.export.open')}
          <ChevronDown aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu bench-menu" align="end" sideOffset={6}>
          {REPORT_FORMATS.map((format) => {
            const Icon = ICONS[format];
            return (
              <DropdownMenu.Item
                key={format}
                className="menu-item plain"
                data-testid={`bench-export-${format}`}
                onSelect={() => void write(format)}
              >
                <Icon aria-hidden />
                <span>
                  {t(`benchmark.export.${format}`)}
                  <small>{t(`benchmark.export.${format}Hint`)}</small>
                </span>
              </DropdownMenu.Item>
            );
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
