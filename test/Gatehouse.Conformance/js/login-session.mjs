// The AWS SDK for JavaScript v3 on what `aws login` left: a profile with login_session is all the configuration there is [AU-745]. Before each
// step the credentials in the cache are made to look old, so that the SDK must fetch the next ones.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const folder = process.env.AWS_LOGIN_CACHE_DIRECTORY;
const file = join(folder, readdirSync(folder)[0]);
const before = JSON.parse(readFileSync(file));
before.accessToken.expiresAt = new Date(Date.now() - 1000).toISOString();
writeFileSync(file, JSON.stringify(before));

if (process.argv[2] === 'changed') {
  await assert.rejects(new STSClient({}).send(new GetCallerIdentityCommand({})), /change in your password/);
} else {
  assert.match((await new STSClient({}).send(new GetCallerIdentityCommand({}))).Arn, /:user\/alice$/);
  await new IAMClient({}).send(new ListUsersCommand({}));
  const after = JSON.parse(readFileSync(file));
  assert.notEqual(after.refreshToken, before.refreshToken);
  assert.notEqual(after.accessToken.accessKeyId, before.accessToken.accessKeyId);
}
console.log('the story holds');
