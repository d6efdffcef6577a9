// Which folder a start keeps its data in. One folder serves one workbench at a time: two Workers on one database lock
// each other out, so a second start beside a running one gets a folder of its own.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './processes.ts';

/** Claims `wanted`, or `wanted-2`, `wanted-3`, … where a running workbench holds those before. */
export function claimStateDir(wanted: string, fresh: boolean): string {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`;
    if (isHeld(folder)) continue;
    if (fresh) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(ownerFile(folder), String(process.pid));
    return folder;
  }
}

export function releaseStateDir(folder: string): void {
  rmSync(ownerFile(folder), { force: true });
}

function isHeld(folder: string): boolean {
  if (!existsSync(ownerFile(folder))) return false;
  const owner = Number(readFileSync(ownerFile(folder), 'utf8'));
  return owner !== process.pid && isRunning(owner) && isWorkbench(owner);
}

/** A process number is given out again: only one that runs a workbench holds the folder. Elsewhere than on Linux a running process is believed. */
function isWorkbench(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync('/proc/self') || (existsSync(commandLine) && /start\.ts|vitest/.test(readFileSync(commandLine, 'utf8')));
}

function ownerFile(folder: string): string {
  return join(folder, 'owner.pid');
}
