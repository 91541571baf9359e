import { Download } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isMaskManifest } from '../../checkpoints/bundle/mask-manifest.ts';
import { parseSeedRanges } from '../../pipeline/seed-ranges.ts';
import type { MixPlan } from '../../pipeline/style-mix.ts';
import { useStudio } from '../../store/studio-store.ts';
import { SeedsField } from '../controls/seeds-field.tsx';
import { StudioDialog } from '../controls/studio-dialog.tsx';
import { useChosenModels } from '../explore/use-defaults.ts';
import { presetLayers } from './layer-choice.ts';
import { LayerToggles } from './layer-toggles.tsx';
import { MOST_ON_A_SIDE, useMixingDialog } from './mixing-dialog-state.ts';
import { MixingMatrix } from './mixing-matrix.tsx';

/** Seeds by seeds: what each gives when some of its w come from the other. */
export function MixingDialog() {
  const { t } = useTranslation();
  const open = useMixingDialog((dialog) => dialog.open);
  return (
    <StudioDialog
      wide
      open={open}
      title={t('mix.matrix')}
      testId="mixing-dialog"
      onOpenChange={(next) => useMixingDialog.setState({ open: next })}
    >
      <MixingForm />
    </StudioDialog>
  );
}

/** The seeds of a side; null when they cannot be read or are too many. */
function seedsOf(text: string): number[] | null {
  try {
    const seeds = parseSeedRanges(text);
    return seeds.length <= MOST_ON_A_SIDE ? seeds : null;
  } catch {
    return null;
  }
}

function MixingForm() {
  const { t } = useTranslation();
  const { rows, columns, layers } = useMixingDialog();
  const { mask } = useChosenModels();
  const numWs = mask && isMaskManifest(mask.manifest) ? mask.manifest.config.numWs : 0;
  const { showMixes, downloadMixes } = useStudio.getState();
  const cells = useStudio((state) => state.mixCells);
  const ready = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const chosen = useMemo(() => layers ?? presetLayers('coarse', numWs), [layers, numWs]);
  const plan = useMemo((): MixPlan | null => {
    const [rowSeeds, columnSeeds] = [seedsOf(rows), seedsOf(columns)];
    return rowSeeds && columnSeeds && ready
      ? { rows: rowSeeds, columns: columnSeeds, layers: chosen }
      : null;
  }, [rows, columns, chosen, ready]);
  useEffect(() => {
    showMixes(plan);
    return () => showMixes(null);
  }, [plan, showMixes]);
  const isWhole = plan !== null && [...cells.values()].every(({ status }) => status === 'done');
  const change = useMixingDialog.setState;
  return (
    <>
      <div className="dialog-body">
        <div className="mixing-fields">
          <SideField
            label={t('mix.rows')}
            testId="mixing-rows"
            value={rows}
            onChange={(text) => change({ rows: text })}
          />
          <SideField
            label={t('mix.columns')}
            testId="mixing-columns"
            value={columns}
            onChange={(text) => change({ columns: text })}
          />
          <div className="form-field mixing-layers">
            <span className="form-label">{t('mix.fromColumns')}</span>
            <LayerToggles
              numWs={numWs}
              layers={chosen}
              onChange={(next) => change({ layers: next })}
            />
          </div>
        </div>
        {plan && <MixingMatrix plan={plan} />}
      </div>
      <footer className="dialog-foot spread">
        <p className="hint">{t('mix.matrixHint')}</p>
        <button
          type="button"
          className="button primary"
          data-testid="mixing-download"
          disabled={!isWhole}
          onClick={() => plan && downloadMixes(plan)}
        >
          <Download aria-hidden />
          {t('mix.download')}
        </button>
      </footer>
    </>
  );
}

/** The seeds of a side. */
function SideField(props: {
  label: string;
  testId: string;
  value: string;
  onChange(text: string): void;
}) {
  const { t } = useTranslation();
  const invalid = seedsOf(props.value) === null;
  const note = t(invalid ? 'mix.invalid' : 'mix.seedsHint', { max: MOST_ON_A_SIDE });
  return <SeedsField {...props} invalid={invalid} note={note} />;
}
