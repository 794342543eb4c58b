/** The page that stands beside a new marker. */
export function readme({ name, root, project }: { name: string; root: string; project: string }): string {
  return `# ${name}

\`RULES.json\` says how the command line of \`${name}\` is read; everything else here is derived.
\`nx run-many -p ${project} -t surface-diff version-metadata\` derives all of it, ready to be committed.

| command | what it does |
| --- | --- |
| \`nx run ${project}:snapshot\` | reads the help of the executable over its whole command tree |
| \`nx run ${project}:union\` | merges the snapshots of each version over all its targets |
| \`nx run ${project}:wrapper-coverage\` | writes what the wrapper says it covers in its normal form |
| \`nx run ${project}:report\` | compares upstream with the wrapper and lists what is missing |
| \`nx run ${project}:surface-diff\` | compares each version with the one before |
| \`nx run ${project}:version-metadata\` | says how far each version has come |
| \`nx run ${project}:validate\` | derives every artifact again and fails on what drifted |
| \`npx fixpoint release-watch --root ${root}\` | lists upstream versions newer than the newest snapshot |
| \`npx fixpoint acquire --root ${root}\` | fetches and verifies the executables that \`artifacts.lock.json\` pins |
`;
}
