import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelManifest } from '../../checkpoints/bundle/manifest.ts';
import { bundleRows, countNumbers } from '../../checkpoints/tensor-rows.ts';
import { formatNumber } from '../format/quantities.ts';
import { listsOf, plainFields } from './config-fields.ts';

/** What `inspect` prints of a model: configuration, training and tensors, each folded away at first. */
export function ModelTables({ manifest }: { manifest: ModelManifest }) {
  const { t, i18n } = useTranslation();
  const { training } = manifest.provenance;
  const rows = bundleRows(manifest);
  const numbers = formatNumber(countNumbers(rows), i18n.language);
  return (
    <div className="folds">
      <Fold title={t('models.configuration')} testId="model-config">
        <FieldList fields={plainFields(manifest.config)} />
        {listsOf(manifest.config).map(({ name, items }) => (
          <ItemTable key={name} title={name} items={items} />
        ))}
      </Fold>
      {training && (
        <Fold title={t('models.training')} testId="model-training">
          <FieldList fields={plainFields(training)} />
        </Fold>
      )}
      <Fold
        title={t('models.tensors')}
        note={t('models.tensorCount', { count: rows.length, numbers })}
        testId="model-tensors"
      >
        <Table
          head={[t('models.tensorName'), t('models.tensorType'), t('models.tensorShape')]}
          rows={rows.map(({ name, type, shape }) => [name, type, `[${shape.join(', ')}]`])}
        />
      </Fold>
    </div>
  );
}

/** What is in it is only made when it is opened: a large model has hundreds of tensors. */
function Fold(props: { title: string; note?: string; testId: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="fold"
      data-testid={props.testId}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <ChevronRight aria-hidden />
        {props.title}
        {props.note && <span className="hint">{props.note}</span>}
      </summary>
      {open && <div className="fold-body">{props.children}</div>}
    </details>
  );
}

function FieldList({ fields }: { fields: [name: string, value: string][] }) {
  return (
    <dl className="model-fields">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ItemTable({ title, items }: { title: string; items: object[] }) {
  // What an item does not have is an empty cell: the first block of StyleGAN2 has no conv0.
  const lines = items.map((item) => plainFields(item).filter(([, value]) => value !== 'null'));
  const head = [...new Set(lines.flatMap((fields) => fields.map(([name]) => name)))];
  const rows = lines.map((line) => {
    const fields = new Map(line);
    return head.map((name) => fields.get(name) ?? '');
  });
  return (
    <>
      <h4>{title}</h4>
      <Table head={head} rows={rows} />
    </>
  );
}

function Table({ head, rows }: { head: string[]; rows: string[][] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within the keyboard's reach
    <div className="model-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) => (
                <td key={head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
