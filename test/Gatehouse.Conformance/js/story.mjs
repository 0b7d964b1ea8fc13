// The README's story, told by the AWS SDK for JavaScript v3: configured by the environment alone.
import assert from 'node:assert/strict';
import {
  IAMClient, CreateUserCommand, CreateAccessKeyCommand, PutUserPolicyCommand, CreateRoleCommand, AttachRolePolicyCommand, GetUserCommand,
  ListUsersCommand, DeleteUserCommand, GetRoleCommand, paginateListUsers,
} from '@aws-sdk/client-iam';
import { STSClient, GetCallerIdentityCommand, AssumeRoleCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';

const root = { iam: new IAMClient({}), sts: new STSClient({}) };
const me = await root.sts.send(new GetCallerIdentityCommand({}));
assert.match(me.Arn, /:root$/);

await root.iam.send(new CreateUserCommand({ UserName: 'ada', Tags: [{ Key: 'team', Value: 'engines and looms: é' }] }));
const { AccessKey } = await root.iam.send(new CreateAccessKeyCommand({ UserName: 'ada' }));
const credentials = { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
const ada = { iam: new IAMClient({ credentials }), sts: new STSClient({ credentials }) };

await assert.rejects(ada.iam.send(new ListUsersCommand({})), (error) => {
  assert.equal(error.name, 'AccessDenied');
  assert.equal(error.$metadata.httpStatusCode, 403);
  assert.match(error.message, /^User: arn:aws:iam::\d{12}:user\/ada is not authorized to perform: iam:ListUsers on resource: .* because no identity-based policy allows/);
  assert.match(error.$metadata.requestId, /^[0-9a-f-]{36}$/);
  return true;
});

await root.iam.send(new PutUserPolicyCommand({
  UserName: 'ada',
  PolicyName: 'list',
  PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: ['iam:ListUsers', 'sts:AssumeRole'], Resource: '*' } }),
}));
const listed = await ada.iam.send(new ListUsersCommand({}));
assert.ok(listed.Users.some((user) => user.UserName === 'ada' && user.CreateDate instanceof Date));

const trust = { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: { AWS: me.Account }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': 'x-42' } } } };
const { Role } = await root.iam.send(new CreateRoleCommand({ RoleName: 'reader', AssumeRolePolicyDocument: JSON.stringify(trust) }));
await root.iam.send(new AttachRolePolicyCommand({ RoleName: 'reader', PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }));
const read = await root.iam.send(new GetRoleCommand({ RoleName: 'reader' }));
const statements = [JSON.parse(decodeURIComponent(read.Role.AssumeRolePolicyDocument)).Statement].flat();
assert.deepEqual(statements[0].Condition, trust.Statement.Condition);
assert.equal(statements[0].Principal.AWS, `arn:aws:iam::${me.Account}:root`);

await assert.rejects(ada.sts.send(new AssumeRoleCommand({ RoleArn: Role.Arn, RoleSessionName: 'no' })), { name: 'AccessDenied' });
const { Credentials, AssumedRoleUser } = await ada.sts.send(new AssumeRoleCommand({
  RoleArn: Role.Arn, RoleSessionName: 'looms', ExternalId: 'x-42', DurationSeconds: 900,
  Policy: JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' } }),
}));
assert.match(AssumedRoleUser.Arn, /:assumed-role\/reader\/looms$/);
const session = { accessKeyId: Credentials.AccessKeyId, secretAccessKey: Credentials.SecretAccessKey, sessionToken: Credentials.SessionToken };
const reader = { iam: new IAMClient({ credentials: session }), sts: new STSClient({ credentials: session }) };
const got = await reader.iam.send(new GetUserCommand({ UserName: 'ada' }));
assert.deepEqual(got.User.Tags, [{ Key: 'team', Value: 'engines and looms: é' }]);
await assert.rejects(reader.iam.send(new ListUsersCommand({})), /because no session policy allows the iam:ListUsers action/);
await assert.rejects(reader.iam.send(new DeleteUserCommand({ UserName: 'ada' })), { name: 'AccessDenied' });
await assert.rejects(reader.sts.send(new GetSessionTokenCommand({})), /Cannot call GetSessionToken with session credentials/);

await assert.rejects(root.iam.send(new GetUserCommand({ UserName: 'nobody' })), { name: 'NoSuchEntityException' });

for (let i = 0; i < 7; i++) await root.iam.send(new CreateUserCommand({ UserName: `page-${i}`, Path: '/pages/' }));
const names = [];
for await (const page of paginateListUsers({ client: root.iam, pageSize: 3 }, { PathPrefix: '/pages/' })) names.push(...page.Users.map((user) => user.UserName));
assert.deepEqual(names, [0, 1, 2, 3, 4, 5, 6].map((i) => `page-${i}`));
console.log('the story holds');
