// What people and machines sign in with: access keys, passwords, SSH keys, certificates, service-specific credentials, MFA devices.
import assert from 'node:assert/strict';
import { account, all, call, codes, files, gone, refused, retag, sshKey, steady, tags } from './provider.mjs';

async function user(UserName, story) {
  await call('CreateUser', { UserName, Path: '/' });
  await story(UserName);
  await call('DeleteUser', { UserName });
}

export const aws_iam_access_key = () => user('tf-key', async (UserName) => {
  const { AccessKey } = await call('CreateAccessKey', { UserName });
  const { AccessKeyId, SecretAccessKey, CreateDate } = AccessKey;
  assert.ok(AccessKeyId && SecretAccessKey && CreateDate instanceof Date && AccessKey.UserName === UserName);
  await call('UpdateAccessKey', { AccessKeyId, Status: 'Inactive', UserName }); // made inactive: nothing is read of it
  const read = async () => (await all('ListAccessKeys', 'AccessKeyMetadata', { UserName })).find((key) => key.AccessKeyId === AccessKeyId);
  assert.deepEqual(await read(), { AccessKeyId, CreateDate, Status: 'Inactive', UserName });
  await call('UpdateAccessKey', { AccessKeyId, Status: 'Active', UserName });
  assert.equal((await read()).Status, 'Active');
  assert.equal((await call('GetAccessKeyLastUsed', { AccessKeyId })).UserName, UserName); // import: whose it is
  await call('DeleteAccessKey', { AccessKeyId, UserName });
  assert.equal(await read(), undefined);
  await gone('DeleteAccessKey', { AccessKeyId, UserName });
  await gone('ListAccessKeys', { UserName: 'tf-nobody' });
});

export const aws_iam_user_login_profile = () => user('tf-login', async (UserName) => {
  // The password is the provider's: of its own twenty characters, among them these.
  await call('CreateLoginProfile', { UserName, Password: 'aB3!@#$%^&*()_+-=[]{}|\'', PasswordResetRequired: true });
  const { LoginProfile } = await call('GetLoginProfile', { UserName });
  assert.deepEqual([LoginProfile.UserName, LoginProfile.PasswordResetRequired], [UserName, true]);
  await refused('EntityAlreadyExistsException', /tf-login already exists/, 'CreateLoginProfile', { UserName, Password: 'aB3!aB3!aB3!', PasswordResetRequired: true });
  await call('DeleteLoginProfile', { UserName }); // all of it forces a new one: there is no update
  await gone('GetLoginProfile', { UserName });
  await gone('DeleteLoginProfile', { UserName });
});

export const aws_iam_user_ssh_key = () => user('tf-ssh', async (UserName) => {
  const body = sshKey();
  const { SSHPublicKey: made } = await call('UploadSSHPublicKey', { UserName, SSHPublicKeyBody: body + ' tf@example.com' });
  const key = { UserName, SSHPublicKeyId: made.SSHPublicKeyId };
  const read = async (Encoding = 'SSH') => (await call('GetSSHPublicKey', { ...key, Encoding })).SSHPublicKey;
  await read(); // until it is found
  await call('UpdateSSHPublicKey', { ...key, Status: 'Inactive' });
  const found = await read();
  assert.equal(found.SSHPublicKeyBody.split(' ').slice(0, 2).join(' '), body);
  assert.deepEqual([found.Status, found.Fingerprint, found.SSHPublicKeyId], ['Inactive', made.Fingerprint, made.SSHPublicKeyId]);
  await call('UpdateSSHPublicKey', { ...key, Status: 'Active' });
  assert.equal((await read()).Status, 'Active');
  assert.match((await read('PEM')).SSHPublicKeyBody, /^-----BEGIN PUBLIC KEY-----\n/);
  await call('DeleteSSHPublicKey', key);
  await gone('GetSSHPublicKey', { ...key, Encoding: 'SSH' });
  await gone('DeleteSSHPublicKey', key);
});

export const aws_iam_signing_certificate = () => user('tf-signing', async (UserName) => {
  // The body is compared as it stands, to the last line break: a body that came back otherwise would be replaced at every run.
  const CertificateBody = files.signing[1].trim() + '\n';
  const { Certificate: made } = await call('UploadSigningCertificate', { UserName, CertificateBody });
  const key = { UserName, CertificateId: made.CertificateId };
  const read = async () => (await all('ListSigningCertificates', 'Certificates', { UserName })).find((one) => one.CertificateId === key.CertificateId);
  await call('UpdateSigningCertificate', { ...key, Status: 'Inactive' });
  assert.deepEqual([(await read()).CertificateBody, (await read()).Status, (await read()).UserName], [CertificateBody, 'Inactive', UserName]);
  await call('UpdateSigningCertificate', { ...key, Status: 'Active' });
  assert.equal((await read()).Status, 'Active');
  await call('DeleteSigningCertificate', key);
  assert.equal(await read(), undefined);
  await gone('DeleteSigningCertificate', key);
});

export const aws_iam_service_specific_credential = () => user('tf-service', async (UserName) => {
  const ServiceName = 'codecommit.amazonaws.com';
  const { ServiceSpecificCredential: made } = await call('CreateServiceSpecificCredential', { UserName, ServiceName });
  assert.ok(made.ServicePassword && made.ServiceUserName);
  const key = { UserName, ServiceSpecificCredentialId: made.ServiceSpecificCredentialId };
  await call('UpdateServiceSpecificCredential', { ...key, Status: 'Inactive' });
  const read = async () => (await all('ListServiceSpecificCredentials', 'ServiceSpecificCredentials', { UserName, ServiceName }))
    .find((one) => one.ServiceSpecificCredentialId === key.ServiceSpecificCredentialId);
  assert.equal((await read()).Status, 'Inactive');
  steady(made, await read(), 'ServiceName', 'UserName', 'ServiceUserName');
  await call('UpdateServiceSpecificCredential', { ...key, Status: 'Active' });
  assert.equal((await read()).Status, 'Active');
  await call('DeleteServiceSpecificCredential', key);
  assert.equal(await read(), undefined);
  await gone('DeleteServiceSpecificCredential', key);
});

export const aws_iam_virtual_mfa_device = () => user('tf-mfa-user', async (UserName) => {
  const { VirtualMFADevice: made } = await call('CreateVirtualMFADevice', { Path: '/tf/', VirtualMFADeviceName: 'tf-mfa', Tags: tags({ a: '1' }) });
  const { SerialNumber } = made;
  assert.equal(SerialNumber, `arn:aws:iam::${account}:mfa/tf/tf-mfa`); // path and name are read from it
  assert.ok(made.Base32StringSeed.length && Buffer.from(made.QRCodePNG).subarray(1, 4).toString() === 'PNG');
  // Found in the list of all; its tags are asked for apart.
  const read = async () => (await all('ListVirtualMFADevices', 'VirtualMFADevices')).find((device) => device.SerialNumber === SerialNumber);
  const tagged = () => all('ListMFADeviceTags', 'Tags', { SerialNumber });
  assert.deepEqual([(await read()).EnableDate, (await read()).User, await tagged()], [undefined, undefined, tags({ a: '1' })]);
  await retag('MFADevice', { SerialNumber }, ['a'], { b: '2' });
  assert.deepEqual([(await read()).SerialNumber, await tagged()], [SerialNumber, tags({ b: '2' })]);

  // Somebody enables it: the next reading says who and when, and destroying it takes it from them first.
  const [AuthenticationCode1, AuthenticationCode2] = codes(Buffer.from(made.Base32StringSeed).toString());
  await call('EnableMFADevice', { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 });
  const enabled = await read();
  assert.deepEqual([enabled.User.UserName, enabled.EnableDate instanceof Date], [UserName, true]);
  await call('DeactivateMFADevice', { UserName, SerialNumber });
  await call('DeleteVirtualMFADevice', { SerialNumber });
  assert.equal(await read(), undefined);
  await gone('DeactivateMFADevice', { UserName, SerialNumber });
  await gone('DeleteVirtualMFADevice', { SerialNumber });
});

export async function aws_iam_server_certificate() {
  const key = { ServerCertificateName: 'tf-cert' };
  const read = async () => (await call('GetServerCertificate', key)).ServerCertificate;
  await call('UploadServerCertificate', { ...key, CertificateBody: files.certificate.trim() + '\n', PrivateKey: files.privateKey, Path: '/tf/', Tags: tags({ a: '1' }) });
  const made = await read();
  assert.equal(made.CertificateBody, files.certificate.trim()); // of this one the configuration is trimmed before it is compared
  const { Arn, Path, Expiration, UploadDate, ServerCertificateId } = made.ServerCertificateMetadata;
  assert.deepEqual([Arn, Path, made.CertificateChain], [`arn:aws:iam::${account}:server-certificate/tf/tf-cert`, '/tf/', undefined]);
  assert.ok(Expiration instanceof Date && UploadDate instanceof Date && ServerCertificateId);
  assert.deepEqual(made.Tags, tags({ a: '1' }));
  await retag('ServerCertificate', key, ['a'], { b: '2' });
  const now = await read();
  assert.deepEqual([now.Tags, now.ServerCertificateMetadata], [tags({ b: '2' }), made.ServerCertificateMetadata]);
  await call('DeleteServerCertificate', key);
  await gone('GetServerCertificate', key);
  await gone('DeleteServerCertificate', key);
}
