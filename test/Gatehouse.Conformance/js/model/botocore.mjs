// A client of botocore with the face of the SDK's own, for services whose SDK is not to be had as new as their model.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const child = spawn('python3', [fileURLToPath(new URL('lines.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
child.unref();

const written = (value) => value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') }
  : Array.isArray(value) ? value.map(written)
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, written(part)])) : value;

const read = (value) => Array.isArray(value) ? value.map(read)
  : value?.$date ? new Date(value.$date)
  : value?.$bytes !== undefined ? new Uint8Array(Buffer.from(value.$bytes, 'base64'))
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, read(part)])) : value;

/** The commands of a service, made as they are asked for. */
export const commandsOf = (service) => new Proxy({}, {
  get: (_, name) => class { constructor(input) { Object.assign(this, { service, operation: name.replace(/Command$/, ''), input }); } },
});

export class BotocoreClient {
  async send({ service, operation, input }) {
    child.stdin.write(JSON.stringify({ service, operation, input: written(input) }) + '\n');
    const said = JSON.parse((await lines.next()).value);
    if (said.answer) return read(said.answer);
    throw Object.assign(new Error(said.message ?? said.unsent ?? 'unknown to this client'), {
      name: said.name ?? 'Unsent', unsent: said.unsent !== undefined, unknown: said.unknown === true, $metadata: { httpStatusCode: said.status },
    });
  }
}
