// Real identity providers, and clients that hold no key of ours: node federation.mjs PORT FOLDER
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Provider from 'oidc-provider';
import samlp from 'samlp';
import {
  IAMClient, AddClientIDToOpenIDConnectProviderCommand, CreateOpenIDConnectProviderCommand, GetOpenIDConnectProviderCommand, CreateRoleCommand,
  CreateSAMLProviderCommand, GetSAMLProviderCommand, UpdateSAMLProviderCommand,
} from '@aws-sdk/client-iam';
import { STSClient, AssumeRoleWithSAMLCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';

const [port, folder] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const iam = new IAMClient({});
const { Account: account } = await new STSClient({}).send(new GetCallerIdentityCommand({}));

// An OpenID provider, with a client that asks for ID tokens.
const redirect = 'https://app.example.com/callback';
const provider = new Provider(issuer, {
  clients: [{ client_id: 'app', client_secret: 'app-secret', redirect_uris: [redirect], response_types: ['id_token'], grant_types: ['implicit'] }],
  responseTypes: ['id_token'],
});
const listening = provider.listen(Number(port), '127.0.0.1');
const idToken = await signIn();

// Roles that trust it, and what is trusted of it.
const { OpenIDConnectProviderArn: oidc } = await iam.send(new CreateOpenIDConnectProviderCommand({ Url: issuer }));
await iam.send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: oidc, ClientID: 'app' }));
const host = `127.0.0.1:${port}`;
const shown = await iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: oidc }));
assert.deepEqual([shown.Url, shown.ClientIDList], [host, ['app']]);
const job = await role('job', { Federated: oidc }, 'sts:AssumeRoleWithWebIdentity', { StringEquals: { [`${host}:aud`]: 'app', [`${host}:sub`]: 'alice@example.com' } });
const other = await role('other', { Federated: oidc }, 'sts:AssumeRoleWithWebIdentity', { StringEquals: { [`${host}:aud`]: 'app', [`${host}:sub`]: 'someone.else' } });

// A program that was given nothing but these two variables.
const file = join(folder, 'token');
writeFileSync(file, idToken);
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^AWS_(ACCESS|SECRET|SESSION)/.test(name)));
// By the variables alone [AU-840].
const bare = { ...environment, AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_ARN: job, AWS_ROLE_SESSION_NAME: 'nightly' };
const code = `import('@aws-sdk/client-sts').then(async (sts) => console.log((await new sts.STSClient({}).send(new sts.GetCallerIdentityCommand({}))).Arn))`;
const run = (env, text = code) => promisify(execFile)(process.execPath, ['-e', text], { env, cwd: import.meta.dirname });
assert.equal((await run(bare)).stdout.trim(), `arn:aws:sts::${account}:assumed-role/job/nightly`);
await assert.rejects(run({ ...bare, AWS_ROLE_ARN: other }), /Not authorized to perform sts:AssumeRoleWithWebIdentity/);
const python = 'import boto3; print(boto3.client("sts").get_caller_identity()["Arn"])';
assert.equal((await promisify(execFile)('python3', ['-c', python], { env: bare })).stdout.trim(), `arn:aws:sts::${account}:assumed-role/job/nightly`);

// Refusals reach clients as the model names them.
const unsigned = new STSClient({ credentials: { accessKeyId: 'unused', secretAccessKey: 'unused' } });
const ask = (token, more) => unsigned.send(new AssumeRoleWithWebIdentityCommand({ RoleArn: job, RoleSessionName: 'nightly', WebIdentityToken: token, ...more }));
assert.equal((await ask(idToken)).SubjectFromWebIdentityToken, 'alice@example.com');
const [head, body, signature] = idToken.split('.');
const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url')), sub: 'root@example.com' })).toString('base64url');
await assert.rejects(ask(`${head}.${forged}.${signature}`), { name: 'InvalidIdentityTokenException' });
await assert.rejects(ask('not.a'), { name: 'InvalidIdentityTokenException' });

// A SAML provider.
const [key, cert] = ['idp.key', 'idp.crt'].map((name) => readFileSync(join(folder, name), 'utf8'));
const entity = 'https://idp.example.com/saml';
const metadata = `<?xml version="1.0"?><EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entity}"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${cert.replace(/-----[^-]+-----|\s/g, '')}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/></IDPSSODescriptor></EntityDescriptor>`;
const { SAMLProviderArn: saml } = await iam.send(new CreateSAMLProviderCommand({ Name: 'corp', SAMLMetadataDocument: metadata }));
assert.equal((await iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: saml }))).SAMLMetadataDocument, metadata);
const staff = await role('staff', { Federated: saml }, 'sts:AssumeRoleWithSAML', { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } });
const recipient = 'https://signin.aws.amazon.com/saml';
const claims = { 'https://aws.amazon.com/SAML/Attributes/Role': `${staff},${saml}`, 'https://aws.amazon.com/SAML/Attributes/RoleSessionName': 'alice@example.com' };
const options = {
  issuer: entity, cert, key, recipient, destination: recipient, audience: 'urn:amazon:webservices', lifetimeInSeconds: 300,
  signatureAlgorithm: 'rsa-sha256', digestAlgorithm: 'sha256',
  profileMapper: () => ({
    getClaims: () => claims,
    getNameIdentifier: () => ({ nameIdentifier: 'alice@example.com', nameIdentifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' }),
  }),
};
const answer = (more) => promisify(samlp.getSamlResponse)({ ...options, ...more }, {});
const redeem = (xml) => unsigned.send(new AssumeRoleWithSAMLCommand({ RoleArn: staff, PrincipalArn: saml, SAMLAssertion: Buffer.from(xml.toString()).toString('base64') }));
for (const more of [{}, { signAssertion: false, signResponse: true }, { signResponse: true }]) {
  const session = await redeem(await answer(more));
  assert.deepEqual([session.Subject, session.SubjectType, session.Issuer, session.Audience], ['alice@example.com', 'persistent', entity, recipient]);
  const { Arn } = await new STSClient({ credentials: {
    accessKeyId: session.Credentials.AccessKeyId, secretAccessKey: session.Credentials.SecretAccessKey, sessionToken: session.Credentials.SessionToken,
  } }).send(new GetCallerIdentityCommand({}));
  assert.equal(Arn, `arn:aws:sts::${account}:assumed-role/staff/alice@example.com`);
}

await assert.rejects(redeem(await answer({ signAssertion: false })), { name: 'InvalidIdentityTokenException' });
await assert.rejects(redeem((await answer()).toString().replaceAll('alice', 'mallory')), { name: 'InvalidIdentityTokenException' });
await assert.rejects(redeem(await answer({ signatureAlgorithm: 'rsa-sha1', digestAlgorithm: 'sha1' })), { name: 'InvalidIdentityTokenException' });
await assert.rejects(redeem(await answer({ audience: 'urn:other' })), { name: 'InvalidIdentityTokenException' });

// Encrypted to a key of the provider, which is sealed here.
await iam.send(new UpdateSAMLProviderCommand({ SAMLProviderArn: saml, AddPrivateKey: key, AssertionEncryptionMode: 'Required' }));
const encryption = { encryptionPublicKey: readFileSync(join(folder, 'idp.pub'), 'utf8'), encryptionCert: cert, encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm' };
assert.equal((await redeem(await answer(encryption))).Subject, 'alice@example.com');
await assert.rejects(redeem(await answer()), { name: 'InvalidIdentityTokenException' });

listening.close();
console.log('federation holds');
process.exit(0);

async function role(RoleName, Principal, Action, Condition) {
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Principal, Action, Condition } });
  return (await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))).Role.Arn;
}

// Signs in at the provider's own pages as a browser without script would.
async function signIn() {
  const cookies = new Map();
  let next = `${issuer}/auth?${new URLSearchParams({ client_id: 'app', response_type: 'id_token', scope: 'openid', nonce: 'n', redirect_uri: redirect })}`;
  for (let step = 0; step < 12; step++) {
    let response = await go(next);
    if (response.status === 200) {
      const html = await response.text();
      const action = /action="([^"]+)"/.exec(html)[1];
      const fields = html.includes('name="login"') ? { prompt: 'login', login: 'alice@example.com', password: 'any' } : { prompt: 'consent' };
      response = await go(new URL(action, next).href, { method: 'POST', body: new URLSearchParams(fields) });
    }

    next = new URL(response.headers.get('location'), next).href;
    if (next.startsWith(redirect)) {
      return new URLSearchParams(new URL(next).hash.slice(1)).get('id_token');
    }
  }

  throw new Error('The provider did not give a token.');

  async function go(url, init = {}) {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s);
      cookies.set(name, value);
    }

    return response;
  }
}
