import { compareText, failure, success, type Derivation, type Finding, type Result } from '@fixpoint/model';

/** One project of the workspace. */
export interface ProjectRoot {
  readonly name: string;
  readonly root: string;
  /** The file that makes it a project, relative to the workspace root. */
  readonly file: string;
}

const FILE = 'workspace.json';
const PROJECT_FILES = [
  '**/project.json',
  '!**/node_modules/**',
  '!**/dist/**',
  '!**/tmp/**',
  '!**/fixtures/**',
];
const MARKERS = [
  '**/cli_manifests/*/RULES.json',
  '**/support_matrix/SUPPORT.json',
  '**/SPECS.json',
  '!**/node_modules/**',
  '!**/dist/**',
  '!**/tmp/**',
  '!**/fixtures/**',
];

/**
 * `workspace.json`: the map of project names to roots. Nx itself ignores the file; here it is a committed artifact, so that a
 * reviewer sees projects come, move and go.
 */
export const workspaceMapDerivation: Derivation<unknown, readonly ProjectRoot[]> = {
  id: 'workspace-map',
  summary: 'The committed map of project names to their roots',
  owns: () => [FILE],
  fix: () => 'npx nx run workspace:workspace-map',

  async collect({ files }): Promise<Result<readonly ProjectRoot[]>> {
    const projectFiles = await files.list(PROJECT_FILES);
    const findings: Finding[] = [];
    const projects: ProjectRoot[] = [];
    for (const file of projectFiles) {
      const name = nameOf(await files.readText(file));
      if (name === undefined) findings.push(nameless(file));
      else projects.push({ name, root: directoryOf(file), file });
    }
    const roots = new Set(projects.map(({ root }) => root));
    for (const file of await files.list(MARKERS)) {
      const root = directoryOf(file);
      if (!roots.has(root)) projects.push({ name: root.slice(root.lastIndexOf('/') + 1), root, file });
    }
    if (projects.length === 0) findings.push(noProjects());
    return findings.length > 0 ? failure(...findings) : success(projects);
  },

  derive(projects) {
    const duplicates = duplicateFindings(projects);
    if (duplicates.length > 0) return failure(...duplicates);
    const sorted = [...projects].sort((a, b) => compareText(a.name, b.name));
    const map = { version: 2, projects: Object.fromEntries(sorted.map(({ name, root }) => [name, root])) };
    return success([{ path: FILE, text: `${JSON.stringify(map, null, 2)}\n` }]);
  },
};

function nameOf(text: string | undefined): string | undefined {
  try {
    const name = (JSON.parse(text ?? '') as { name?: unknown }).name;
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined;
  }
}

function directoryOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash === -1 ? '.' : file.slice(0, slash);
}

function duplicateFindings(projects: readonly ProjectRoot[]): Finding[] {
  const first = new Map<string, ProjectRoot>();
  return projects.flatMap((project) => {
    const other = first.get(project.name);
    if (other === undefined) {
      first.set(project.name, project);
      return [];
    }
    return [
      {
        id: 'workspace-map/duplicate-name',
        severity: 'error' as const,
        message: `two projects are called "${project.name}": ${other.root} and ${project.root}`,
        file: project.file,
        fix: `give one of them another "name" (${other.file} or ${project.file})`,
      },
    ];
  });
}

function nameless(file: string): Finding {
  return {
    id: 'workspace-map/unnamed-project',
    severity: 'error',
    message: `${file} is not JSON with a "name"`,
    file,
    fix: `add a "name" to ${file}`,
  };
}

function noProjects(): Finding {
  return {
    id: 'workspace-map/no-projects',
    severity: 'error',
    message: 'no project.json was found below the workspace root',
    file: FILE,
    fix: 'run the command in the root of an Nx workspace, or name it with --root',
  };
}
