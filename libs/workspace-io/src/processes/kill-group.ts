import { spawnSync } from 'node:child_process';

/**
 * Kills a process that leads its own group, with all that is left of the group; nothing happens when all are gone.
 *
 * @req FP-SEC-007
 */
export function killGroup(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: the group has ended by itself. EPERM: what is left has changed its user and is not ours to end.
  }
}
