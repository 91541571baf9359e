import type { InspectReport } from './inspect-report.ts';

function fieldLines(fields: object): string[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
      return [`  ${key}:`, ...value.map((item) => `    ${JSON.stringify(item)}`)];
    }
    return [`  ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}

function section(title: string, fields: object | undefined): string[] {
  return fields && Object.keys(fields).length > 0 ? [title, ...fieldLines(fields)] : [];
}

function tensorLines({ tensors, parameters }: InspectReport): string[] {
  if (!tensors) return [];
  const width = Math.max(0, ...tensors.map(({ name }) => name.length));
  const typeWidth = Math.max(8, ...tensors.map(({ type }) => type.length));
  return [
    `tensors (${tensors.length}, ${parameters} numbers)`,
    ...tensors.map(
      ({ name, type, shape }) =>
        `  ${name.padEnd(width)}  ${type.padEnd(typeWidth)}  [${shape.join(', ')}]`,
    ),
  ];
}

function modulesOf({ modules }: InspectReport): object | undefined {
  if (!modules) return undefined;
  return { 'persistence version': modules.persistenceVersion, classes: modules.classes.join(', ') };
}

/** A report as lines of text. */
export function formatReport(report: InspectReport): string {
  const { network, networks, provenance } = report;
  const lines = [report.name ? `${report.kind}: ${report.name}` : report.kind];
  for (const { name, bytes, sha256 } of report.files) {
    lines.push(`  file ${name}  ${bytes} bytes  sha256 ${sha256}`);
  }
  if (network) lines.push(`  network ${network} (the file has ${networks?.join(', ')})`);
  if (report.error) lines.push(`  ${report.error}`);
  const training = report.training ?? provenance?.training;
  return [
    ...lines,
    ...section('modules', modulesOf(report)),
    ...section('configuration', report.config),
    ...section('training', training),
    ...section('options', report.options),
    ...section('style clusters by label', report.styleClusters),
    ...section('provenance', provenance && { ...provenance, training: undefined }),
    ...section('metadata', report.metadata),
    ...tensorLines(report),
  ].join('\n');
}
