// Browsers other than Chromium, driven by their own WebDriver: Firefox by Marionette (messages over a socket), WebKitGTK by its
// driver (HTTP). Only what the journeys need: go somewhere, run a script, press keys, take a picture.
// Here: start_firefox, start_webkit, Other.  Each returns null when something it needs is not installed.
// Each runs on a screen of its own (Xvfb) with graphics in software: without a screen, Firefox has no WebGL 2 on such machines.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kPatienceMs = 60_000;
const kMachine = { x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function free_port() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

// Tries until it works.
async function insist(what, act) {
  for (const began = Date.now(); ; await pause(200)) {
    try {
      return await act();
    } catch (why) {
      if (Date.now() - began > kPatienceMs) throw new Error(`${what}: ${why.message}`, { cause: why });
    }
  }
}

// A program of its own group, so that its children end with it. It is asked first, and made to end after that.
function run(program, args, env) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'ignore', detached: true });
  const gone = new Promise((done) => child.once('exit', done));
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // All have ended.
    }
  };
  return async () => {
    kill('SIGTERM');
    await Promise.race([gone, pause(3_000)]);
    kill('SIGKILL');
    await gone;
  };
}

// Ends what was started, the latest first, also when starting failed half-way.
async function start_with(make) {
  const ends = [];
  const end = async () => {
    for (const one of ends.splice(0).reverse()) await one();
  };
  try {
    return await make(ends, end);
  } catch (why) {
    await end();
    throw why;
  }
}

// A folder to live in and a screen to draw on.
async function make_room(name, ends) {
  const home = mkdtempSync(join(tmpdir(), `loopready-${name}-`));
  ends.push(() => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  for (const folder of ['cache', 'data', 'config', 'profile']) mkdirSync(join(home, folder));
  const sockets = '/tmp/.X11-unix';
  const taken = new Set(existsSync(sockets) ? readdirSync(sockets) : []);
  let n = 90 + (process.pid % 400);
  while (taken.has(`X${n}`)) n += 1;
  ends.push(run('/usr/bin/Xvfb', [`:${n}`, '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']));
  await insist('the screen', async () => {
    if (!existsSync(`${sockets}/X${n}`)) throw new Error('Xvfb has not started');
  });
  const env = {
    DISPLAY: `:${n}`, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config'),
    LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1',
  };
  return { home, env };
}

// Marionette: each message is "length:json", [0, id, command, parameters] there and [1, id, error, result] back.
function talk(port) {
  return new Promise((ready, failed) => {
    const socket = connect(port, '127.0.0.1');
    const waiting = new Map();
    let bytes = Buffer.alloc(0);
    let last = 0;
    const send = (command, parameters = {}) => new Promise((done, refused) => {
      last += 1;
      waiting.set(last, { done, refused });
      const text = Buffer.from(JSON.stringify([0, last, command, parameters]));
      socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    });
    socket.on('error', failed);
    socket.on('close', () => {
      failed(new Error('the browser closed the connection'));
      for (const { refused } of waiting.values()) refused(new Error('the browser has ended'));
    });
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (;;) {
        const colon = bytes.indexOf(':');
        const length = Number(bytes.subarray(0, Math.max(colon, 0)));
        if (colon < 0 || bytes.length < colon + 1 + length) return;
        const message = JSON.parse(bytes.subarray(colon + 1, colon + 1 + length));
        bytes = bytes.subarray(colon + 1 + length);
        if (!Array.isArray(message)) {
          ready({ send, end: () => socket.destroy() }); // its greeting
          continue;
        }
        const [, id, error, result] = message;
        const { done, refused } = waiting.get(id);
        waiting.delete(id);
        if (error) refused(new Error(`${error.error}: ${error.message}`));
        else done(result);
      }
    });
  });
}

// What both speak: the W3C commands, by their names in Marionette and their addresses in HTTP.
class Other {
  constructor(name, version, send, end) {
    Object.assign(this, { name, version, send, end });
  }

  go(address) {
    return this.send('Navigate', { url: address });
  }

  reload() {
    return this.send('Refresh', {});
  }

  // The function runs in the page and may be asynchronous.
  async evaluate(act, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${act}).apply(null, [...arguments].slice(0, -1))).then((value) => done({ value }), (why) => done({ why: String(why) }));`;
    const answer = await this.send('ExecuteAsyncScript', { script, args });
    const { value, why } = answer;
    if (why) throw new Error(why);
    return value;
  }

  async until(what, act, ...args) {
    for (const began = Date.now(); ; await pause(100)) {
      const value = await this.evaluate(act, ...args).catch(() => null); // while a page is loading
      if (value) return value;
      if (Date.now() - began < kPatienceMs) continue;
      const shown = await this.evaluate(() => document.body.innerText.slice(-1500)).catch((why) => why.message);
      throw new Error(`${this.name}: waited in vain for ${what}; the page says\n${shown}`);
    }
  }

  // Presses all, lets go in reverse order.
  press(...keys) {
    const kNamed = { Control: '\uE009', Shift: '\uE008', Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C' };
    const values = keys.map((key) => kNamed[key] ?? key);
    const actions = [...values.map((value) => ({ type: 'keyDown', value })), ...values.reverse().map((value) => ({ type: 'keyUp', value }))];
    return this.send('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  type(text) {
    const actions = [...text].flatMap((c) => {
      const value = c === '\n' ? '\uE007' : c;
      return [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    });
    return this.send('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  click_at(x, y) {
    const actions = [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
      { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 },
    ];
    return this.send('PerformActions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }

  async picture(file) {
    const answer = await this.send('TakeScreenshot', { full: false });
    writeFileSync(file, Buffer.from(answer, 'base64'));
  }
}

const first_of = (paths) => paths.find((path) => existsSync(path));

export async function start_firefox() {
  const program = first_of(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
  if (!program || !existsSync('/usr/bin/Xvfb')) return null;
  return start_with(async (ends, end) => {
    const { home, env } = await make_room('firefox', ends);
    const port = await free_port();
    const prefs = {
      'marionette.port': port, 'remote.prefs.recommended': true, 'browser.shell.checkDefaultBrowser': false, 'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false, 'extensions.update.enabled': false,
      'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
    };
    const lines = Object.entries(prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
    writeFileSync(join(home, 'profile', 'user.js'), lines.join(''));
    const args = ['--marionette', '--no-remote', '--profile', join(home, 'profile'), '--width', '1280', '--height', '900'];
    ends.push(run(program, args, { ...env, MOZ_CRASHREPORTER_DISABLE: '1' }));
    const { send, end: hang_up } = await insist('Firefox', () => talk(port));
    ends.push(hang_up);
    const { capabilities } = await send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    await send('WebDriver:SetTimeouts', { script: kPatienceMs, pageLoad: kPatienceMs });
    return new Other('Firefox', capabilities.browserVersion, async (command, body) => (await send(`WebDriver:${command}`, body)).value, end);
  });
}

const kAddresses = {
  Navigate: 'url', Refresh: 'refresh', ExecuteAsyncScript: 'execute/async', PerformActions: 'actions', SetTimeouts: 'timeouts',
};

export async function start_webkit() {
  const driver = '/usr/bin/WebKitWebDriver';
  const folders = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((f) => `/usr/lib/${kMachine}-linux-gnu/${f}`);
  const binary = first_of(folders.map((folder) => `${folder}/MiniBrowser`));
  if (!existsSync(driver) || !binary || !existsSync('/usr/bin/Xvfb')) return null;
  return start_with(async (ends, end) => {
    const { env } = await make_room('webkit', ends);
    const port = await free_port();
    ends.push(run(driver, [`--port=${port}`], env));
    const ask = async (method, path, body) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    await insist('the driver of WebKit', () => ask('GET', '/status'));
    const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args: ['--automation', '--geometry=1280x900'] } };
    const { sessionId, capabilities } = await ask('POST', '/session', { capabilities: { alwaysMatch } });
    const at = `/session/${sessionId}`;
    ends.push(() => ask('DELETE', at).catch(() => {}));
    const send = (command, body) => (command === 'TakeScreenshot' ? ask('GET', `${at}/screenshot`) : ask('POST', `${at}/${kAddresses[command]}`, body));
    await send('SetTimeouts', { script: kPatienceMs, pageLoad: kPatienceMs });
    return new Other('WebKitGTK', capabilities.browserVersion, send, end);
  });
}
