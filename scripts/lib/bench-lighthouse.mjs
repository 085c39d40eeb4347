// What Lighthouse says of the served site, as a phone on a slow network and as a computer.
import { createServer } from 'node:net';
import lighthouse, { desktopConfig } from 'lighthouse';
import { start } from '../../tests/web/support.mjs';
import { at_least, note } from './bench-table.mjs';

const kLimits = { performance: 90, accessibility: 100, 'best-practices': 100, seo: 95 };

function free_port() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

export async function bench_lighthouse() {
  const port = await free_port();
  const ends = [];
  const { address } = await start({ after: (end) => ends.push(end) }, { args: [`--remote-debugging-port=${port}`] });
  for (const [where, config] of [['phone', undefined], ['computer', desktopConfig]]) {
    const { lhr } = await lighthouse(address, { port, logLevel: 'error', onlyCategories: Object.keys(kLimits) }, config);
    // Below about 1,000 the machine is slower than the phone it should stand for, and "performance" says nothing about the site.
    note(`Lighthouse's own measure of this machine (${where})`, Math.round(lhr.environment.benchmarkIndex));
    for (const [name, { score, auditRefs }] of Object.entries(lhr.categories)) {
      at_least(`Lighthouse, ${where}: ${name}`, Math.round((score ?? 0) * 100), kLimits[name]);
      if (score * 100 >= kLimits[name]) continue;
      for (const { id, weight } of auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 0.9) note(`    ${audit.title}`, audit.displayValue ?? audit.score);
      }
    }
    if (lhr.runtimeError) note(`    ${lhr.runtimeError.message}`, 'error');
    for (const warning of lhr.runWarnings) note(`    ${warning}`, 'warning');
  }
  for (const end of ends) await end();
}
