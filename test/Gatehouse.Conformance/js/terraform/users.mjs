// aws_iam_user and what hangs on one: its policies, attachments, memberships and groups.
import assert from 'node:assert/strict';
import { account, all, boundary, call, codes, document, files, gone, isArn, refused, retag, same, sshKey, steady, tags } from './provider.mjs';

export async function aws_iam_user() {
  const create = { Path: '/system/', UserName: 'tf-user', Tags: tags({ env: 'test', keep: '1' }) };
  await call('CreateUser', create);
  const made = (await call('GetUser', { UserName: 'tf-user' })).User;
  assert.deepEqual([made.Arn, made.Tags], [`arn:aws:iam::${account}:user/system/tf-user`, create.Tags]);
  await refused('EntityAlreadyExistsException', /tf-user already exists/, 'CreateUser', create);

  // The tags go by the name that it had; the new name and path are always sent together; the boundary goes by the new name.
  await retag('User', { UserName: 'tf-user' }, ['env'], { stage: 'x', keep: '2' });
  await call('UpdateUser', { UserName: 'tf-user', NewUserName: 'tf-user-2', NewPath: '/' });
  await call('PutUserPermissionsBoundary', { UserName: 'tf-user-2', PermissionsBoundary: boundary });
  let now = (await call('GetUser', { UserName: 'tf-user-2' })).User;
  steady(made, now, 'UserId', 'CreateDate');
  assert.deepEqual([now.Arn, now.Path, now.PermissionsBoundary.PermissionsBoundaryArn], [`arn:aws:iam::${account}:user/tf-user-2`, '/', boundary]);
  assert.deepEqual(Object.fromEntries(now.Tags.map((tag) => [tag.Key, tag.Value])), { keep: '2', stage: 'x' });
  await gone('GetUser', { UserName: 'tf-user' });

  // Only the path changed: the name is sent as its own new name.
  await call('UpdateUser', { UserName: 'tf-user-2', NewUserName: 'tf-user-2', NewPath: '/moved/' });
  await call('DeleteUserPermissionsBoundary', { UserName: 'tf-user-2' });
  now = (await call('GetUser', { UserName: 'tf-user-2' })).User;
  assert.deepEqual([now.Path, now.PermissionsBoundary], ['/moved/', undefined]);

  await call('CreateGroup', { GroupName: 'tf-user-group' });
  await hold('tf-user-2');
  await refused('DeleteConflictException', /./, 'DeleteUser', { UserName: 'tf-user-2' });
  await destroy('tf-user-2');
  await gone('GetUser', { UserName: 'tf-user-2' });
  await gone('ListGroupsForUser', { UserName: 'tf-user-2' });
  await gone('DeleteUser', { UserName: 'tf-user-2' });
  await call('DeleteGroup', { GroupName: 'tf-user-group' });
}

// One of each thing that keeps a user from being deleted.
async function hold(UserName) {
  await call('AddUserToGroup', { UserName, GroupName: 'tf-user-group' });
  await call('PutUserPolicy', { UserName, PolicyName: 'inline', PolicyDocument: document('s3:*') });
  await call('AttachUserPolicy', { UserName, PolicyArn: boundary });
  await call('CreateAccessKey', { UserName });
  await call('UploadSSHPublicKey', { UserName, SSHPublicKeyBody: sshKey() });
  const { VirtualMFADevice: device } = await call('CreateVirtualMFADevice', { VirtualMFADeviceName: 'tf-user-mfa' });
  const [AuthenticationCode1, AuthenticationCode2] = codes(Buffer.from(device.Base32StringSeed).toString());
  await call('EnableMFADevice', { UserName, SerialNumber: device.SerialNumber, AuthenticationCode1, AuthenticationCode2 });
  await call('CreateLoginProfile', { UserName, Password: 'Correct-Horse-7-Battery' });
  await call('UploadSigningCertificate', { UserName, CertificateBody: files.signing[0] });
  await call('CreateServiceSpecificCredential', { UserName, ServiceName: 'codecommit.amazonaws.com' });
}

// Groups are left in any case; the rest is what force_destroy adds, in its order.
async function destroy(UserName) {
  const each = async (found, remove) => {
    assert.equal(found.length, 1);
    for (const one of found) await remove(one);
  };
  await each(await all('ListGroupsForUser', 'Groups', { UserName }), ({ GroupName }) => call('RemoveUserFromGroup', { UserName, GroupName }));
  await each(await all('ListUserPolicies', 'PolicyNames', { UserName }), (PolicyName) => call('DeleteUserPolicy', { UserName, PolicyName }));
  await each(await all('ListAttachedUserPolicies', 'AttachedPolicies', { UserName }), ({ PolicyArn }) => call('DetachUserPolicy', { UserName, PolicyArn }));
  await each(await all('ListAccessKeys', 'AccessKeyMetadata', { UserName }), ({ AccessKeyId }) => call('DeleteAccessKey', { UserName, AccessKeyId }));
  await each(await all('ListSSHPublicKeys', 'SSHPublicKeys', { UserName }), ({ SSHPublicKeyId }) => call('DeleteSSHPublicKey', { UserName, SSHPublicKeyId }));
  // Every assigned device of the account, each of which must say whose it is.
  const assigned = await all('ListVirtualMFADevices', 'VirtualMFADevices', { AssignmentStatus: 'Assigned' });
  await each(assigned.filter((device) => device.User.UserName === UserName), async ({ SerialNumber }) => {
    await call('DeactivateMFADevice', { UserName, SerialNumber });
    await call('DeleteVirtualMFADevice', { SerialNumber });
  });
  assert.deepEqual(await all('ListMFADevices', 'MFADevices', { UserName }), []);
  await call('DeleteLoginProfile', { UserName });
  await gone('DeleteLoginProfile', { UserName });
  await each(await all('ListSigningCertificates', 'Certificates', { UserName }), ({ CertificateId }) => call('DeleteSigningCertificate', { UserName, CertificateId }));
  await each(await all('ListServiceSpecificCredentials', 'ServiceSpecificCredentials', { UserName }),
    ({ ServiceSpecificCredentialId }) => call('DeleteServiceSpecificCredential', { UserName, ServiceSpecificCredentialId }));
  await call('DeleteUser', { UserName });
}

export async function aws_iam_user_policy_and_attachment() {
  const UserName = 'tf-user-policy';
  await call('CreateUser', { UserName, Path: '/' });
  await inline('User', { UserName });
  await attachment('User', { UserName });
  await call('DeleteUser', { UserName });
  await gone('ListAttachedUserPolicies', { UserName });
  await gone('GetUserPolicy', { UserName, PolicyName: 'inline' });
}

// aws_iam_{user,group,role}_policy: put; read until found; read. Put again and read when it changed.
export async function inline(kind, holder) {
  const key = { ...holder, PolicyName: 'inline' };
  const read = async () => (await call(`Get${kind}Policy`, key)).PolicyDocument;
  await call(`Put${kind}Policy`, { ...key, PolicyDocument: document('s3:*') });
  same(document('s3:*'), await read());
  same(document('s3:*'), await read());
  await call(`Put${kind}Policy`, { ...key, PolicyDocument: document('s3:Get*') });
  same(document('s3:Get*'), await read());

  // aws_iam_{user,group,role}_policies_exclusive: lists them and takes away those that it was not told of.
  await call(`Put${kind}Policy`, { ...key, PolicyName: 'stray', PolicyDocument: document('s3:*') });
  assert.deepEqual(await all(`List${kind}Policies`, 'PolicyNames', holder), ['inline', 'stray']);
  await call(`Delete${kind}Policy`, { ...key, PolicyName: 'stray' });
  assert.deepEqual(await all(`List${kind}Policies`, 'PolicyNames', holder), ['inline']);
  await call(`Delete${kind}Policy`, key);
  await gone(`Get${kind}Policy`, key);
  await gone(`Delete${kind}Policy`, key);
}

// aws_iam_{user,group,role}_policy_attachment: attach; found in the list of what is attached.
export async function attachment(kind, holder) {
  const key = { ...holder, PolicyArn: boundary };
  const read = async () => (await all(`ListAttached${kind}Policies`, 'AttachedPolicies', holder)).map((one) => one.PolicyArn);
  await call(`Attach${kind}Policy`, key);
  assert.deepEqual(await read(), [boundary]);
  // aws_iam_{user,group,role}_policy_attachments_exclusive: the missing ones attached, then the strange ones detached.
  await call(`Attach${kind}Policy`, { ...key, PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' });
  await call(`Detach${kind}Policy`, { ...key, PolicyArn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' });
  assert.deepEqual(await read(), [boundary]);
  await call(`Detach${kind}Policy`, key);
  assert.deepEqual(await read(), []);
  await gone(`Detach${kind}Policy`, key);
}

export async function aws_iam_group_and_memberships() {
  const [GroupName, renamed] = ['tf-group', 'tf-group-2'];
  await call('CreateGroup', { Path: '/', GroupName });
  await call('GetGroup', { GroupName }); // until it is found
  const made = (await call('GetGroup', { GroupName })).Group;
  isArn(made.Arn);
  for (const UserName of ['tf-a', 'tf-b', 'tf-c']) await call('CreateUser', { UserName, Path: '/' });

  // aws_iam_group_membership: who is in it, read from the group (here one at a time, so that there are pages); those that went are removed before the new ones are added.
  const members = async (name) => (await all('GetGroup', 'Users', { GroupName: name, MaxItems: 1 })).map((user) => user.UserName).sort();
  for (const UserName of ['tf-a', 'tf-b']) await call('AddUserToGroup', { UserName, GroupName });
  assert.deepEqual(await members(GroupName), ['tf-a', 'tf-b']);
  await call('RemoveUserFromGroup', { UserName: 'tf-a', GroupName });
  await call('AddUserToGroup', { UserName: 'tf-c', GroupName });
  assert.deepEqual(await members(GroupName), ['tf-b', 'tf-c']);

  // aws_iam_user_group_membership: the groups, read from the user.
  const groups = async (UserName) => (await all('ListGroupsForUser', 'Groups', { UserName })).map((group) => group.GroupName);
  await call('AddUserToGroup', { UserName: 'tf-a', GroupName });
  assert.deepEqual(await groups('tf-a'), [GroupName]);
  await call('RemoveUserFromGroup', { UserName: 'tf-a', GroupName });
  assert.deepEqual(await groups('tf-a'), []);

  await call('UpdateGroup', { GroupName, NewGroupName: renamed, NewPath: '/' });
  await call('UpdateGroup', { GroupName: renamed, NewGroupName: renamed, NewPath: '/x/' }); // the path alone
  const now = (await call('GetGroup', { GroupName: renamed })).Group;
  steady(made, now, 'GroupId', 'CreateDate');
  assert.equal(now.Arn, `arn:aws:iam::${account}:group/x/${renamed}`);
  assert.deepEqual(await members(renamed), ['tf-b', 'tf-c']);
  await inline('Group', { GroupName: renamed });
  await attachment('Group', { GroupName: renamed });

  for (const UserName of ['tf-b', 'tf-c']) await call('RemoveUserFromGroup', { UserName, GroupName: renamed });
  await call('DeleteGroup', { GroupName: renamed });
  for (const operation of ['GetGroup', 'ListGroupPolicies', 'ListAttachedGroupPolicies', 'DeleteGroup']) await gone(operation, { GroupName: renamed });
  await gone('RemoveUserFromGroup', { UserName: 'tf-b', GroupName: renamed });
  for (const UserName of ['tf-a', 'tf-b', 'tf-c']) await call('DeleteUser', { UserName });
}
