import { type Command, Option } from 'commander';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import type { SnapshotNetwork } from '../checkpoints/snapshot-networks.ts';
import { formatReport } from './format-report.ts';
import { holdsArrays, inspectArrays } from './inspect-arrays.ts';
import { inspectFiles } from './inspect-model.ts';
import type { InspectReport } from './inspect-report.ts';
import { groupNamedFiles, withSources } from './model-files.ts';

interface InspectOptions {
  network?: SnapshotNetwork;
  json?: boolean;
}

/** Models and their files first, then files of arrays, as a folder may hold both. */
async function inspectSources(
  paths: string[],
  sources: ByteSource[],
  network?: SnapshotNetwork,
): Promise<InspectReport[]> {
  const arrays = sources.filter(holdsArrays);
  const rest = sources.filter((source) => !arrays.includes(source));
  const reports =
    rest.length > 0 || network ? await inspectFiles(groupNamedFiles(paths, rest), network) : [];
  for (const source of arrays) reports.push(await inspectArrays(source));
  return reports;
}

/** Adds `inspect FILE… [--network NAME] [--json]`. Errors are thrown as `CytoForgeError`. */
export function registerInspect(program: Command): void {
  program
    .command('inspect')
    .description('say what checkpoint files are: architecture, options, tensors, provenance')
    .argument('<file...>', 'checkpoint files, bundles, arrays, or folders of them')
    .addOption(
      new Option(
        '--network <name>',
        'network of a StyleGAN snapshot (default: G_ema, or G where that is missing)',
      ).choices(['G_ema', 'G', 'D']),
    )
    .option('--json', 'print JSON')
    .action(async (paths: string[], { network, json }: InspectOptions) => {
      const reports = await withSources(paths, (sources) =>
        inspectSources(paths, sources, network),
      );
      const text = json ? JSON.stringify(reports, null, 1) : reports.map(formatReport).join('\n\n');
      process.stdout.write(`${text}\n`);
    });
}
