// workerd itself, killed by SIGKILL in the middle of requests and started again on what it left on disk; and a disk that
// is full. What was acknowledged is there, whole and once.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company } from './company.ts';
import { PushingDevice } from './pushing-device.ts';
import { randomOf } from './random.ts';
import { brokenChain, databaseOf } from './server.ts';
import type { Storage } from './storage-checks.ts';
import { bundledWorker, WorkerOnDisk } from './worker-on-disk.ts';

const kills = 50;
const minutes = 60_000;

let folder: string;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keybook-kill-'));
  script = await bundledWorker(join(folder, 'script'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function devices(): PushingDevice[] {
  return [new PushingDevice('device-one', 'm-manager-a'), new PushingDevice('device-two', 'm-manager-b'), new PushingDevice('device-three', 'm-director')];
}

/** Every acknowledged push is there with all of its records, none twice, and none is there in part. */
function expectWhole(storage: Storage, working: readonly PushingDevice[]): void {
  expect(storage.rows<{ integrity_check: string }>('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const pushes = new Map(storage.rows<{ id: string; count: number }>('SELECT id, count FROM push').map(({ id, count }) => [id, count]));
  const records = new Set(storage.rows<{ id: string }>('SELECT id FROM record').map(({ id }) => id));
  const changes = new Map(storage.rows<{ push: string; n: number }>('SELECT push, count(*) AS n FROM change GROUP BY push').map(({ push, n }) => [push, n]));
  for (const sealed of working.flatMap((device) => device.acknowledged)) {
    expect({ id: sealed.id, count: pushes.get(sealed.id), changes: changes.get(sealed.id), records: sealed.records.filter((record) => records.has(record)).length })
      .toEqual({ id: sealed.id, count: sealed.mutations.length, changes: sealed.mutations.length, records: sealed.records.length });
  }
}

describe('a Worker that is killed', () => {
  it(`loses nothing acknowledged, halves nothing, doubles nothing over ${kills} kills in mid-request`, async () => {
    const random = randomOf(20_261_128);
    const worker = new WorkerOnDisk(script, join(folder, 'killed'));
    const working = devices();
    let inMidRequest = 0;
    try {
      await worker.start(databaseOf(company));
      // A kill that finds nobody asking does not count.
      for (let round = 0; inMidRequest < kills && round < 2 * kills; round += 1) {
        const acknowledged = (): number => working.reduce((sum, device) => sum + device.acknowledged.length, 0);
        const enough = acknowledged() + 1 + random(6);
        const work = working.map((device) => device.work(worker.origin));
        while (acknowledged() < enough) await pause(1);
        await pause(random(20));
        if (working.some((device) => device.inFlight > 0)) inMidRequest += 1;
        await worker.kill();
        await Promise.all(work);
        await worker.start();
      }
      for (const device of working) if (device.unanswered) expect(await device.push(worker.origin)).toBe(true);
      expect(await brokenChain((path, init) => fetch(worker.origin + path, init), 'm-director')).toBeNull();
    } finally {
      await worker.stop();
    }
    const storage = worker.open();
    expectWhole(storage, working);
    // All that was ever sealed is answered by now: nothing else is there.
    expect(storage.rows<{ n: number }>('SELECT count(*) AS n FROM push')[0]!.n).toBe(working.reduce((sum, device) => sum + device.acknowledged.length, 0));
    storage.close();
    expect(inMidRequest).toBe(kills);
    expect(working.flatMap((device) => device.refused)).toEqual([]);
    console.log(`${inMidRequest} kills in mid-request, ${working.reduce((sum, device) => sum + device.acknowledged.length, 0)} pushes acknowledged`);
  }, 20 * minutes);
});

describe('a full disk', () => {
  it('is said as such; what was acknowledged is whole, and once there is room all of it is read and work goes on', async () => {
    const disk = smallDisk(join(folder, 'small'));
    const full = new WorkerOnDisk(script, disk.folder, disk.limits);
    const roomy = new WorkerOnDisk(script, disk.folder);
    const working = devices();
    const isFull = (): boolean => working.some((device) => device.refused.length > 0);
    try {
      await full.start(databaseOf(company));
      for (let push = 0; push < 2_000 && !isFull(); push += 1) for (const device of working) await device.push(full.origin);
      expect(isFull()).toBe(true);
      for (const status of working.flatMap((device) => device.refused)) expect([503, 507]).toContain(status);
      await full.stop();
      disk.makeRoom();
      const storage = roomy.open();
      expectWhole(storage, working);
      storage.close();
      await roomy.start();
      for (const device of working) {
        expect(await device.push(roomy.origin)).toBe(true);
        expect(await device.readingStatuses(roomy.origin)).toEqual([200]);
      }
      expect(await brokenChain((path, init) => fetch(roomy.origin + path, init), 'm-director')).toBeNull();
    } finally {
      await full.stop();
      await roomy.stop();
      disk.release();
    }
  }, 10 * minutes);
});

interface SmallDisk {
  readonly folder: string;
  /** Shell limits under which the Worker runs where no small disk could be had. */
  readonly limits: string | null;
  makeRoom(): void;
  release(): void;
}

/** A small file system in memory where this user may mount one, else files that may not grow past the same size. */
function smallDisk(at: string): SmallDisk {
  const kilobytes = 3_000;
  mkdirSync(at, { recursive: true });
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', at]).status === 0;
  return {
    folder: at,
    limits: isMounted ? null : `ulimit -f ${kilobytes}`,
    makeRoom: () => void (isMounted && spawnSync('mount', ['-o', `remount,size=${10 * kilobytes}k`, at])),
    release: () => void (isMounted && spawnSync('umount', [at])),
  };
}
