import { describe, expect, it } from 'vitest';
import { CytoForgeError, fromPlainError } from '../errors.ts';
import { bytesSource } from './byte-source.ts';
import { type DamagedCheckpoint, damagedCheckpoints } from './fixtures/damaged-checkpoints.ts';
import { groupFiles, openModelFiles } from './group-files.ts';

/** Opens the files as the page and the command line do. @returns what they end with. */
function refusal({ files }: DamagedCheckpoint): unknown {
  try {
    const { models, others } = groupFiles(files.map(([name, bytes]) => bytesSource(name, bytes)));
    for (const { error } of others) if (error) throw fromPlainError(error);
    for (const model of models) if (model.kind !== 'bundle') openModelFiles(model);
    return null;
  } catch (error) {
    return error;
  }
}

describe('a checkpoint that is not what it should be is told apart:', () => {
  it.each(damagedCheckpoints())('$what', (damaged) => {
    const error = refusal(damaged);
    expect(error).toBeInstanceOf(CytoForgeError);
    const { code, message, details } = error as CytoForgeError;
    expect({ code, message, details }).toEqual({
      code: damaged.code,
      message: damaged.message,
      details: damaged.details,
    });
  });
});
