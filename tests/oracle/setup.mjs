// Finds Python and Java for the oracle and makes its virtual environment once.
// Only recording needs them: replaying a recording needs Node alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const repoRoot = join(here, '..', '..');
const venvDir = join(repoRoot, '.oracle-venv');
const isWindows = process.platform === 'win32';
/** The Python that has the pinned PySpark. */
export const oraclePython = isWindows ? join(venvDir, 'Scripts', 'python.exe') : join(venvDir, 'bin', 'python');

const PYTHON_MINOR_MIN = 11;
const PYTHON_MINOR_MAX = 13;
const JAVA_MAJORS = [17, 21];

function fail(message) {
  process.stderr.write(`oracle: ${message}\n`);
  process.exit(2);
}

function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  return done.error || done.status !== 0 ? undefined : `${done.stdout}${done.stderr}`;
}

function pythonMinor(command) {
  const text = run(command, ['-c', 'import sys, venv, ensurepip; print(*sys.version_info[:2])']);
  const [major, minor] = (text ?? '').trim().split(' ').map(Number);
  return major === 3 ? minor : undefined;
}

function findPython() {
  const named = process.env.ORACLE_PYTHON;
  const candidates = named ? [named] : ['python3.11', 'python3.12', 'python3.13', 'python3', 'python'];
  const found = candidates.find((command) => {
    const minor = pythonMinor(command);
    return minor !== undefined && minor >= PYTHON_MINOR_MIN && minor <= PYTHON_MINOR_MAX;
  });
  if (found) return found;
  return fail(
    `no Python 3.${PYTHON_MINOR_MIN} to 3.${PYTHON_MINOR_MAX} with venv found (tried ${candidates.join(', ')}).\n` +
      'Install one (Debian: apt-get install python3 python3-venv) or name it: ORACLE_PYTHON=/path/to/python npm run oracle.',
  );
}

function javaMajor(javaHome) {
  const text = run(join(javaHome, 'bin', isWindows ? 'java.exe' : 'java'), ['-version']);
  const version = /version "(\d+)/.exec(text ?? '');
  return version ? Number(version[1]) : undefined;
}

function javaHomeOfPath() {
  const text = run('java', ['-XshowSettings:properties', '-version']);
  return /java\.home = (.+)/.exec(text ?? '')?.[1]?.trim();
}

function findJavaHome() {
  const installed = '/usr/lib/jvm';
  const candidates = [process.env.ORACLE_JAVA_HOME, process.env.JAVA_HOME, javaHomeOfPath()];
  if (existsSync(installed)) candidates.push(...readdirSync(installed).sort().map((name) => join(installed, name)));
  for (const home of candidates) {
    if (home && existsSync(home) && JAVA_MAJORS.includes(javaMajor(home))) return realpathSync(home);
  }
  return fail(
    `no Java ${JAVA_MAJORS.join(' or ')} found (looked at JAVA_HOME, PATH and ${installed}).\n` +
      'Install one (Debian: apt-get install openjdk-17-jre-headless) or name it: ORACLE_JAVA_HOME=/path/to/jdk npm run oracle.',
  );
}

function ensureVenv() {
  const requirements = join(here, 'requirements.txt');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const stamp = join(venvDir, 'oracle-requirements.sha256');
  if (existsSync(oraclePython) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!existsSync(oraclePython) || pythonMinor(oraclePython) === undefined) {
    rmSync(venvDir, { recursive: true, force: true });
    mkdirSync(venvDir, { recursive: true });
    const made = spawnSync(findPython(), ['-m', 'venv', venvDir], { stdio: 'inherit' });
    if (made.status !== 0) fail(`could not make the virtual environment ${venvDir}; remove it and try again.`);
  }
  process.stderr.write('oracle: installing the pinned PySpark (about 500 MB, once)\n');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  if (spawnSync(oraclePython, pip, { stdio: 'inherit' }).status !== 0) {
    fail('pip could not install tests/oracle/requirements.txt; check the network or the package index and run it again.');
  }
  writeFileSync(stamp, wanted);
}

/** Makes the virtual environment where it is missing, and returns the folder of PySpark's sources below `pyspark/sql`; needs no Java. */
export function ensurePySpark() {
  ensureVenv();
  const library = join(venvDir, isWindows ? 'Lib' : 'lib');
  const folders = [library, ...readdirSync(library).map((name) => join(library, name))].map((folder) => join(folder, 'site-packages', 'pyspark', 'sql'));
  return folders.find((folder) => existsSync(folder)) ?? fail(`there is no PySpark in ${venvDir}; remove it and try again.`);
}

/** Makes what is missing and returns the environment in which the recorder runs. */
export function ensureOracle() {
  const javaHome = findJavaHome();
  ensureVenv();
  return {
    python: oraclePython,
    env: {
      ...process.env,
      JAVA_HOME: javaHome,
      PYSPARK_PYTHON: oraclePython,
      PYSPARK_DRIVER_PYTHON: oraclePython,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
      SPARK_LOCAL_IP: '127.0.0.1',
      TZ: 'UTC',
    },
  };
}
