// What a screen reader is told: the browser's accessibility tree of each screen, word for word as in golden/*.txt.
// After a wanted change: LOOPREADY_UPDATE_GOLDEN=1 node tests/web/run.mjs ax-golden, and read the difference.
// The content is a small fixed set, so that new exercises change nothing here.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { finish, kSubmit, new_context, open, prime, root, settled, start, verdict, write_sql } from './support.mjs';

const kGolden = `${root}tests/web/golden/`;
const kItems = ['first-purchase-after-signup', 'best-sellers-per-category', 'day-30-retention'];
const kPrompt = 'For each user, take the **latest** sign-up.\n\n- `user_id`\n- `signup_date`\n\nOrder by `user_id`.';

function few_items(path, bytes) {
  if (path === 'content/index.json') {
    const index = JSON.parse(bytes);
    index.items = kItems.map((slug) => index.items.find((one) => one.slug === slug));
    return Buffer.from(JSON.stringify(index));
  }
  if (path === 'content/sql-marketplace.json') {
    const pack = JSON.parse(bytes);
    pack.items = pack.items.filter(({ item }) => kItems.includes(item.slug));
    for (const { item } of pack.items) item.prompt = kPrompt;
    return Buffer.from(JSON.stringify(pack));
  }
  return bytes;
}

const kStates = ['disabled', 'checked', 'selected', 'expanded', 'pressed', 'modal', 'readonly', 'multiline', 'level', 'hasPopup'];
// Not in the tree's properties.
const kAttributes = { 'aria-current': 'current', 'aria-sort': 'sort', 'aria-keyshortcuts': 'keys', 'aria-valuetext': 'says' };
const kValued = new Set(['progressbar', 'slider', 'splitter', 'separator', 'textbox']);
const kOneText = new Set(['paragraph', 'heading', 'code', 'textbox', 'listitem', 'cell']); // their lines flow together
// Numbers that differ from run to run or machine to machine.
const steady = (text) => text.replace(/\d[\d.,]* (ms|bytes|kB|MB|GB)\b/g, '#').replace(/\s+/g, ' ').trim();

// Attributes by the id that the accessibility tree has for an element.
function attributes_of(document) {
  const found = new Map();
  const visit = (node) => {
    const list = node.attributes ?? [];
    found.set(node.backendNodeId, Object.fromEntries(list.flatMap((name, i) => (i % 2 === 0 ? [[name, list[i + 1]]] : []))));
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) visit(child);
  };
  visit(document);
  return found;
}

// Indented text, a node a line. Nodes that say nothing are left out, their children stay; what was announced is left out, as
// it comes and goes. Lines of one text are joined, so that it does not matter where they are broken.
function write_tree(nodes, attributes) {
  const by_id = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const says_nothing = ({ ignored, role }) => ignored || ['generic', 'none', 'InlineTextBox', 'LineBreak'].includes(role?.value);
  const announced = (node) => !['off', undefined].includes(attributes.get(node.backendDOMNodeId)?.['aria-live']);
  const children_of = (node) => (node.childIds ?? []).flatMap((id) => {
    const child = by_id.get(id);
    return !child || announced(child) ? [] : says_nothing(child) ? children_of(child) : [child];
  });
  const states_of = (node) => [
    ...(node.properties ?? [])
      .filter(({ name, value }) => kStates.includes(name) && ![false, 'false', ''].includes(value.value))
      .map(({ name, value }) => ([true, 'true'].includes(value.value) ? name : `${name} ${value.value}`)),
    ...Object.entries(kAttributes).flatMap(([attribute, name]) => {
      const value = attributes.get(node.backendDOMNodeId)?.[attribute];
      return value && value !== 'none' ? [`${name} ${value}`] : [];
    }),
  ];
  const put = (node, depth) => {
    const role = node.role.value;
    const name = steady(node.name?.value ?? '');
    const about = steady(node.description?.value ?? '');
    const value = kValued.has(role) ? steady(String(node.value?.value ?? '')) : '';
    const words = [role, name && `"${name}"`, ...states_of(node).map((s) => `[${s}]`), value && `= ${value}`, about && `(${about})`];
    lines.push('  '.repeat(depth) + words.filter(Boolean).join(' '));
    let text = '';
    const flush = () => {
      const said = steady(text);
      if (said && said !== name && said !== value) lines.push(`${'  '.repeat(depth + 1)}text "${said}"`);
      text = '';
    };
    for (const child of children_of(node)) {
      const is_text = child.role.value === 'StaticText';
      if (!is_text || !kOneText.has(role)) flush();
      if (is_text) text += child.name?.value ?? '';
      else put(child, depth + 1);
    }
    flush();
  };
  put(nodes[0], 0);
  return `${lines.join('\n')}\n`;
}

async function compare(page, name) {
  await settled(page, 200);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const document = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const tree = write_tree(nodes, attributes_of(document.root));
  await session.detach();
  const file = `${kGolden}${name}.txt`;
  if (process.env.LOOPREADY_UPDATE_GOLDEN) {
    mkdirSync(kGolden, { recursive: true });
    writeFileSync(file, tree);
    return;
  }
  assert.ok(existsSync(file), `${file} is missing: make it with LOOPREADY_UPDATE_GOLDEN=1`);
  assert.equal(tree, readFileSync(file, 'utf8'), `the tree of ${name} differs from its golden text`);
}

test('the accessibility tree of every screen', async (t) => {
  const { browser, address } = await start(t, { alter: few_items });
  const context = await new_context(browser);
  const page = await open(context, address);
  await page.getByRole('heading', { name: 'So far' }).waitFor();
  await compare(page, 'today');
  for (const name of ['practice', 'settings']) {
    await page.evaluate((n) => { location.hash = `#/${n}`; }, name);
    await page.getByRole('heading', { level: 1, name: new RegExp(name, 'i') }).waitFor();
    await compare(page, name);
  }
  await page.evaluate((slug) => { location.hash = `#/item/${slug}`; }, kItems[0]);
  await page.getByRole('heading', { level: 1, name: prime.title }).waitFor();
  await page.waitForSelector('.text-host-sql .cm-content');
  await compare(page, 'exercise');
  await write_sql(page, 'select 1 as n');
  await page.keyboard.press(kSubmit);
  await verdict(page, 'Not yet').waitFor();
  await compare(page, 'exercise-verdict');
  await finish(page);
});

// Tools whose words are the app's own; the guide's and the items' are the content's.
const kTools = { playground: '#/playground', lab: '#/lab', 'lab-power': '#/lab/power', 'lab-multiple': '#/lab/multiple', flight: '#/flight', prepare: '#/prepare',
  level: '#/level', readiness: '#/ready', plan: '#/plan', resume: '#/resume', offer: '#/offer', guide: '#/guide' };

test('the accessibility tree of every tool', async (t) => {
  const { browser, address } = await start(t, { alter: few_items });
  const page = await open(await new_context(browser), address);
  for (const [name, hash] of Object.entries(kTools)) {
    await page.evaluate((h) => { location.hash = h; }, hash);
    await page.waitForFunction((h) => location.hash === h && document.querySelector('#mirror h1') !== null, hash);
    await settled(page, 300);
    await compare(page, name);
  }
  await finish(page);
});
