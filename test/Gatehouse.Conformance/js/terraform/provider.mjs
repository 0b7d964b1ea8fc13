// What the resources' stories share: the client as the provider uses it, and how the provider reads what it is answered.
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-iam';
import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';

const client = new sdk.IAMClient({ maxAttempts: 1 });

export const files = JSON.parse(readFileSync(process.argv[2], 'utf8'));
export const { Account: account } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
export const called = new Set();
export const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

export const call = (operation, input = {}) => {
  called.add(operation);
  return client.send(new sdk[operation + 'Command'](input));
};

// The provider reads lists to their end, page by page.
export async function all(operation, member, input = {}) {
  const found = [];
  for (let Marker; ;) {
    const page = await call(operation, { ...input, ...(Marker && { Marker }) });
    found.push(...page[member]);
    if (!page.IsTruncated) return found;
    ({ Marker } = page);
  }
}

// NoSuchEntity is how the provider learns that a thing is gone: of a read it drops it from its state, of a deletion it is content.
export const gone = (operation, input = {}) => refused('NoSuchEntityException', /./, operation, input);
export const refused = (name, message, operation, input = {}) => assert.rejects(call(operation, input), (error) => {
  assert.equal(error.name, name, `${operation}: ${error.name}: ${error.message}`);
  assert.match(error.message, message);
  return true;
});

export const tags = (values) => Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
export const document = (action, value = 'a+b c%20é&=') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Action: [action], Condition: { StringEquals: { 'aws:PrincipalTag/x': value } }, Effect: 'Allow', Resource: '*' }] });
export const trust = (principal) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: principal }] });

// Documents are unescaped as a query is, where + is a blank, and compared by what they mean.
export const same = (sent, encoded) => assert.deepEqual(JSON.parse(decodeURIComponent(encoded.replaceAll('+', ' '))), JSON.parse(sent));

// Computed attributes that must be there and never change while the resource lives.
export const isArn = (value) => assert.match(value, /^arn:aws:iam::\d{12}:/);
export const steady = (before, after, ...members) => members.forEach((member) => assert.deepEqual(after[member], before[member], member));

// Tags changed: those that went are removed, then those that are new or changed are put, before anything else of an update.
export async function retag(kind, key, removed, put) {
  await call('Untag' + kind, { ...key, TagKeys: removed });
  await call('Tag' + kind, { ...key, Tags: tags(put) });
}

export function sshKey() {
  const { n, e } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  const field = (bytes) => Buffer.concat([Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]), bytes]);
  const number = (text) => Buffer.concat([Buffer.from(Buffer.from(text, 'base64url')[0] & 128 ? [0] : []), Buffer.from(text, 'base64url')]);
  return 'ssh-rsa ' + Buffer.concat([Buffer.from('ssh-rsa'), number(e), number(n)].map(field)).toString('base64');
}

// The codes that an authenticator shows now and next, of a seed that the provider keeps as base 32.
export function codes(seed) {
  const bits = [...seed.replace(/=+$/, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Math.floor(Date.now() / 30_000);
  return [step, step + 1].map((count) => {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(count));
    const hash = createHmac('sha1', key).update(counter).digest();
    return String((hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  });
}
