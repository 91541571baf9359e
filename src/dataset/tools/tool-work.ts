import type { LevelImage } from '../../imaging/level-image.ts';
import type { Picture } from './picture.ts';
import type { PictureRole } from './picture-path.ts';
import type { PictureFile, PictureSet, SourceFile } from './picture-set.ts';

/** A file a tool makes: pixels, made when they are wanted, or a file of the source as it is. */
export type MadeFile =
  | { path: string; role: PictureRole; make(): LevelImage }
  | { path: string; copyOf: SourceFile };

/** Files that are worked on together. */
export interface ToolUnit {
  /** What the report calls it. */
  key: string;
  files: PictureFile[];
  /** Files that go along without being read. */
  companions: SourceFile[];
  /** The tool leaves it as it is. */
  copies?: boolean;
}

/** What came of a unit. */
export interface UnitResult {
  files: MadeFile[];
  /** What was drawn or decided for each file, for the report. */
  notes?: Record<string, unknown>[];
}

/** A tool set up for a set of pictures. It may remember what earlier units were. */
export interface ToolWork {
  units: ToolUnit[];
  /** How many files will come of a unit; null when its pixels decide. */
  filesPerUnit(unit: ToolUnit): number | null;
  /**
   * Works on one unit.
   * @param read Decodes a file of the unit.
   * @throws CytoForgeError for a unit that cannot be used; the others go on.
   */
  process(unit: ToolUnit, read: (file: PictureFile) => Promise<Picture>): Promise<UnitResult>;
  /** JSON files that stand at the end, by name. */
  finish?(): Record<string, unknown>;
  /** What the report says of the whole. */
  summary?(): Record<string, unknown>;
}

/** Sets a tool up. */
export type Prepare<Step> = (step: Step, set: PictureSet) => ToolWork | Promise<ToolWork>;

/** A unit for each picture. */
export function unitPerFile(files: readonly PictureFile[]): ToolUnit[] {
  return files.map((file) => ({ key: file.path, files: [file], companions: [] }));
}

/** A unit for each group. */
export function unitPerGroup({ groups }: PictureSet): ToolUnit[] {
  return groups.map(({ key, files }) => ({ key, files, companions: [] }));
}
