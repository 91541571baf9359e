import { describe, expect, it, vi } from 'vitest';
import { CytoForgeError, type ErrorCode } from '../errors.ts';
import { fixture } from './fixtures/open-fixture.ts';
import { recogniseFile } from './recognise.ts';
import { readSafetensors } from './safetensors.ts';
import { readStyleClusters } from './style-clusters.ts';
import { openStyleGan3Snapshot } from './stylegan-snapshot.ts';
import { openStateDict } from './torch/state-dict.ts';

function failure(run: () => unknown): CytoForgeError {
  try {
    run();
  } catch (error) {
    if (error instanceof CytoForgeError) return error;
    throw error;
  }
  throw new Error('The file was accepted.');
}

const SNAPSHOTS: [file: string, code: ErrorCode, found: string, where: string][] = [
  ['malicious_os_system.pkl', 'unsafe-pickle', 'posix.system', 'byte 28'],
  ['malicious_os_system_p0.pkl', 'unsafe-pickle', 'os.system', 'byte 0'],
  ['malicious_nested.pkl', 'unsafe-pickle', 'builtins.exec', 'byte 98'],
  ['malicious_stack_global.pkl', 'unsafe-pickle', 'builtins.eval', 'byte 18'],
  ['unknown_classes.pkl', 'unsafe-pickle', 'my_custom_project.networks.SuperGenerator', 'byte 64'],
  ['truncated_60pct.pkl', 'truncated', '65137 bytes left', 'byte 76232'],
  ['truncated_last_byte.pkl', 'truncated', '27497 bytes left', 'byte 208117'],
  ['not_a_pickle.pkl', 'not-a-checkpoint', 'an HTML page', 'byte 0'],
  ['empty.pkl', 'not-a-checkpoint', 'an empty file', 'byte 0'],
];

describe('files that must be refused', () => {
  it.each(SNAPSHOTS)('%s is %s', (file, code, found, where) => {
    const print = vi.spyOn(console, 'log');
    const error = failure(() => openStyleGan3Snapshot(fixture(`99_neg_${file}`)));
    expect(error.code).toBe(code);
    expect(error.details.found).toBe(found);
    expect(error.details.where).toBe(where);
    expect(error.message).toContain(`99_neg_${file}`);
    expect(print).not.toHaveBeenCalled();
  });

  it('says that nothing was run', () => {
    const error = failure(() => openStyleGan3Snapshot(fixture('99_neg_malicious_nested.pkl')));
    expect(error.message).toBe(
      '99_neg_malicious_nested.pkl asks for builtins.exec; it was refused.',
    );
    expect(error.details.hint).toContain('Nothing in the file was run');
  });

  it('names an unknown network', () => {
    const file = '99_neg_unknown_persistent_class.pkl';
    const error = failure(() => openStyleGan3Snapshot(fixture(file)));
    expect(error.code).toBe('wrong-architecture');
    expect(error.details).toMatchObject({
      found: 'class MysteryGenerator',
      expected: 'a StyleGAN3 Generator',
    });
  });

  it('names an unknown version of the persistence format', () => {
    const file = '99_neg_persistence_version99.pkl';
    const error = failure(() => openStyleGan3Snapshot(fixture(file)));
    expect(error.code).toBe('unsupported');
    expect(error.details).toMatchObject({
      found: 'persistence version 99',
      expected: 'persistence version 6',
    });
  });

  it('misses G_ema', () => {
    const error = failure(() => openStyleGan3Snapshot(fixture('99_neg_missing_G_ema.pkl')));
    expect(error.code).toBe('wrong-architecture');
    expect(error.message).toBe('99_neg_missing_G_ema.pkl has no G_ema.');
    expect(error.details.found).toBe('only D, augment_pipe');
  });

  it('refuses hostile and incomplete .pth files', () => {
    const hostile = failure(() => openStateDict(fixture('99_neg_malicious.pth')));
    expect(hostile.code).toBe('unsafe-pickle');
    expect(hostile.details.found).toBe('posix.system');
    const zip = failure(() => openStateDict(fixture('99_neg_truncated_zip.pth')));
    expect(zip.code).toBe('truncated');
    expect(zip.details.where).toBe('byte 4000');
    const legacy = failure(() => openStateDict(fixture('99_neg_truncated_legacy.pth')));
    expect(legacy.code).toBe('truncated');
    expect(legacy.details).toMatchObject({
      where: 'byte 2964',
      found: '1036 bytes left',
      expected: '4608 bytes',
    });
  });

  it('refuses a hostile .npy', () => {
    const error = failure(() => readStyleClusters(fixture('99_neg_malicious.npy')));
    expect(error.code).toBe('unsafe-pickle');
    expect(error.details.found).toBe('posix.system');
  });

  it('refuses an absurd safetensors header', () => {
    const error = failure(() => readSafetensors(fixture('99_neg_bad_header.safetensors')));
    expect(error.code).toBe('corrupt');
  });

  it.each([
    'empty.pkl',
    'not_a_pickle.pkl',
    'malicious.npy',
    'malicious.pth',
    'malicious_nested.pkl',
    'truncated_zip.pth',
    'truncated_legacy.pth',
    'unknown_classes.pkl',
    'missing_G_ema.pkl',
    'bad_header.safetensors',
  ])('%s dropped on the page is unknown, with a reason', (file) => {
    const recognised = recogniseFile(fixture(`99_neg_${file}`));
    if (file === 'missing_G_ema.pkl') expect(recognised.error?.code).toBe('wrong-architecture');
    expect(recognised.kind).toBe('unknown');
    expect(recognised.error?.message).toContain(file);
  });
});
