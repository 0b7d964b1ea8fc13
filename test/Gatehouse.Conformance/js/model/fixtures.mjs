// What must exist before a request can succeed: by the name of a member, and by the name of an operation.
import { createHmac, generateKeyPairSync } from 'node:crypto';

const allow = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }] });
const analyzer = 'access-analyzer.amazonaws.com';
const password = 'Correct-Horse-7-Battery';
let counter = 0;
const next = (stem) => `${stem}-${++counter}`;

/** A one-time password of a seed in base32, some steps from now. */
export function codeOf(seed, step = 0) {
  const bits = [...seed.replace(/=+$/, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step));
  const mac = createHmac('sha1', key).update(time).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function sshKey() {
  const { n, e } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  const part = (bytes) => Buffer.concat([Buffer.from([bytes.length >>> 24, bytes.length >>> 16, bytes.length >>> 8, bytes.length].map((b) => b & 255)), bytes]);
  const number = (text) => { const raw = Buffer.from(text, 'base64url'); return raw[0] & 128 ? Buffer.concat([Buffer.from([0]), raw]) : raw; };
  return `ssh-rsa ${Buffer.concat([part(Buffer.from('ssh-rsa')), part(number(e)), part(number(n))]).toString('base64')} someone`;
}

/** The table. `call(operation, input)` sends a request to IAM as root; `files` holds certificates and metadata. */
export function fixtures({ call, callOf, clientAs, files, account }) {
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }] });
  const user = async () => (await call('CreateUser', { UserName: next('user') })).User.UserName;
  const group = async () => (await call('CreateGroup', { GroupName: next('group') })).Group.GroupName;
  const role = async () => (await call('CreateRole', { RoleName: next('role'), AssumeRolePolicyDocument: trust })).Role.RoleName;
  const policy = async () => (await call('CreatePolicy', { PolicyName: next('policy'), PolicyDocument: allow })).Policy.Arn;
  const profile = async () => (await call('CreateInstanceProfile', { InstanceProfileName: next('profile') })).InstanceProfile.InstanceProfileName;
  const key = async (UserName) => (await call('CreateAccessKey', { UserName })).AccessKey;
  const oidc = async () => (await call('CreateOpenIDConnectProvider', { Url: `https://${next('issuer')}.example.com`, ClientIDList: ['one'], ThumbprintList: ['0f'.repeat(20)] })).OpenIDConnectProviderArn;
  const saml = async () => (await call('CreateSAMLProvider', { Name: next('saml'), SAMLMetadataDocument: files.metadata })).SAMLProviderArn;
  const certificate = async () => (await call('UploadServerCertificate', { ServerCertificateName: next('cert'), CertificateBody: files.certificate, PrivateKey: files.privateKey })).ServerCertificateMetadata.ServerCertificateName;
  const signing = async (UserName) => (await call('UploadSigningCertificate', { UserName, CertificateBody: files.signing.pop() })).Certificate.CertificateId;
  const ssh = async (UserName) => (await call('UploadSSHPublicKey', { UserName, SSHPublicKeyBody: sshKey() })).SSHPublicKey.SSHPublicKeyId;
  const special = async (UserName) => (await call('CreateServiceSpecificCredential', { UserName, ServiceName: 'codecommit.amazonaws.com' })).ServiceSpecificCredential.ServiceSpecificCredentialId;
  const mfa = async () => (await call('CreateVirtualMFADevice', { VirtualMFADeviceName: next('mfa') })).VirtualMFADevice;
  const enabled = async (input) => {
    const device = await mfa();
    const seed = new TextDecoder().decode(device.Base32StringSeed);
    input.SerialNumber = device.SerialNumber;
    await call('EnableMFADevice', { UserName: input.UserName, SerialNumber: device.SerialNumber, AuthenticationCode1: codeOf(seed, -1), AuthenticationCode2: codeOf(seed) });
    return seed;
  };
  const login = async (input) => { await call('CreateLoginProfile', { UserName: input.UserName ??= await user(), Password: password }); };
  const roleArn = async () => `arn:aws:iam::${account}:role/${await role()}`;
  const asUser = async (grants) => {
    const name = await user();
    await call('PutUserPolicy', { UserName: name, PolicyName: 'all', PolicyDocument: allow.replace('iam:GetUser', grants) });
    const made = await key(name);
    return { name, credentials: { accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey } };
  };
  const ask = async () => ({
    Description: 'wants to look', Permissions: { PolicyTemplateArn: await policy() }, RequestorWorkflowId: next('flow'),
    NotificationChannel: `arn:aws:sns:us-east-1:${account}:topic`, SessionDuration: 3600,
  });
  const asked = async (i) => { i.DelegationRequestId = (await call('CreateDelegationRequest', await ask())).DelegationRequestId; };
  const taken = async (i) => { await asked(i); await call('AssociateDelegationRequest', { DelegationRequestId: i.DelegationRequestId }); };
  const granted = async (i) => {
    await taken(i);
    const caller = await asUser('iam:*');
    await clientAs(caller.credentials, 'AcceptDelegationRequest', { DelegationRequestId: i.DelegationRequestId });
    return caller.credentials;
  };
  const report = async (operation, input) => (await call(operation, input)).JobId;

  // Organizations: one organization for all, made on first use.
  let organization;
  const org = () => organization ??= (async () => {
    const { Id: id } = (await callOf('organizations', 'CreateOrganization', {})).Organization;
    const root = (await callOf('organizations', 'ListRoots', {})).Roots[0].Id;
    await callOf('organizations', 'EnablePolicyType', { RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' }).catch(() => {});
    return { id, root };
  })();
  const unit = async () => (await callOf('organizations', 'CreateOrganizationalUnit', { ParentId: (await org()).root, Name: next('unit') })).OrganizationalUnit.Id;
  const control = async () => { await org(); return (await callOf('organizations', 'CreatePolicy', { Content: allow, Description: 'd', Name: next('control'), Type: 'SERVICE_CONTROL_POLICY' })).Policy.PolicySummary.Id; };
  const member = async () => {
    await org();
    let status = (await callOf('organizations', 'CreateAccount', { Email: `${next('member')}@example.com`, AccountName: 'member' })).CreateAccountStatus;
    for (let wait = 0; status.State === 'IN_PROGRESS' && wait < 200; wait++) {
      await new Promise((done) => setTimeout(done, 20));
      status = (await callOf('organizations', 'DescribeCreateAccountStatus', { CreateAccountRequestId: status.Id })).CreateAccountStatus;
    }
    return { account: status.AccountId, request: status.Id };
  };
  const trusted = async (principal) => {
    await org();
    await callOf('organizations', 'EnableAWSServiceAccess', { ServicePrincipal: typeof principal === 'string' ? principal : 'iam.amazonaws.com' });
  };
  const delegated = async (i) => {
    i.ServicePrincipal = analyzer;
    await trusted(analyzer);
    await callOf('organizations', 'RegisterDelegatedAdministrator', { AccountId: i.AccountId, ServicePrincipal: analyzer });
  };
  const attached = async (input) => callOf('organizations', 'AttachPolicy', input);

  // Roles Anywhere: two lists a trust anchor, so that each list has one of its own.
  const source = { sourceType: 'CERTIFICATE_BUNDLE', sourceData: { x509CertificateData: files.authority } };
  const anchor = async () => (await callOf('rolesanywhere', 'CreateTrustAnchor', { name: next('anchor'), source })).trustAnchor;
  const anchorArn = async () => (await anchor()).trustAnchorArn;
  const list = new Uint8Array(Buffer.from(files.crl, 'base64'));
  const passed = [`arn:aws:iam::${account}:role/nobody`];

  const members = {
    iam: {
      UserName: user, GroupName: group, RoleName: role, PolicyArn: policy, InstanceProfileName: profile, PermissionsBoundary: policy, OpenIDConnectProviderArn: oidc,
      SAMLProviderArn: saml, ServerCertificateName: certificate, PolicySourceArn: async () => `arn:aws:iam::${account}:user/${await user()}`,
      Arn: async () => `arn:aws:iam::${account}:user/${await user()}`, EntityArn: roleArn, PolicyDocument: () => allow, PolicyInputList: () => [allow],
      PermissionsBoundaryPolicyInputList: () => [allow], AssumeRolePolicyDocument: () => trust, Password: () => password, SAMLMetadataDocument: () => files.metadata,
      CertificateBody: () => files.signing.pop(), SSHPublicKeyBody: sshKey, SerialNumber: async () => (await mfa()).SerialNumber, ActionNames: () => ['iam:GetUser'],
      ResourceArns: () => ['*'], ServiceNamespaces: () => ['iam'], CallerArn: async () => `arn:aws:iam::${account}:user/${await user()}`, ResourcePolicy: undefined,
      ResourceOwner: undefined, ResourceHandlingOption: undefined, ContextEntries: () => [{ ContextKeyName: 'aws:username', ContextKeyValues: ['x'], ContextKeyType: 'string' }],
      AddPrivateKey: undefined, AssertionEncryptionMode: undefined, RemovePrivateKey: undefined, ServiceName: () => 'codecommit.amazonaws.com', CredentialAgeDays: undefined,
    },
    organizations: {
      ParentId: async () => (await org()).root, RootId: async () => (await org()).root, OrganizationalUnitId: unit, PolicyId: control, TargetId: unit, ResourceId: unit, ChildId: unit,
      Content: () => allow, ServicePrincipal: () => analyzer, AccountId: async () => (await member()).account, Type: () => 'SERVICE_CONTROL_POLICY', Filter: () => 'SERVICE_CONTROL_POLICY', Name: () => next('name'), Email: () => `${next('mail')}@example.com`,
      CreateAccountRequestId: async () => (await member()).request, EffectivePolicyType: undefined,
    },
    sts: { RoleArn: roleArn, Policy: () => allow, PolicyArns: () => [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }], SerialNumber: undefined, TokenCode: undefined, ProvidedContexts: undefined, TransitiveTagKeys: undefined },
    rolesanywhere: {
      trustAnchorId: async () => (await anchor()).trustAnchorId, trustAnchorArn: anchorArn, resourceArn: anchorArn, source: () => source, crlData: () => list,
      profileId: async () => (await callOf('rolesanywhere', 'CreateProfile', { name: next('profile'), roleArns: passed })).profile.profileId, roleArns: () => passed,
      crlId: async () => (await callOf('rolesanywhere', 'ImportCrl', { name: next('list'), crlData: list, trustAnchorArn: await anchorArn() })).crl.crlId,
      sessionPolicy: () => allow, managedPolicyArns: () => ['arn:aws:iam::aws:policy/ReadOnlyAccess'], mappingRules: () => [{ specifier: 'CN' }], specifiers: () => ['CN'],
      nextToken: undefined,
    },
    cloudtrail: { StartTime: undefined, EndTime: undefined, EventCategory: undefined },
  };

  // What an operation needs beyond its members. May change the input; may say who calls.
  const operations = {
    iam: {
      CreateUser: (i) => { i.UserName = next('user'); },
      CreateGroup: (i) => { i.GroupName = next('group'); },
      CreateRole: (i) => { i.RoleName = next('role'); if ('MaxSessionDuration' in i) i.MaxSessionDuration = 3600; },
      CreatePolicy: (i) => { i.PolicyName = next('policy'); },
      CreateInstanceProfile: (i) => { i.InstanceProfileName = next('profile'); },
      CreateVirtualMFADevice: (i) => { i.VirtualMFADeviceName = next('mfa'); },
      CreateOpenIDConnectProvider: (i) => { i.Url = `https://${next('issuer')}.example.com`; i.ThumbprintList = ['0f'.repeat(20)]; },
      CreateSAMLProvider: (i) => { i.Name = next('saml'); },
      UploadServerCertificate: (i) => { i.ServerCertificateName = next('cert'); i.CertificateBody = files.certificate; i.PrivateKey = files.privateKey; delete i.CertificateChain; },
      CreateAccessKey: async (i) => { i.UserName ??= await user(); },
      CreateAccessKey: async (i) => { i.UserName ??= await user(); },
      CreateAccountAlias: (i) => { i.AccountAlias = next('alias'); },
      DeleteAccountAlias: async (i) => { i.AccountAlias = next('alias'); await call('CreateAccountAlias', { AccountAlias: i.AccountAlias }); },
      CreateLoginProfile: async (i) => { i.UserName ??= await user(); i.Password = password; },
      GetLoginProfile: login, DeleteLoginProfile: login, UpdateLoginProfile: login,
      CreateServiceLinkedRole: (i) => { i.AWSServiceName = 'autoscaling.amazonaws.com'; i.CustomSuffix = next('x'); },
      DeleteServiceLinkedRole: async (i) => { i.RoleName = (await call('CreateServiceLinkedRole', { AWSServiceName: 'autoscaling.amazonaws.com', CustomSuffix: next('x') })).Role.RoleName; },
      GetServiceLinkedRoleDeletionStatus: async (i) => {
        const name = (await call('CreateServiceLinkedRole', { AWSServiceName: 'autoscaling.amazonaws.com', CustomSuffix: next('x') })).Role.RoleName;
        i.DeletionTaskId = (await call('DeleteServiceLinkedRole', { RoleName: name })).DeletionTaskId;
      },
      DeleteAccessKey: async (i) => { i.UserName ??= await user(); i.AccessKeyId = (await key(i.UserName)).AccessKeyId; },
      UpdateAccessKey: async (i) => { i.UserName ??= await user(); i.AccessKeyId = (await key(i.UserName)).AccessKeyId; },
      GetAccessKeyLastUsed: async (i) => { i.AccessKeyId = (await key(await user())).AccessKeyId; },
      AddRoleToInstanceProfile: () => {},
      RemoveRoleFromInstanceProfile: (i) => call('AddRoleToInstanceProfile', i),
      RemoveUserFromGroup: (i) => call('AddUserToGroup', i),
      DetachUserPolicy: (i) => call('AttachUserPolicy', i), DetachGroupPolicy: (i) => call('AttachGroupPolicy', i), DetachRolePolicy: (i) => call('AttachRolePolicy', i),
      ...Object.fromEntries(['User', 'Group', 'Role'].flatMap((kind) => ['Get', 'Delete'].map((verb) => [
        `${verb}${kind}Policy`, (i) => call(`Put${kind}Policy`, { ...i, PolicyDocument: allow })]))),
      DeleteUserPermissionsBoundary: async (i) => call('PutUserPermissionsBoundary', { ...i, PermissionsBoundary: await policy() }),
      DeleteRolePermissionsBoundary: async (i) => call('PutRolePermissionsBoundary', { ...i, PermissionsBoundary: await policy() }),
      DeleteAccountPasswordPolicy: () => call('UpdateAccountPasswordPolicy', {}),
      GetAccountPasswordPolicy: () => call('UpdateAccountPasswordPolicy', {}),
      DeletePolicyVersion: async (i) => { i.VersionId = (await call('CreatePolicyVersion', { PolicyArn: i.PolicyArn, PolicyDocument: allow })).PolicyVersion.VersionId; },
      GetPolicyVersion: (i) => { i.VersionId = 'v1'; }, SetDefaultPolicyVersion: (i) => { i.VersionId = 'v1'; },
      UpdateUser: (i) => { if (i.NewUserName) i.NewUserName = next('user'); }, UpdateGroup: (i) => { if (i.NewGroupName) i.NewGroupName = next('group'); },
      UpdateRole: (i) => { if (i.MaxSessionDuration) i.MaxSessionDuration = 3600; },
      UpdateAssumeRolePolicy: (i) => { i.PolicyDocument = trust; },
      UpdateServerCertificate: (i) => { if (i.NewServerCertificateName) i.NewServerCertificateName = next('cert'); },
      DeleteSSHPublicKey: async (i) => { i.SSHPublicKeyId = await ssh(i.UserName); }, GetSSHPublicKey: async (i) => { i.SSHPublicKeyId = await ssh(i.UserName); },
      UpdateSSHPublicKey: async (i) => { i.SSHPublicKeyId = await ssh(i.UserName); },
      DeleteSigningCertificate: async (i) => { i.UserName ??= await user(); i.CertificateId = await signing(i.UserName); },
      UpdateSigningCertificate: async (i) => { i.UserName ??= await user(); i.CertificateId = await signing(i.UserName); i.Status = 'Inactive'; },
      UploadSigningCertificate: async (i) => { i.UserName ??= await user(); }, 
      ListSigningCertificates: async (i) => { i.UserName ??= await user(); }, ListSSHPublicKeys: async (i) => { i.UserName ??= await user(); },
      ListServiceSpecificCredentials: async (i) => { i.UserName ??= await user(); delete i.AllUsers; },
      DeleteServiceSpecificCredential: async (i) => { i.UserName ??= await user(); i.ServiceSpecificCredentialId = await special(i.UserName); },
      UpdateServiceSpecificCredential: async (i) => { i.UserName ??= await user(); i.ServiceSpecificCredentialId = await special(i.UserName); },
      ResetServiceSpecificCredential: async (i) => { i.UserName ??= await user(); i.ServiceSpecificCredentialId = await special(i.UserName); },
      EnableMFADevice: async (i) => {
        const device = await mfa();
        const seed = new TextDecoder().decode(device.Base32StringSeed);
        Object.assign(i, { SerialNumber: device.SerialNumber, AuthenticationCode1: codeOf(seed, -1), AuthenticationCode2: codeOf(seed) });
      },
      DeactivateMFADevice: async (i) => { i.UserName ??= await user(); await enabled(i); },
      GetMFADevice: async (i) => { i.UserName ??= await user(); await enabled(i); },
      ResyncMFADevice: async (i) => { const seed = await enabled(i); i.AuthenticationCode1 = codeOf(seed, 1); i.AuthenticationCode2 = codeOf(seed, 2); },
      ChangePassword: async (i) => {
        const caller = await asUser('iam:ChangePassword');
        await call('CreateLoginProfile', { UserName: caller.name, Password: password });
        Object.assign(i, { OldPassword: password, NewPassword: password + '!' });
        return caller.credentials;
      },
      CreateDelegationRequest: async (i) => { const valid = await ask(); Object.assign(i, valid); },
      AssociateDelegationRequest: asked, GetDelegationRequest: taken, UpdateDelegationRequest: taken, RejectDelegationRequest: taken,
      AcceptDelegationRequest: async (i) => { await taken(i); return (await asUser('iam:*')).credentials; },
      SendDelegationToken: granted,
      GetServiceLastAccessedDetails: async (i) => { i.JobId = await report('GenerateServiceLastAccessedDetails', { Arn: await roleArn() }); },
      GetOrganizationsAccessReport: async (i) => { i.JobId = await report('GenerateOrganizationsAccessReport', { EntityPath: `${(await org()).id}/${(await org()).root}` }); },
      UpdateOpenIDConnectProviderThumbprint: (i) => { i.ThumbprintList = ['0f'.repeat(20)]; },
      GetServiceLastAccessedDetailsWithEntities: async (i) => { i.JobId = await report('GenerateServiceLastAccessedDetails', { Arn: await policy() }); i.ServiceNamespace = 'iam'; },
      GetCredentialReport: async () => {
        for (let wait = 0; (await call('GenerateCredentialReport', {})).State !== 'COMPLETE' && wait < 100; wait++) await new Promise((done) => setTimeout(done, 50));
      },
      RemoveClientIDFromOpenIDConnectProvider: (i) => { i.ClientID = 'one'; },
      AddClientIDToOpenIDConnectProvider: (i) => { i.ClientID = 'two'; },
      DisableOutboundWebIdentityFederation: () => call('EnableOutboundWebIdentityFederation', {}).catch(() => {}),
      EnableOutboundWebIdentityFederation: () => call('DisableOutboundWebIdentityFederation', {}).catch(() => {}),
      ...Object.fromEntries(['OrganizationsRootCredentialsManagement', 'OrganizationsRootSessions'].flatMap((feature) => [
        [`Enable${feature}`, trusted], [`Disable${feature}`, async () => { await trusted(); await call(`Enable${feature}`, {}); }]])),
      ListOrganizationsFeatures: trusted,
      GetOutboundWebIdentityFederationInfo: () => call('EnableOutboundWebIdentityFederation', {}).catch(() => {}),
    },
    organizations: {
      CreateOrganization: () => {},
      DetachPolicy: attached,
      DisablePolicyType: async (i) => { i.PolicyType = 'RESOURCE_CONTROL_POLICY'; await callOf('organizations', 'EnablePolicyType', i).catch(() => {}); },
      EnablePolicyType: async (i) => { i.PolicyType = 'RESOURCE_CONTROL_POLICY'; await callOf('organizations', 'DisablePolicyType', i).catch(() => {}); },
      EnableAWSServiceAccess: org, DisableAWSServiceAccess: () => trusted(analyzer), UpdatePolicy: (i) => { i.Description = next('new'); },
      RegisterDelegatedAdministrator: (i) => trusted(i.ServicePrincipal = analyzer), DeregisterDelegatedAdministrator: delegated,
      ListDelegatedServicesForAccount: async (i) => { await delegated(i); delete i.ServicePrincipal; },
      CreatePolicy: (i) => { delete i.Tags; },
      ListChildren: (i) => { i.ChildType = 'ORGANIZATIONAL_UNIT'; },
      MoveAccount: async (i) => { i.SourceParentId = (await org()).root; i.DestinationParentId = await unit(); },
      CreateAccount: org, ListAccounts: org, ListRoots: org, DescribeOrganization: org, ListCreateAccountStatus: org,
    },
    sts: {
      GetAccessKeyInfo: async (i) => { i.AccessKeyId = (await key(await user())).AccessKeyId; },
      AssumeRole: async () => (await asUser('sts:AssumeRole')).credentials,
      GetSessionToken: (i) => { if (i.DurationSeconds) i.DurationSeconds = 3600; },
      GetFederationToken: async () => (await asUser('sts:GetFederationToken')).credentials,
      GetWebIdentityToken: async (i) => { await call('EnableOutboundWebIdentityFederation', {}).catch(() => {}); i.Audience = ['someone']; i.SigningAlgorithm = 'RS256'; return (await asUser('sts:GetWebIdentityToken')).credentials; },
    },
    rolesanywhere: {},
    cloudtrail: { LookupEvents: (i) => { delete i.LookupAttributes; } },
  };
  return { members, operations };
}

/** Operations whose requests cannot succeed from here alone, with the reason. Their errors are checked all the same. */
export const unreachable = {
  'sts:AssumeRoleWithSAML': 'wants an assertion of an identity provider',
  'sts:AssumeRoleWithWebIdentity': 'wants a token of an identity provider',
  'sts:AssumeRoot': 'wants a member account with root sessions enabled',
  'sts:DecodeAuthorizationMessage': 'wants a message of a service',
  'sts:GetDelegatedAccessToken': 'wants a token of a delegation',
  'organizations:CreateOrganization': 'the fixtures made it',
  'rolesanywhere:GetSubject': 'wants a certificate that has begun a session',
};
