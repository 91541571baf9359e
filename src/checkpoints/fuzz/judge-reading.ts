import { CytoForgeError, type ErrorCode } from '../../errors.ts';
import { type ByteSource, bytesSource } from '../byte-source.ts';
import { countingSource } from '../fixtures/open-fixture.ts';
import { measureReading, type Reading } from './measure-reading.ts';
import { READERS, type ReaderName } from './readers.ts';

const MIB = 1024 * 1024;

/**
 * Bytes of typed arrays that reading a file of `size` bytes may make in all, its tensors decoded: 64 times the file
 * (bytes become float32 numbers, and a file is looked at several times) and 1 MiB. An archive may unpack
 * to 64 MiB and a hundred times its size (`mostUnpacked`), twice where it is first recognised and
 * then opened. Values of a pickle are bounded beside this by `MOST_PICKLED_BYTES`.
 */
export function mostAllocated(size: number, isArchive: boolean): number {
  return isArchive ? 2 * (64 * MIB + 104 * size) + MIB : 64 * size + MIB;
}

/** Bytes that may be read of a file: it is looked at several times, through windows of 64 KiB. */
function mostRead(size: number): number {
  return 64 * size + 16 * MIB;
}

function problemOfError(error: unknown): string | null {
  if (error === undefined) return null;
  if (!(error instanceof CytoForgeError)) {
    return `an untyped error: ${error instanceof Error ? error.stack : String(error)}`;
  }
  if (error.code === 'internal') return `an internal error: ${error.message}`;
  const missing = (['where', 'found', 'expected', 'hint'] as const).filter(
    (part) => !error.details[part],
  );
  return missing.length > 0 ? `no ${missing.join(', no ')} in: ${error.message}` : null;
}

function problemOf(source: ByteSource, { allocated, touched, error }: Reading, read: number) {
  const isArchive = source.size > 1 && source.read(0, 2)[0] === 0x50;
  if (touched.length > 0) return touched.join(', ');
  if (allocated > mostAllocated(source.size, isArchive)) return `${allocated} bytes allocated`;
  if (read > mostRead(source.size)) return `${read} bytes read`;
  return problemOfError(error);
}

/** How a reading went. */
export interface Judgement {
  /** What is wrong: anything but data or a typed error with a place, too much memory, a trace outside. */
  problem: string | null;
  /** The error's code, or that there was data. */
  outcome: ErrorCode | 'data';
}

/** Reads bytes as a file and judges how that went. */
export function judgeReading(bytes: Uint8Array, reader: ReaderName, name: string): Judgement {
  const source = bytesSource(name, bytes);
  const { source: counted, counts } = countingSource(source);
  const reading = measureReading(() => READERS[reader](counted));
  const problem = problemOf(source, reading, counts.total);
  const { error } = reading;
  return {
    problem: problem && `${reader} of ${bytes.length} bytes: ${problem}`,
    outcome: error instanceof CytoForgeError ? error.code : 'data',
  };
}
