// Other people's pages: two servers of their own, one that passes the site on as a static host does, readable from any
// page, and one whose pages, headers and files a behaviour makes up.

import { createServer } from 'node:http';

export class Host {
  /** Path -> how to answer. */
  #answers = new Map();
  #servers = [];

  /** Starts both; they stop with the visit. */
  static async start(visit) {
    const host = new Host();
    host.site = await host.#serve(async (request, answer) => {
      const from = await fetch(new URL(request.url.slice(1), visit.base));
      answer.writeHead(from.status, {
        'content-type': from.headers.get('content-type'),
        'access-control-allow-origin': '*',
      });
      answer.end(Buffer.from(await from.arrayBuffer()));
    });
    host.url = await host.#serve((request, answer) => {
      const made = host.#answers.get(new URL(request.url, 'http://host').pathname);
      if (typeof made === 'function') return made(answer);
      const { status = 200, headers = {}, body = '' } = made ?? { status: request.url === '/favicon.ico' ? 204 : 404 };
      answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
      answer.end(body);
    });
    host.visit = visit;
    visit.hosts.push(host);
    return host;
  }

  stop() {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** The origin of the site. */
  get origin() {
    return new URL(this.site).origin;
  }

  get script() {
    return `<script type="module" src="${this.site}tremplin.js" crossorigin="anonymous"></script>`;
  }

  /** Makes a file up; its address. */
  file(path, made) {
    this.#answers.set(`/${path}`, made);
    return this.url + path;
  }

  /** Opens a page of that body, under a policy if there is one; browsers ask for its icon. */
  async open(body, { policy, head = '', attributes = '', path = 'page' } = {}) {
    const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Hôte</title>${head}</head><body ${attributes}>${body}</body></html>`;
    await this.visit.page.goto(this.file(path, { headers: policy ? { 'content-security-policy': `${policy}; img-src 'self'` } : {}, body: html }));
  }

  async #serve(respond) {
    const server = createServer((request, answer) => {
      Promise.resolve(respond(request, answer)).catch((error) => answer.writeHead(500).end(`${error}`));
    });
    this.#servers.push(server);
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${server.address().port}/`;
  }
}
