// Two hundred requests that AWS refuses, and the code, status and sentence it refuses them with.
// Usage: node refusals.mjs prepare | node refusals.mjs
import * as sdk from '@aws-sdk/client-iam';
import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';

const client = new sdk.IAMClient({ maxAttempts: 1 });
const { Account: account } = await new STSClient({ maxAttempts: 1 }).send(new GetCallerIdentityCommand({}));
const send = (operation, input) => client.send(new sdk[operation + 'Command'](input));
const allow = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }] });
const trust = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] });
const arn = (name) => `arn:aws:iam::${account}:policy/${name}`;
const own = arn('busy');
const none = arn('none');

/** What the requests below meet: one of each kind, each of them in use. */
async function prepare() {
  const has = { PolicyDocument: allow };
  await send('CreateUser', { UserName: 'Busy', Tags: [{ Key: 'a', Value: 'b' }] });
  await send('CreateUser', { UserName: 'other' });
  await send('CreateGroup', { GroupName: 'Busy' });
  await send('CreateGroup', { GroupName: 'other' });
  await send('CreateRole', { RoleName: 'Busy', AssumeRolePolicyDocument: trust });
  await send('CreateRole', { RoleName: 'tenant', AssumeRolePolicyDocument: trust });
  await send('CreatePolicy', { PolicyName: 'busy', ...has });
  for (let version = 0; version < 4; version++) await send('CreatePolicyVersion', { PolicyArn: own, ...has });
  await send('CreateInstanceProfile', { InstanceProfileName: 'Busy' });
  await send('AddRoleToInstanceProfile', { InstanceProfileName: 'Busy', RoleName: 'tenant' });
  await send('AddUserToGroup', { GroupName: 'Busy', UserName: 'Busy' });
  await send('AttachUserPolicy', { UserName: 'Busy', PolicyArn: own });
  await send('AttachRolePolicy', { RoleName: 'Busy', PolicyArn: own });
  await send('CreateAccessKey', { UserName: 'Busy' });
  await send('CreateAccessKey', { UserName: 'Busy' });
  for (let i = 0; i < 10; i++) {
    const PolicyArn = (await send('CreatePolicy', { PolicyName: `full-${i}`, ...has })).Policy.Arn;
    await send('AttachGroupPolicy', { GroupName: 'other', PolicyArn });
    await send('AttachUserPolicy', { UserName: 'other', PolicyArn });
  }
  await send('CreateAccountAlias', { AccountAlias: 'refusals-of-ours' });
}

const rows = [];
const row = (operation, input, status, code, message) => rows.push({ operation, input, status, code, message });
const absent = (message, ...calls) => calls.forEach(([operation, input]) => row(operation, input, 404, 'NoSuchEntity', message));
const invalid = (message, ...calls) => calls.forEach(([operation, input]) => row(operation, input, 400, 'ValidationError', message));
const malformed = (message, ...calls) => calls.forEach(([operation, input]) => row(operation, input, 400, 'MalformedPolicyDocument', message));

// What is not there.
const u = { UserName: 'none' };
absent('The user with name none cannot be found.',
  ['GetUser', u], ['DeleteUser', u], ['UpdateUser', { ...u, NewPath: '/x/' }], ['TagUser', { ...u, Tags: [{ Key: 'a', Value: 'b' }] }], ['UntagUser', { ...u, TagKeys: ['a'] }],
  ['ListUserTags', u], ['ListUserPolicies', u], ['ListAttachedUserPolicies', u], ['ListGroupsForUser', u], ['ListAccessKeys', u], ['CreateAccessKey', u],
  ['PutUserPolicy', { ...u, PolicyName: 'p', PolicyDocument: allow }], ['GetUserPolicy', { ...u, PolicyName: 'p' }], ['DeleteUserPolicy', { ...u, PolicyName: 'p' }],
  ['AttachUserPolicy', { ...u, PolicyArn: own }], ['DetachUserPolicy', { ...u, PolicyArn: own }], ['PutUserPermissionsBoundary', { ...u, PermissionsBoundary: own }],
  ['DeleteUserPermissionsBoundary', u], ['AddUserToGroup', { ...u, GroupName: 'Busy' }], ['RemoveUserFromGroup', { ...u, GroupName: 'Busy' }],
  ['UpdateAccessKey', { ...u, AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Inactive' }], ['DeleteAccessKey', { ...u, AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }]);
const r = { RoleName: 'none' };
absent('The role with name none cannot be found.',
  ['GetRole', r], ['DeleteRole', r], ['UpdateRole', { ...r, Description: 'd' }], ['UpdateRoleDescription', { ...r, Description: 'd' }], ['TagRole', { ...r, Tags: [{ Key: 'a', Value: 'b' }] }],
  ['UntagRole', { ...r, TagKeys: ['a'] }], ['ListRoleTags', r], ['ListRolePolicies', r], ['ListAttachedRolePolicies', r], ['ListInstanceProfilesForRole', r],
  ['PutRolePolicy', { ...r, PolicyName: 'p', PolicyDocument: allow }], ['GetRolePolicy', { ...r, PolicyName: 'p' }], ['DeleteRolePolicy', { ...r, PolicyName: 'p' }],
  ['AttachRolePolicy', { ...r, PolicyArn: own }], ['DetachRolePolicy', { ...r, PolicyArn: own }], ['PutRolePermissionsBoundary', { ...r, PermissionsBoundary: own }],
  ['DeleteRolePermissionsBoundary', r], ['UpdateAssumeRolePolicy', { ...r, PolicyDocument: trust }], ['AddRoleToInstanceProfile', { ...r, InstanceProfileName: 'Busy' }]);
const g = { GroupName: 'none' };
absent('The group with name none cannot be found.',
  ['GetGroup', g], ['DeleteGroup', g], ['UpdateGroup', { ...g, NewPath: '/x/' }], ['ListGroupPolicies', g], ['ListAttachedGroupPolicies', g],
  ['PutGroupPolicy', { ...g, PolicyName: 'p', PolicyDocument: allow }], ['GetGroupPolicy', { ...g, PolicyName: 'p' }], ['DeleteGroupPolicy', { ...g, PolicyName: 'p' }],
  ['AttachGroupPolicy', { ...g, PolicyArn: own }], ['DetachGroupPolicy', { ...g, PolicyArn: own }], ['AddUserToGroup', { ...g, UserName: 'Busy' }], ['RemoveUserFromGroup', { ...g, UserName: 'Busy' }]);
const p = { PolicyArn: none };
absent(`Policy ${none} was not found.`, ['GetPolicy', p], ['DeletePolicy', p], ['ListPolicyVersions', p], ['ListPolicyTags', p],
  ['TagPolicy', { ...p, Tags: [{ Key: 'a', Value: 'b' }] }], ['UntagPolicy', { ...p, TagKeys: ['a'] }],
  ['DetachUserPolicy', { UserName: 'Busy', ...p }], ['DetachRolePolicy', { RoleName: 'Busy', ...p }], ['DetachGroupPolicy', { GroupName: 'Busy', ...p }]);
absent(`Policy ${none} does not exist or is not attachable.`, ['CreatePolicyVersion', { ...p, PolicyDocument: allow }], ['ListEntitiesForPolicy', p],
  ['AttachUserPolicy', { UserName: 'Busy', ...p }], ['AttachRolePolicy', { RoleName: 'Busy', ...p }], ['AttachGroupPolicy', { GroupName: 'Busy', ...p }]);
for (const operation of ['GetPolicyVersion', 'DeletePolicyVersion', 'SetDefaultPolicyVersion']) {
  absent(`Policy ${own} version v9 does not exist or is not attachable.`, [operation, { PolicyArn: own, VersionId: 'v9' }]);
}
const i = { InstanceProfileName: 'none' };
absent('Instance Profile none cannot be found.', ['GetInstanceProfile', i], ['DeleteInstanceProfile', i], ['ListInstanceProfileTags', i], ['TagInstanceProfile', { ...i, Tags: [{ Key: 'a', Value: 'b' }] }],
  ['UntagInstanceProfile', { ...i, TagKeys: ['a'] }], ['AddRoleToInstanceProfile', { ...i, RoleName: 'Busy' }], ['RemoveRoleFromInstanceProfile', { ...i, RoleName: 'Busy' }]);
for (const [kind, name] of [['User', 'user'], ['Role', 'role'], ['Group', 'group']]) {
  for (const verb of ['Get', 'Delete']) absent(`The ${name} policy with name none cannot be found.`, [`${verb}${kind}Policy`, { [kind + 'Name']: 'Busy', PolicyName: 'none' }]);
}
absent('Role Busy in Instance Profile Busy cannot be found.', ['RemoveRoleFromInstanceProfile', { InstanceProfileName: 'Busy', RoleName: 'Busy' }]);
absent('The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found.', ['DeleteAccessKey', { UserName: 'Busy', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE' }],
  ['UpdateAccessKey', { UserName: 'Busy', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active' }]);
absent('The account alias nobodys-alias cannot be found.', ['DeleteAccountAlias', { AccountAlias: 'nobodys-alias' }]);
absent(`The Password Policy with domain name ${account} cannot be found.`, ['GetAccountPasswordPolicy', {}]);
absent('The account policy with name PasswordPolicy cannot be found.', ['DeleteAccountPasswordPolicy', {}]);

// What is there already, or in use, or full.
const exists = (message, operation, input) => row(operation, input, 409, 'EntityAlreadyExists', message);
exists('User with name BUSY already exists.', 'CreateUser', { UserName: 'BUSY' });
exists('User with name Other already exists.', 'UpdateUser', { UserName: 'Busy', NewUserName: 'Other' });
exists('Group with name busy already exists.', 'CreateGroup', { GroupName: 'busy' });
exists('Group with name OTHER already exists.', 'UpdateGroup', { GroupName: 'Busy', NewGroupName: 'OTHER' });
exists('Role with name BUSY already exists.', 'CreateRole', { RoleName: 'BUSY', AssumeRolePolicyDocument: trust });
exists('A policy called Busy already exists. Duplicate names are not allowed.', 'CreatePolicy', { PolicyName: 'Busy', PolicyDocument: allow });
exists('A policy called busy already exists. Duplicate names are not allowed.', 'CreatePolicy', { PolicyName: 'busy', Path: '/elsewhere/', PolicyDocument: allow });
exists('Instance Profile BUSY already exists.', 'CreateInstanceProfile', { InstanceProfileName: 'BUSY' });
const conflict = (message, operation, input) => row(operation, input, 409, 'DeleteConflict', message);
conflict('Cannot delete a policy attached to entities.', 'DeletePolicy', { PolicyArn: own });
conflict('Cannot delete the default version of a policy.', 'DeletePolicyVersion', { PolicyArn: own, VersionId: 'v1' });
conflict('Cannot delete entity, must remove users from group first.', 'DeleteGroup', { GroupName: 'Busy' });
conflict('Cannot delete entity, must detach all policies first.', 'DeleteGroup', { GroupName: 'other' });
conflict('Cannot delete entity, must detach all policies first.', 'DeleteRole', { RoleName: 'Busy' });
conflict('Cannot delete entity, must remove roles from instance profile first.', 'DeleteRole', { RoleName: 'tenant' });
conflict('Cannot delete entity, must remove roles from instance profile first.', 'DeleteInstanceProfile', { InstanceProfileName: 'Busy' });
conflict('Cannot delete entity, must detach all policies first.', 'DeleteUser', { UserName: 'other' });
const full = (message, operation, input) => row(operation, input, 409, 'LimitExceeded', message);
full('Cannot exceed quota for AccessKeysPerUser: 2', 'CreateAccessKey', { UserName: 'Busy' });
full('Cannot exceed quota for PoliciesPerGroup: 10', 'AttachGroupPolicy', { GroupName: 'other', PolicyArn: own });
full('Cannot exceed quota for PoliciesPerUser: 10', 'AttachUserPolicy', { UserName: 'other', PolicyArn: own });
full('Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1', 'AddRoleToInstanceProfile', { InstanceProfileName: 'Busy', RoleName: 'Busy' });
full('A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.', 'CreatePolicyVersion', { PolicyArn: own, PolicyDocument: allow });
const long = (size) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: 'arn:aws:iam::*:user/' + 'x'.repeat(size) }] });
full('Cannot exceed quota for PolicySize: 6144', 'CreatePolicy', { PolicyName: 'long', PolicyDocument: long(6144) });
full('Maximum policy size of 2048 bytes exceeded for user Busy', 'PutUserPolicy', { UserName: 'Busy', PolicyName: 'long', PolicyDocument: long(2048) });
full('Maximum policy size of 5120 bytes exceeded for group Busy', 'PutGroupPolicy', { GroupName: 'Busy', PolicyName: 'long', PolicyDocument: long(5120) });
full('Maximum policy size of 10240 bytes exceeded for role Busy', 'PutRolePolicy', { RoleName: 'Busy', PolicyName: 'long', PolicyDocument: long(10240) });

// Documents that may not be saved.
const writers = (document) => [['CreatePolicy', { PolicyName: 'new', PolicyDocument: document }], ['PutUserPolicy', { UserName: 'Busy', PolicyName: 'new', PolicyDocument: document }],
  ['PutRolePolicy', { RoleName: 'Busy', PolicyName: 'new', PolicyDocument: document }], ['PutGroupPolicy', { GroupName: 'Busy', PolicyName: 'new', PolicyDocument: document }]];
const statement = (change) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*', ...change }] });
malformed('Syntax errors in policy.', ...writers('{'), ...writers('nonsense'), ...writers(statement({ Effect: 'Permit' })), ...writers(statement({ Condition: { NoSuchOperator: { 'aws:username': 'x' } } })));
malformed('Policy document should not specify a principal.', ...writers(statement({ Principal: '*' })));
malformed('Policy statement must contain resources.', ...writers(statement({ Resource: undefined })));
malformed('Policy statement must contain actions.', ...writers(statement({ Action: undefined })));
malformed('Has prohibited field Resource', ['CreateRole', { RoleName: 'new', AssumeRolePolicyDocument: trust.replace('"Action"', '"Resource":"*","Action"') }],
  ['UpdateAssumeRolePolicy', { RoleName: 'Busy', PolicyDocument: trust.replace('"Action"', '"Resource":"*","Action"') }]);

// Values that break the model's constraints.
const one = (value, member, constraint) => `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${constraint}`;
const name = '[\\w+=,.@-]+';
for (const [operation, member, rest, most] of [
  ['CreateUser', 'userName', {}, 64], ['CreateGroup', 'groupName', {}, 128], ['CreateRole', 'roleName', { AssumeRolePolicyDocument: trust }, 64],
  ['CreatePolicy', 'policyName', { PolicyDocument: allow }, 128], ['CreateInstanceProfile', 'instanceProfileName', {}, 128],
]) {
  const key = member[0].toUpperCase() + member.slice(1);
  invalid(one('a b', member, `satisfy regular expression pattern: ${name}`), [operation, { ...rest, [key]: 'a b' }]);
  invalid(one('a'.repeat(most + 1), member, `have length less than or equal to ${most}`), [operation, { ...rest, [key]: 'a'.repeat(most + 1) }]);
  invalid(`1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`, [operation, rest]);
  invalid(one('x', 'path', 'satisfy regular expression pattern: ' + (operation === 'CreatePolicy' ? '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/' : '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)')), [operation, { ...rest, [key]: 'ok', Path: 'x' }]);
}
for (const [operation, rest] of [['ListUsers', {}], ['ListRoles', {}], ['ListGroups', {}], ['ListPolicies', {}], ['ListAccessKeys', { UserName: 'Busy' }], ['GetGroup', { GroupName: 'Busy' }],
  ['ListUserPolicies', { UserName: 'Busy' }], ['ListRolePolicies', { RoleName: 'Busy' }], ['ListGroupPolicies', { GroupName: 'Busy' }], ['ListInstanceProfiles', {}], ['ListGroupsForUser', { UserName: 'Busy' }]]) {
  invalid(one(0, 'maxItems', 'have value greater than or equal to 1'), [operation, { ...rest, MaxItems: 0 }]);
  invalid(one(1001, 'maxItems', 'have value less than or equal to 1000'), [operation, { ...rest, MaxItems: 1001 }]);
  invalid('Invalid Marker.', [operation, { ...rest, Marker: 'bm9uc2Vuc2U' }]);
}
invalid(one('On', 'status', 'satisfy enum value set: [Active, Inactive, Expired]'), ['UpdateAccessKey', { UserName: 'Busy', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'On' }]);
invalid(one(3599, 'maxSessionDuration', 'have value greater than or equal to 3600'), ['CreateRole', { RoleName: 'new', AssumeRolePolicyDocument: trust, MaxSessionDuration: 3599 }], ['UpdateRole', { RoleName: 'Busy', MaxSessionDuration: 3599 }]);
invalid(one(43201, 'maxSessionDuration', 'have value less than or equal to 43200'), ['CreateRole', { RoleName: 'new', AssumeRolePolicyDocument: trust, MaxSessionDuration: 43201 }], ['UpdateRole', { RoleName: 'Busy', MaxSessionDuration: 43201 }]);
row('CreateRole', { RoleName: 'new', Path: '/aws-service-role/x/', AssumeRolePolicyDocument: trust }, 400, 'InvalidInput', "Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles");

if (process.argv[2] === 'prepare') {
  await prepare();
  console.log('prepared');
} else {
  let wrong = 0;
  for (const { operation, input, status, code, message } of rows) {
    const got = await send(operation, input).then(() => ({ status: 200, code: 'done', message: '' }), (error) => ({ status: error.$metadata?.httpStatusCode, code: error.name, message: error.message }));
    if (got.status !== status || ![code, code + 'Exception'].includes(got.code) || got.message !== message) {
      wrong++;
      console.log(`${operation} ${JSON.stringify(input).slice(0, 200)}\n  wanted ${status} ${code}: ${message.slice(0, 300)}\n  got    ${got.status} ${got.code}: ${got.message.slice(0, 300)}`);
    }
  }
  console.log(`${rows.length} refusals, ${wrong} wrong`);
  process.exit(wrong ? 1 : 0);
}
