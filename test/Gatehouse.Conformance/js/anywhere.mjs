// Roles Anywhere, seen by the AWS SDK for JavaScript v3: a profile with credential_process is all the configuration there is [AU-841].
import assert from 'node:assert/strict';
import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { IAMClient, ListRolesCommand } from '@aws-sdk/client-iam';

const me = await new STSClient({}).send(new GetCallerIdentityCommand({}));
assert.match(me.Arn, /:assumed-role\/web\/[0-9a-f]+$/);
await new IAMClient({}).send(new ListRolesCommand({}));
console.log('the story holds');
