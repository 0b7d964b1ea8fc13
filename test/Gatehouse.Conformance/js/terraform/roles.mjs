// Roles, managed policies, and what joins them.
import assert from 'node:assert/strict';
import { account, all, boundary, call, document, gone, isArn, refused, retag, same, steady, tags, trust } from './provider.mjs';
import { attachment, inline } from './users.mjs';

export async function aws_iam_policy() {
  // A description that is not given is sent empty.
  const { Policy } = await call('CreatePolicy', { PolicyName: 'tf-policy', Path: '/', Description: '', PolicyDocument: document('ec2:Describe*'), Tags: tags({ a: '1' }) });
  const PolicyArn = Policy.Arn;
  const read = async () => {
    const { Policy: now } = await call('GetPolicy', { PolicyArn });
    return { now, document: (await call('GetPolicyVersion', { PolicyArn, VersionId: now.DefaultVersionId })).PolicyVersion.Document };
  };
  const made = await read();
  assert.deepEqual([made.now.Description ?? '', made.now.Tags, made.now.AttachmentCount, made.now.Path], ['', tags({ a: '1' }), 0, '/']);
  same(document('ec2:Describe*'), made.document);

  await retag('Policy', { PolicyArn }, ['a'], { b: '2' });
  assert.deepEqual((await read()).now.Tags, tags({ b: '2' }));
  for (let change = 0; change < 6; change++) {
    // Of five versions, the oldest that is not the default goes first: the first in the list of those made at one instant.
    const versions = await all('ListPolicyVersions', 'Versions', { PolicyArn });
    if (versions.length >= 5) {
      const oldest = versions.filter((version) => !version.IsDefaultVersion).reduce((a, b) => (b.CreateDate < a.CreateDate ? b : a));
      await call('DeletePolicyVersion', { PolicyArn, VersionId: oldest.VersionId });
    }
    const SetAsDefault = change % 2 === 0;
    const made = await call('CreatePolicyVersion', { PolicyArn, PolicyDocument: document(`ec2:Get${change}`), ...(SetAsDefault && { SetAsDefault }) });
    // With delay_after_policy_creation_in_ms it is made first and becomes the default after.
    if (!SetAsDefault) await call('SetDefaultPolicyVersion', { PolicyArn, VersionId: made.PolicyVersion.VersionId });
    const now = await read();
    same(document(`ec2:Get${change}`), now.document);
    steady(Policy, now.now, 'PolicyId', 'Arn', 'CreateDate');
  }

  for (const version of (await all('ListPolicyVersions', 'Versions', { PolicyArn })).filter((one) => !one.IsDefaultVersion)) {
    await call('DeletePolicyVersion', { PolicyArn, VersionId: version.VersionId });
  }
  await call('DeletePolicy', { PolicyArn });
  for (const operation of ['GetPolicy', 'ListPolicyVersions', 'DeletePolicy']) await gone(operation, { PolicyArn });
}

export async function aws_iam_policy_attachment() {
  const names = { group: 'tf-att-group', role: 'tf-att-role', user: 'tf-att-user' };
  await call('CreateGroup', { GroupName: names.group, Path: '/' });
  await call('CreateRole', { RoleName: names.role, Path: '/', AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }) });
  await call('CreateUser', { UserName: names.user, Path: '/' });
  const PolicyArn = (await call('CreatePolicy', { PolicyName: 'tf-att', Path: '/', Description: '', PolicyDocument: document('s3:*') })).Policy.Arn;
  const read = async () => {
    const found = { groups: [], roles: [], users: [] };
    for (let Marker; ;) {
      // One at a time, so that there are pages; the provider leaves the size to the service.
      const page = await call('ListEntitiesForPolicy', { PolicyArn, MaxItems: 1, ...(Marker && { Marker }) });
      found.groups.push(...page.PolicyGroups.map((one) => one.GroupName));
      found.roles.push(...page.PolicyRoles.map((one) => one.RoleName));
      found.users.push(...page.PolicyUsers.map((one) => one.UserName));
      if (!page.IsTruncated) return found;
      ({ Marker } = page);
    }
  };
  const each = async (verb) => {
    await call(verb + 'GroupPolicy', { GroupName: names.group, PolicyArn });
    await call(verb + 'RolePolicy', { RoleName: names.role, PolicyArn });
    await call(verb + 'UserPolicy', { UserName: names.user, PolicyArn });
  };
  await each('Attach');
  assert.deepEqual(await read(), { groups: [names.group], roles: [names.role], users: [names.user] });
  assert.equal((await call('GetPolicy', { PolicyArn })).Policy.AttachmentCount, 3);

  // Of each kind those that went are detached before the new ones are attached; what is attached already stays so.
  await call('DetachGroupPolicy', { GroupName: names.group, PolicyArn });
  await call('AttachRolePolicy', { RoleName: names.role, PolicyArn });
  assert.deepEqual(await read(), { groups: [], roles: [names.role], users: [names.user] });
  await refused('DeleteConflictException', /./, 'DeletePolicy', { PolicyArn });
  await call('AttachGroupPolicy', { GroupName: names.group, PolicyArn });

  await each('Detach');
  assert.deepEqual(await read(), { groups: [], roles: [], users: [] });
  await call('DeletePolicy', { PolicyArn });
  await gone('ListEntitiesForPolicy', { PolicyArn });
  await gone('DetachUserPolicy', { UserName: names.user, PolicyArn });
  await call('DeleteGroup', { GroupName: names.group });
  await call('DeleteRole', { RoleName: names.role });
  await call('DeleteUser', { UserName: names.user });
}

export async function aws_iam_role() {
  const RoleName = 'tf-role';
  const create = { RoleName, Path: '/service/', AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }), Description: 'old', MaxSessionDuration: 3600, Tags: tags({ a: '1' }) };

  // A principal that cannot be found (yet) is what the provider waits for, by this code and these words.
  const peer = { RoleName: 'tf-peer', Path: '/', AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }), MaxSessionDuration: 3600 };
  const early = trust({ AWS: `arn:aws:iam::${account}:role/tf-peer` });
  await refused('MalformedPolicyDocumentException', /Invalid principal in policy/, 'CreateRole', { ...create, AssumeRolePolicyDocument: early });
  await call('CreateRole', create);
  await refused('MalformedPolicyDocumentException', /Invalid principal in policy/, 'UpdateAssumeRolePolicy', { RoleName, PolicyDocument: early });
  await refused('EntityAlreadyExistsException', /tf-role already exists/, 'CreateRole', create);
  await call('CreateRole', peer);

  const read = async () => {
    const { Role } = await call('GetRole', { RoleName });
    isArn(Role.Arn);
    const policies = await all('ListRolePolicies', 'PolicyNames', { RoleName });
    for (const PolicyName of policies) same(document('s3:' + PolicyName), (await call('GetRolePolicy', { RoleName, PolicyName })).PolicyDocument);
    return { Role, policies, attached: (await all('ListAttachedRolePolicies', 'AttachedPolicies', { RoleName })).map((one) => one.PolicyArn) };
  };
  // inline_policy and managed_policy_arns follow the role, before the first reading.
  await call('PutRolePolicy', { RoleName, PolicyName: 'One', PolicyDocument: document('s3:One') });
  await call('AttachRolePolicy', { RoleName, PolicyArn: boundary });
  const made = await read();
  same(create.AssumeRolePolicyDocument, made.Role.AssumeRolePolicyDocument);
  assert.deepEqual([made.Role.Arn, made.Role.Description, made.Role.MaxSessionDuration, made.Role.Tags, made.policies, made.attached],
    [`arn:aws:iam::${account}:role/service/tf-role`, 'old', 3600, create.Tags, ['One'], [boundary]]);

  await retag('Role', { RoleName }, ['a'], { b: '2' });
  await call('UpdateAssumeRolePolicy', { RoleName, PolicyDocument: early });
  await call('UpdateRoleDescription', { RoleName, Description: 'new' });
  await call('UpdateRole', { RoleName, MaxSessionDuration: 7200 }); // alone: the description must stay
  await call('PutRolePermissionsBoundary', { RoleName, PermissionsBoundary: boundary });
  await call('DeleteRolePolicy', { RoleName, PolicyName: 'One' });
  await call('PutRolePolicy', { RoleName, PolicyName: 'Two', PolicyDocument: document('s3:Two') });
  await call('DetachRolePolicy', { RoleName, PolicyArn: boundary });
  await call('AttachRolePolicy', { RoleName, PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' });
  const now = await read();
  same(early, now.Role.AssumeRolePolicyDocument);
  steady(made.Role, now.Role, 'RoleId', 'Arn', 'CreateDate');
  assert.deepEqual([now.Role.Description, now.Role.MaxSessionDuration, now.Role.Tags, now.Role.PermissionsBoundary.PermissionsBoundaryArn, now.policies, now.attached],
    ['new', 7200, tags({ b: '2' }), boundary, ['Two'], ['arn:aws:iam::aws:policy/IAMReadOnlyAccess']]);

  // What the configuration no longer says: an empty description, no boundary.
  await call('UpdateRoleDescription', { RoleName, Description: '' });
  await call('DeleteRolePermissionsBoundary', { RoleName });
  const bare = (await read()).Role;
  assert.deepEqual([bare.Description ?? '', bare.PermissionsBoundary, bare.MaxSessionDuration], ['', undefined, 7200]);

  // Destroy: out of instance profiles in any case; attached and inline policies with force_detach_policies, or when the role declared them.
  await call('CreateInstanceProfile', { InstanceProfileName: 'tf-role-profile', Path: '/' });
  await call('AddRoleToInstanceProfile', { InstanceProfileName: 'tf-role-profile', RoleName });
  await refused('DeleteConflictException', /./, 'DeleteRole', { RoleName });
  for (const { InstanceProfileName } of await all('ListInstanceProfilesForRole', 'InstanceProfiles', { RoleName })) {
    await call('RemoveRoleFromInstanceProfile', { InstanceProfileName, RoleName });
    await gone('RemoveRoleFromInstanceProfile', { InstanceProfileName, RoleName });
  }
  for (const { PolicyArn } of await all('ListAttachedRolePolicies', 'AttachedPolicies', { RoleName })) {
    await call('DetachRolePolicy', { RoleName, PolicyArn });
    await gone('DetachRolePolicy', { RoleName, PolicyArn });
  }
  await refused('DeleteConflictException', /./, 'DeleteRole', { RoleName });
  for (const PolicyName of await all('ListRolePolicies', 'PolicyNames', { RoleName })) {
    await call('DeleteRolePolicy', { RoleName, PolicyName });
    await gone('DeleteRolePolicy', { RoleName, PolicyName });
  }
  await call('DeleteRole', { RoleName });
  for (const operation of ['GetRole', 'ListInstanceProfilesForRole', 'ListRolePolicies', 'ListAttachedRolePolicies', 'DeleteRole']) await gone(operation, { RoleName });
  await call('DeleteRole', { RoleName: 'tf-peer' });
  await call('DeleteInstanceProfile', { InstanceProfileName: 'tf-role-profile' });
}

export async function aws_iam_role_policy_and_attachment() {
  const RoleName = 'tf-role-policy';
  await call('CreateRole', { RoleName, Path: '/', AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }), MaxSessionDuration: 3600 });
  await inline('Role', { RoleName });
  await attachment('Role', { RoleName });
  await call('DeleteRole', { RoleName });

  // Terraform walks ten resources at a time: here ten policies, each made, attached to one role and found there.
  await call('CreateRole', { RoleName, Path: '/', AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }), MaxSessionDuration: 3600 });
  const ten = await Promise.all(Array.from({ length: 10 }, async (_, number) => {
    const { Policy } = await call('CreatePolicy', { PolicyName: `tf-one-of-ten-${number}`, Path: '/', Description: '', PolicyDocument: document('s3:*') });
    await call('AttachRolePolicy', { RoleName, PolicyArn: Policy.Arn });
    assert.ok((await all('ListAttachedRolePolicies', 'AttachedPolicies', { RoleName })).some((one) => one.PolicyArn === Policy.Arn));
    return Policy.Arn;
  }));
  await Promise.all(ten.map(async (PolicyArn) => {
    await call('DetachRolePolicy', { RoleName, PolicyArn });
    await all('ListPolicyVersions', 'Versions', { PolicyArn });
    await call('DeletePolicy', { PolicyArn });
  }));
  await call('DeleteRole', { RoleName });
}

export async function aws_iam_instance_profile() {
  const [InstanceProfileName, RoleName, other] = ['tf-profile', 'tf-profile-role', 'tf-profile-other'];
  const key = { InstanceProfileName };
  const get = async () => (await call('GetInstanceProfile', key)).InstanceProfile;
  await call('CreateInstanceProfile', { ...key, Path: '/', Tags: tags({ a: '1' }) });
  const made = await get(); // until it is found
  // A role that cannot be found (yet) is waited for, by these words.
  await refused('NoSuchEntityException', /The role with name/, 'AddRoleToInstanceProfile', { ...key, RoleName });
  for (const name of [RoleName, other]) await call('CreateRole', { RoleName: name, Path: '/', AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }) });
  await call('AddRoleToInstanceProfile', { ...key, RoleName });
  const ready = async (role) => {
    for (let seen = 0; seen < 3; seen++) isArn((await get()).Arn); // three times in a row
    const now = await get();
    steady(made, now, 'InstanceProfileId', 'Arn', 'CreateDate', 'Path');
    assert.deepEqual(now.Roles.map((one) => one.RoleName), [role]);
    await call('GetRole', { RoleName: role }); // a role that is gone would be taken out
    return now;
  };
  assert.deepEqual((await ready(RoleName)).Tags, tags({ a: '1' }));

  await retag('InstanceProfile', key, ['a'], { b: '2' });
  await call('RemoveRoleFromInstanceProfile', { ...key, RoleName });
  await call('AddRoleToInstanceProfile', { ...key, RoleName: other });
  assert.deepEqual((await ready(other)).Tags, tags({ b: '2' }));

  await call('RemoveRoleFromInstanceProfile', { ...key, RoleName: other });
  await call('DeleteInstanceProfile', key);
  for (const operation of ['GetInstanceProfile', 'DeleteInstanceProfile']) await gone(operation, key);
  for (const name of [RoleName, other]) await call('DeleteRole', { RoleName: name });
}

export async function aws_iam_service_linked_role() {
  const { Role } = await call('CreateServiceLinkedRole', { AWSServiceName: 'autoscaling.amazonaws.com', CustomSuffix: 'tf', Description: 'first' });
  const { RoleName } = Role;
  // The state's id is the ARN, from which service, name and suffix are read.
  assert.match(Role.Arn, /^arn:aws:iam::\d{12}:role\/aws-service-role\/autoscaling\.amazonaws\.com\/[^_/]+_tf$/);
  await call('TagRole', { RoleName, Tags: tags({ a: '1' }) }); // its creation takes no tags
  const made = (await call('GetRole', { RoleName })).Role;
  assert.deepEqual([made.Path, made.Description, made.Tags], ['/aws-service-role/autoscaling.amazonaws.com/', 'first', tags({ a: '1' })]);
  await retag('Role', { RoleName }, ['a'], { b: '2' });
  await call('UpdateRole', { RoleName, Description: 'ours' });
  const now = (await call('GetRole', { RoleName })).Role;
  steady(made, now, 'Arn', 'RoleId', 'CreateDate');
  assert.deepEqual([now.Description, now.Tags], ['ours', tags({ b: '2' })]);

  const { DeletionTaskId } = await call('DeleteServiceLinkedRole', { RoleName });
  let status;
  for (let wait = 0; wait < 100 && !['SUCCEEDED', 'FAILED'].includes(status); wait++) {
    status = (await call('GetServiceLinkedRoleDeletionStatus', { DeletionTaskId })).Status;
    assert.match(status, /^(NOT_STARTED|IN_PROGRESS|SUCCEEDED)$/);
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.equal(status, 'SUCCEEDED');
  await gone('GetRole', { RoleName });
  await gone('DeleteServiceLinkedRole', { RoleName });
}
