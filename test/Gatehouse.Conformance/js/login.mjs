// What `aws login` does [AU-740, AU-741, AU-742, AU-745], step by step; the browser is one without script. What it leaves is used by login-session.mjs.
import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { AttachUserPolicyCommand, CreateLoginProfileCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const base = process.env.AWS_ENDPOINT_URL;
const client = 'arn:aws:signin:::devtools/same-device';
const base64url = bytes => Buffer.from(bytes).toString('base64url');

// Somebody who may.
const root = new IAMClient({});
await root.send(new CreateUserCommand({ UserName: 'alice' }));
await root.send(new CreateLoginProfileCommand({ UserName: 'alice', Password: 'correct horse 1B' }));
for (const name of ['SignInLocalDevelopmentAccess', 'IAMReadOnlyAccess']) {
  await root.send(new AttachUserPolicyCommand({ UserName: 'alice', PolicyArn: `arn:aws:iam::aws:policy/${name}` }));
}
const account = (await new STSClient({}).send(new GetCallerIdentityCommand({}))).Account;

// A browser.
const jar = new Map();
async function visit(url, fields) {
  for (let hops = 0; hops < 10; hops++) {
    const answer = await fetch(url, {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(fields && { origin: new URL(base).origin }) },
      body: fields && new URLSearchParams(fields),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      jar.set(name, value);
    }
    if (answer.status < 300 || answer.status > 399) {
      return { status: answer.status, page: await answer.text() };
    }
    url = new URL(answer.headers.get('location'), url);
    fields = undefined;
  }
}
const text = value => value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll(/&#x([0-9A-F]+);/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));
const hidden = page => Object.fromEntries([...page.matchAll(/<input type="hidden" name="(.*?)" value="(.*?)">/g)].map(([, name, value]) => [name, text(value)]));

// The program: it listens on a port of this machine, opens the browser, and waits for the code.
const verifier = base64url(randomBytes(48));
const state = randomUUID();
let caught;
const code = new Promise(resolve => { caught = resolve; });
const listener = createServer((request, response) => {
  const url = new URL(request.url, 'http://127.0.0.1');
  response.end('You can close this window.');
  if (url.pathname === '/oauth/callback') {
    caught(Object.fromEntries(url.searchParams));
  }
});
await new Promise(resolve => listener.listen(0, '127.0.0.1', resolve));
const redirectUri = `http://127.0.0.1:${listener.address().port}/oauth/callback`;
const query = new URLSearchParams({
  response_type: 'code', client_id: client, state, code_challenge_method: 'SHA-256',
  code_challenge: base64url(createHash('sha256').update(verifier).digest()), scope: 'openid', redirect_uri: redirectUri,
});
let shown = await visit(`${base}/v1/authorize?${query}`);
shown = await visit(`${base}/signin`, { ...hidden(shown.page), account, userName: 'alice', password: 'correct horse 1B' });
assert.match(shown.page, /Give credentials to a program\?/);
await visit(`${base}/v1/authorize`, { ...hidden(shown.page), decision: 'allow' });
const answer = await code;
listener.close();
assert.equal(answer.state, state);

// Code for credentials, with a key that the program keeps.
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
function proof(url) {
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  const head = base64url(JSON.stringify({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } }));
  const body = base64url(JSON.stringify({ jti: randomUUID(), htm: 'POST', htu: url, iat: Math.floor(Date.now() / 1000) }));
  return `${head}.${body}.${base64url(sign('sha256', Buffer.from(`${head}.${body}`), { key: privateKey, dsaEncoding: 'ieee-p1363' }))}`;
}
const exchanged = await fetch(`${base}/v1/token`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', dpop: proof(`${base}/v1/token`) },
  body: JSON.stringify({ clientId: client, grantType: 'authorization_code', code: answer.code, codeVerifier: verifier, redirectUri }),
});
const tokens = await exchanged.json();
assert.equal(exchanged.status, 200, JSON.stringify(tokens));
const session = JSON.parse(Buffer.from(tokens.idToken.split('.')[1], 'base64url')).sub;
assert.equal(session, `arn:aws:iam::${account}:user/alice`);

// The cache, as the CLI writes it, and the one line of a profile.
const cache = process.env.AWS_LOGIN_CACHE_DIRECTORY;
mkdirSync(cache, { recursive: true });
writeFileSync(join(cache, `${createHash('sha256').update(session).digest('hex')}.json`), JSON.stringify({
  accessToken: { ...tokens.accessToken, accountId: account, expiresAt: new Date(Date.now() + 1000 * tokens.expiresIn).toISOString() },
  tokenType: tokens.tokenType, refreshToken: tokens.refreshToken, idToken: tokens.idToken, clientId: client,
  dpopKey: privateKey.export({ format: 'pem', type: 'sec1' }),
}));
writeFileSync(process.env.AWS_CONFIG_FILE, `[profile dev]\nlogin_session = ${session}\nregion = us-east-1\n`);
console.log('logged in');
