/** One measured case, compared with what it is held against. */
export interface Row {
  readonly name: string;
  /** Milliseconds of each round. */
  readonly samples: readonly number[];
  /** What the case is compared with: the samples of the same rounds. */
  readonly floor?: { readonly name: string; readonly samples: readonly number[] };
  /** The ratio that is aimed at. */
  readonly goal?: number;
  /** What else is to be known of the case: counts, bytes, memory. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** What one benchmark gave. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What was measured and what was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** How large a run is. */
export interface Settings {
  /** Rounds in which every case of a benchmark is timed once. */
  readonly rounds: number;
  /** Projects, markers or roots; each benchmark has its own default. */
  readonly size?: number;
  /** Write CPU profiles of the in-process benchmarks to this directory and name the functions that take longest. */
  readonly profileDirectory?: string;
  /** Says what is going on. */
  readonly log: (text: string) => void;
}

/** A benchmark by name. */
export interface Benchmark {
  readonly summary: string;
  run(settings: Settings): Promise<readonly Section[]>;
}
