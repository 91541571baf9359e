import { CircleCheck, CircleX, FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackendChoice } from '../../pipeline/generation-service.ts';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { type SelfTest, selfTestKey } from '../../store/trials-slice.ts';
import { Failure } from '../controls/failure.tsx';
import { JobBar } from '../controls/job-bar.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { SelfTestTable } from './self-test-table.tsx';

const NAMES = { webgpu: 'WebGPU', wasm: 'WASM', cpu: 'CPU' } as const;

type Backend = Exclude<BackendChoice, 'auto'>;

/** How far this machine's output is from the original's, by backend. */
export function SelfTestSection({ model }: { model: ModelEntry }) {
  const { t } = useTranslation();
  const current = useStudio((state) => state.device.info?.backend ?? 'wasm');
  const [chosen, setChosen] = useState<Backend | null>(null);
  const backend = chosen ?? current;
  const test = useStudio((state) => state.selfTests.get(selfTestKey(model.sha256, backend)));
  const busy = useStudio(({ selfTests }) =>
    [...selfTests.values()].some(({ status }) => status === 'running'),
  );
  const { runSelfTest } = useStudio.getState();
  return (
    <section data-testid="self-test" data-status={test?.status ?? 'none'}>
      <h3>{t('trial.title')}</h3>
      {!model.manifest.reference ? (
        <p className="hint">{t('trial.noReferences')}</p>
      ) : (
        <>
          <p className="hint">{t('trial.intro')}</p>
          <div className="self-test-head">
            <Segmented<Backend>
              label={t('trial.backend')}
              value={backend}
              segments={(['webgpu', 'wasm', 'cpu'] as const).map((value) => ({
                value,
                label: t(`device.${value}`),
                hint: value === current ? t('trial.inUse') : undefined,
              }))}
              onChange={setChosen}
            />
            <button
              type="button"
              className="button"
              disabled={busy}
              data-testid="self-test-run"
              onClick={() => void runSelfTest(model.sha256, backend)}
            >
              <FlaskConical aria-hidden />
              {t(test?.status === 'done' ? 'trial.again' : 'trial.run')}
            </button>
          </div>
          {test && <SelfTestReport test={test} />}
        </>
      )}
    </section>
  );
}

/** As `WASM (SIMD, 4 threads)`. */
function deviceName({ info }: SelfTest): string {
  if (!info) return '';
  return info.device ? `${NAMES[info.backend]} (${info.device})` : NAMES[info.backend];
}

function SelfTestReport({ test }: { test: SelfTest }) {
  const { t } = useTranslation();
  const { cancelSelfTest } = useStudio.getState();
  const failed = test.checks.filter(({ ok }) => !ok).length;
  return (
    <>
      {test.status === 'running' && (
        <JobBar
          label={t('trial.running')}
          testId="self-test-progress"
          done={test.checks.length}
          total={test.total}
        >
          <span>{t('trial.running')}</span>
          <span>
            {test.total > 0 && t('trial.progress', { done: test.checks.length, total: test.total })}
          </span>
          <button type="button" className="button small" onClick={cancelSelfTest}>
            {t('app.cancel')}
          </button>
        </JobBar>
      )}
      {test.status === 'cancelled' && <p className="hint">{t('trial.cancelled')}</p>}
      {test.error && <Failure error={test.error} testId="self-test-error" />}
      {test.status === 'done' && (
        <p
          className={failed === 0 ? 'outcome good' : 'outcome bad'}
          role="status"
          data-testid="self-test-verdict"
        >
          {failed === 0 ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
          {failed === 0
            ? t('trial.allGood', { count: test.checks.length, device: deviceName(test) })
            : t('trial.someBad', { count: failed, total: test.checks.length })}
        </p>
      )}
      {test.checks.length > 0 && <SelfTestTable checks={test.checks} />}
    </>
  );
}
