import { argparse } from './argparse';
import { cac } from './cac';
import { citty } from './citty';
import { clap } from './clap';
import { click } from './click';
import { clipanion } from './clipanion';
import { cobra } from './cobra';
import { commander } from './commander';
import { docopt } from './docopt';
import { generic } from './generic';
import { getopt } from './getopt';
import { goFlag } from './go-flag';
import { man } from './man';
import { oclif } from './oclif';
import { optparse } from './optparse';
import { picocli } from './picocli';
import { sade } from './sade';
import { yargs } from './yargs';
import type { Dialect } from './dialect';

/** All grammars; a new one is a folder beside this file and a row here. Where two fit equally the earlier is taken. */
export const DIALECTS: readonly Dialect[] = [
  clap,
  commander,
  yargs,
  cobra,
  oclif,
  argparse,
  optparse,
  click,
  goFlag,
  docopt,
  cac,
  citty,
  sade,
  clipanion,
  picocli,
  man,
  getopt,
  generic,
];
