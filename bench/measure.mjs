// One engine on so many offers, in a process of its own; prints what was measured as one line of JSON.
//
//   node --expose-gc bench/measure.mjs index|use|weigh ENGINE FOLDER
//
// FOLDER is of that engine alone; beside it stand offers.json, dataset.json and questions.json, and above it ours/, all
// made by `cargo xtask bench`. An engine is a module of engines/ that exports
//
//   about                      its name, its packages, whether it ranks what it finds by relevance
//   index(offers, folder)      the files that a page needs to search, name -> bytes
//   uncounted(name)            (optional) which of these files are no index
//   served                     (optional) whether another program makes its files, which stay on the host
//   load(files, folder)        the engine, ready
//   search(engine, words, limit)   the best results first
//   ids(results)               (optional) the offers' numbers, where results are something else
//   library(files, folder)     (optional) its program, where that is no JavaScript to bundle

import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, brotliCompressSync } from 'node:zlib';
import { Clock } from './clock.mjs';

const [phase, name, folder] = process.argv.slice(2);
const engine = await import(`./engines/${name}.mjs`);
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

const here = dirname(fileURLToPath(import.meta.url));

/** How many results a search is asked for. */
const LIMIT = 20;
/** How often everything is typed: a keystroke's time is its shortest. */
const PASSES = 3;
/** For how long, in ms: what is slow is typed less. */
const PATIENCE = 30_000;
/** How often it is told how far it is, in ms. */
const TELL = 10_000;
/** Up to how many bytes brotli does its best, which takes a second for each of them. */
const SMALL = 8_000_000;

const phases = { index, use, weigh };
process.stdout.write(`${JSON.stringify(await phases[phase]())}\n`);
process.exit();

/** Builds what a page needs, and weighs it. */
async function index() {
  const offers = json(join(folder, '../offers.json'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const clock = new Clock();
  const files = await engine.index(offers, folder);
  const build = engine.served ? clock.passed() : clock.time();
  const counted = Object.entries(files).filter(([file]) => !engine.uncounted?.(file));
  let [compressed, exact] = [0, true];
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  for (const [file, content] of counted) {
    exact &&= content.length <= SMALL;
    compressed += brotli(file, content);
  }
  return { build, compressed, exact };
}

/** Loads it as a page does, and types. */
async function use() {
  const { typed, graded } = json(join(folder, '../questions.json'));
  const before = memory();
  const files = read(folder);
  const clock = new Clock();
  const ready = await engine.load(files, folder);
  const load = clock.time();
  // Here the host is this process too.
  const host = engine.served ? Object.values(files).reduce((sum, content) => sum + content.length, 0) : 0;
  if (!engine.served) for (const file of Object.keys(files)) delete files[file];
  const loaded = memory() - before - host;
  const times = await type(ready, typed);
  const held = memory() - before - host;
  const answers = [];
  for (const words of graded) {
    const results = await engine.search(ready, words, LIMIT);
    answers.push(Array.from((await engine.ids?.(results)) ?? results));
  }
  return { load, loaded, held, ...times, answers };
}

/** What it is, and the weight of the program that loads and searches. */
async function weigh() {
  const { name: called, packages, ranked } = engine.about;
  const version = packages.slice(0, 1).map((of) => json(join(here, 'node_modules', of, 'package.json')).version);
  return { name: [called, ...version].join(' '), ranked, library: await program() };
}

/** Bytes of its program, compressed. */
async function program() {
  if (engine.library) {
    const library = await engine.library(read(folder), folder);
    return library.reduce((sum, content) => sum + brotli('', content), 0);
  }
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: `export { load, search } from './engines/${name}.mjs'`, resolveDir: here },
    bundle: true,
    minify: true,
    format: 'esm',
    legalComments: 'none',
    write: false,
  });
  return brotli('', outputFiles[0].contents);
}

/** Types each line letter by letter; the quantiles of the keystrokes' times, in ms. */
async function type(ready, lines) {
  const keystrokes = shuffled(lines).flatMap((line) => {
    const letters = [...line];
    return letters.map((_, at) => letters.slice(0, at + 1).join(''));
  });
  for (const warm of ['s', 'st', 'formation', 'formation lille']) await engine.search(ready, warm, LIMIT);
  const times = [];
  let first = [];
  const start = performance.now();
  let told = start;
  passes: for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [at, words] of keystrokes.entries()) {
      const clock = new Clock();
      await engine.search(ready, words, LIMIT);
      times[at] = Math.min(times[at] ?? Infinity, clock.time());
      const now = performance.now();
      if (now - start > PATIENCE) break passes;
      if (now - told > TELL) {
        process.stderr.write(`      typed ${pass * keystrokes.length + at + 1} of ${PASSES * keystrokes.length} letters\n`);
        told = now;
      }
    }
    if (pass === 0) first = [...times];
  }
  const slowest = times.indexOf(Math.max(...times));
  return {
    keystrokes: keystrokes.length,
    done: times.length,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
    first_p95: quantile(first.length > 0 ? first : times, 0.95),
    first_max: quantile(first.length > 0 ? first : times, 1),
    slowest: keystrokes[slowest],
  };
}

/** The value that such a share does not exceed. */
function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(Math.ceil(sorted.length * share), 1) - 1];
}

/** The lines in an order of their own, the same at every run: if patience ends, what was typed is a fair share. */
function shuffled(lines) {
  let seed = 1;
  const order = lines.map((line) => {
    seed = (seed * 48271) % 2147483647;
    return [seed, line];
  });
  return order.sort(([one], [other]) => one - other).map(([, line]) => line);
}

/** The files of a folder: path -> bytes. */
function read(root) {
  const paths = readdirSync(root, { recursive: true }).map((path) => join(root, path));
  const files = paths.filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(root, path).replaceAll('\\', '/'), readFileSync(path)]));
}

function brotli(file, content) {
  // Pagefind's own are compressed already.
  if (/pagefind$|\.pf_/.test(file)) return content.length;
  const quality = content.length <= SMALL ? 11 : 9;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params }).length;
}

/** The bytes that this process holds of JavaScript and WebAssembly. */
function memory() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
