import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Memory of one process, as Linux counts it: bytes that are resident, and the most there ever were. */
export interface ProcessMemory {
  /** `browser`, or Chromium's `--type`, for utilities with what they do. */
  role: string;
  resident: number;
  /** Since the process began, or since `resetPeaks`. */
  peak: number;
}

interface Process {
  pid: number;
  parent: number;
  command: string;
}

function readProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        // The program's name stands in brackets and may hold spaces; state and parent follow.
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 1).split(' ')[2]);
        return [{ pid: Number(name), parent, command }];
      } catch {
        // Ended between the two readings.
        return [];
      }
    });
}

/** A browser's processes: those that name its profile, and all that they started. */
function processesOf(profile: string): Process[] {
  const all = readProcesses();
  const own = new Set(all.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid));
  for (let before = -1; before !== own.size; ) {
    before = own.size;
    for (const { pid, parent } of all) if (own.has(parent)) own.add(pid);
  }
  return all.filter(({ pid }) => own.has(pid));
}

function roleOf(command: string): string {
  const type = /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser';
  const work = /--utility-sub-type=(\S+)/.exec(command)?.[1];
  return work ? `${type} ${work}` : type;
}

function statusBytes(status: string, field: string): number {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status);
  return found ? Number(found[1]) * 1024 : 0;
}

/**
 * The most memory this very process had. Linux's own count, as Node's `maxRSS` begins with what the parent had when it
 * started the process.
 */
export function ownPeak(): number {
  return statusBytes(readFileSync('/proc/self/status', 'utf8'), 'VmHWM');
}

/** The memory of every process of the browser whose profile folder this is. Linux only. */
export function browserMemory(profile: string): ProcessMemory[] {
  return processesOf(profile).flatMap(({ pid, command }) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const [resident, peak] = [statusBytes(status, 'VmRSS'), statusBytes(status, 'VmHWM')];
      return [{ role: roleOf(command), resident, peak }];
    } catch {
      return [];
    }
  });
}

/** Bytes resident in the largest single mapping of the browser's pages: WASM's heap, once it is large. */
export function largestMapping(profile: string): number {
  const sizes = processesOf(profile)
    .filter(({ command }) => roleOf(command) === 'renderer')
    .flatMap(({ pid }) => {
      const maps = readFileSync(`/proc/${pid}/smaps`, 'utf8');
      return [...maps.matchAll(/^Rss:\s+(\d+) kB$/gm)].map(
        ([, kilobytes]) => 1024 * Number(kilobytes),
      );
    });
  return Math.max(0, ...sizes);
}

/** Lets the peaks of a browser's processes begin again at what is resident now. */
export function resetPeaks(profile: string): void {
  for (const { pid } of processesOf(profile)) {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {
      // Ended meanwhile.
    }
  }
}

/** The sum of a number over processes. */
export function sumOf(processes: ProcessMemory[], field: 'resident' | 'peak'): number {
  return processes.reduce((sum, process) => sum + process[field], 0);
}

/** The most memory one process of a role had. */
export function peakOf(processes: ProcessMemory[], role: string): number {
  return Math.max(0, ...processes.filter((one) => one.role === role).map(({ peak }) => peak));
}
