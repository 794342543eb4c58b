import * as fs from 'node:fs';
import type { Stats } from 'node:fs';

/**
 * Every file system call that the jail and the writer make, by itself, so that a test can stop the program before any of
 * them or let any of them fail. All are synchronous: small files are read several times faster this way, and a signal
 * handler cannot run between two steps of a write.
 */
export interface FileSystem {
  realpath(path: string): string;
  lstat(path: string): Stats;
  stat(path: string): Stats;
  access(path: string, mode: number): void;
  readFile(path: string): Uint8Array;
  readdir(path: string): string[];
  mkdir(path: string): void;
  rmdir(path: string): void;
  open(path: string, flags: string): number;
  writeFile(descriptor: number, bytes: Uint8Array): void;
  fstat(descriptor: number): Stats;
  fchown(descriptor: number, uid: number, gid: number): void;
  fchmod(descriptor: number, mode: number): void;
  fsync(descriptor: number): void;
  close(descriptor: number): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
}

/** The real file system. */
export const nodeFileSystem: FileSystem = {
  realpath: (path) => fs.realpathSync.native(path),
  lstat: (path) => fs.lstatSync(path),
  stat: (path) => fs.statSync(path),
  access: (path, mode) => fs.accessSync(path, mode),
  readFile: (path) => fs.readFileSync(path),
  readdir: (path) => fs.readdirSync(path),
  mkdir: (path) => fs.mkdirSync(path),
  rmdir: (path) => fs.rmdirSync(path),
  open: (path, flags) => fs.openSync(path, flags),
  writeFile: (descriptor, bytes) => fs.writeFileSync(descriptor, bytes),
  fstat: (descriptor) => fs.fstatSync(descriptor),
  fchown: (descriptor, uid, gid) => fs.fchownSync(descriptor, uid, gid),
  fchmod: (descriptor, mode) => fs.fchmodSync(descriptor, mode),
  fsync: (descriptor) => fs.fsyncSync(descriptor),
  close: (descriptor) => fs.closeSync(descriptor),
  rename: (from, to) => fs.renameSync(from, to),
  unlink: (path) => fs.unlinkSync(path),
};
