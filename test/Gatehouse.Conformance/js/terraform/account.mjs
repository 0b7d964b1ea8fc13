// The account's own settings, and the identity providers that it trusts.
import assert from 'node:assert/strict';
import * as organizations from '@aws-sdk/client-organizations';
import { account, all, call, files, gone, refused, retag, steady, tags } from './provider.mjs';

export async function aws_iam_account_alias() {
  const AccountAlias = 'tf-alias-of-ours';
  await call('CreateAccountAlias', { AccountAlias });
  assert.deepEqual(await all('ListAccountAliases', 'AccountAliases'), [AccountAlias]); // exactly one
  await call('DeleteAccountAlias', { AccountAlias });
  assert.deepEqual(await all('ListAccountAliases', 'AccountAliases'), []);
  await gone('DeleteAccountAlias', { AccountAlias });
}

export async function aws_iam_account_password_policy() {
  // What is not configured is not sent; what is false is not sent either, and so goes back to its default.
  await call('UpdateAccountPasswordPolicy', { AllowUsersToChangePassword: true, MaxPasswordAge: 90, MinimumPasswordLength: 12, PasswordReusePrevention: 5, RequireNumbers: true, RequireSymbols: true });
  const { PasswordPolicy: made } = await call('GetAccountPasswordPolicy');
  assert.deepEqual(made, {
    AllowUsersToChangePassword: true, ExpirePasswords: true, MaxPasswordAge: 90, MinimumPasswordLength: 12, PasswordReusePrevention: 5,
    RequireLowercaseCharacters: false, RequireNumbers: true, RequireSymbols: true, RequireUppercaseCharacters: false, ...('HardExpiry' in made && { HardExpiry: false }),
  });
  await call('UpdateAccountPasswordPolicy', { AllowUsersToChangePassword: true, MinimumPasswordLength: 8, RequireLowercaseCharacters: true, RequireUppercaseCharacters: true });
  const { PasswordPolicy: now } = await call('GetAccountPasswordPolicy');
  assert.deepEqual([now.MinimumPasswordLength, now.ExpirePasswords, now.MaxPasswordAge ?? 0, now.PasswordReusePrevention ?? 0, now.RequireSymbols], [8, false, 0, 0, false]);
  await call('DeleteAccountPasswordPolicy');
  await gone('GetAccountPasswordPolicy');
  await gone('DeleteAccountPasswordPolicy');
}

export async function aws_iam_security_token_service_preferences() {
  for (const [GlobalEndpointTokenVersion, number] of [['v2Token', 2], ['v1Token', 1]]) {
    await call('SetSecurityTokenServicePreferences', { GlobalEndpointTokenVersion });
    assert.equal((await call('GetAccountSummary')).SummaryMap.GlobalEndpointTokenVersion, number); // read from the summary; destroying it does nothing
  }
}

export async function aws_iam_outbound_web_identity_federation() {
  const { IssuerIdentifier } = await call('EnableOutboundWebIdentityFederation');
  assert.equal((await call('GetOutboundWebIdentityFederationInfo')).IssuerIdentifier, IssuerIdentifier);
  await call('DisableOutboundWebIdentityFederation');
  for (const operation of ['GetOutboundWebIdentityFederationInfo', 'DisableOutboundWebIdentityFederation']) await refused('FeatureDisabledException', /./, operation);
}

export async function aws_iam_organizations_features() {
  const client = new organizations.OrganizationsClient({ maxAttempts: 1 });
  const { Organization } = await client.send(new organizations.CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  await client.send(new organizations.EnableAWSServiceAccessCommand({ ServicePrincipal: 'iam.amazonaws.com' }));
  // What is new is enabled, then what went is disabled; the list says what there is, and is read after every change.
  const read = async () => {
    const { OrganizationId, EnabledFeatures } = await call('ListOrganizationsFeatures');
    assert.equal(OrganizationId, Organization.Id);
    return (EnabledFeatures ?? []).sort();
  };
  await call('EnableOrganizationsRootCredentialsManagement');
  assert.deepEqual(await read(), ['RootCredentialsManagement']);
  await call('EnableOrganizationsRootSessions');
  await call('DisableOrganizationsRootCredentialsManagement');
  assert.deepEqual(await read(), ['RootSessions']);
  await call('DisableOrganizationsRootSessions');
  assert.deepEqual(await read(), []);
}

export async function aws_iam_openid_connect_provider() {
  const create = { Url: 'https://tf.example.com/path', ClientIDList: ['one', 'two'], ThumbprintList: ['0f'.repeat(20)], Tags: tags({ a: '1' }) };
  const { OpenIDConnectProviderArn } = await call('CreateOpenIDConnectProvider', create);
  assert.equal(OpenIDConnectProviderArn, `arn:aws:iam::${account}:oidc-provider/tf.example.com/path`);
  await refused('EntityAlreadyExistsException', /./, 'CreateOpenIDConnectProvider', create);
  const key = { OpenIDConnectProviderArn };
  const read = () => call('GetOpenIDConnectProvider', key);
  const made = await read();
  assert.deepEqual([made.Url, made.ClientIDList.sort(), made.ThumbprintList, made.Tags], ['tf.example.com/path', ['one', 'two'], create.ThumbprintList, create.Tags]);

  // Thumbprints are a list, in their order; of client ids the new ones are added before those that went are removed.
  await retag('OpenIDConnectProvider', key, ['a'], { b: '2' });
  await call('UpdateOpenIDConnectProviderThumbprint', { ...key, ThumbprintList: ['2f'.repeat(20), '1f'.repeat(20)] });
  await call('AddClientIDToOpenIDConnectProvider', { ...key, ClientID: 'three' });
  await call('RemoveClientIDFromOpenIDConnectProvider', { ...key, ClientID: 'one' });
  const now = await read();
  assert.deepEqual([now.ThumbprintList, now.ClientIDList.sort(), now.Tags], [['2f'.repeat(20), '1f'.repeat(20)], ['three', 'two'], tags({ b: '2' })]);
  steady(made, now, 'Url', 'CreateDate');

  // aws_iam_openid_connect_provider_client_id: one id, looked for in the provider's list.
  await call('AddClientIDToOpenIDConnectProvider', { ...key, ClientID: 'four' });
  assert.ok((await read()).ClientIDList.includes('four'));
  await call('RemoveClientIDFromOpenIDConnectProvider', { ...key, ClientID: 'four' });
  assert.ok(!(await read()).ClientIDList.includes('four'));

  await call('DeleteOpenIDConnectProvider', key);
  await gone('GetOpenIDConnectProvider', key);
  await gone('RemoveClientIDFromOpenIDConnectProvider', { ...key, ClientID: 'two' });
}

export async function aws_iam_saml_provider() {
  const { SAMLProviderArn } = await call('CreateSAMLProvider', { Name: 'tf-saml', SAMLMetadataDocument: files.metadata, Tags: tags({ a: '1' }) });
  assert.equal(SAMLProviderArn, `arn:aws:iam::${account}:saml-provider/tf-saml`); // the name is read from it
  const read = () => call('GetSAMLProvider', { SAMLProviderArn });
  const made = await read();
  assert.deepEqual([made.SAMLMetadataDocument, made.Tags, made.ValidUntil instanceof Date], [files.metadata, tags({ a: '1' }), true]);
  await retag('SAMLProvider', { SAMLProviderArn }, ['a'], { b: '2' });
  const changed = files.metadata.replace('/login"', '/sign-in"'); // compared as it stands
  await call('UpdateSAMLProvider', { SAMLProviderArn, SAMLMetadataDocument: changed });
  const now = await read();
  assert.deepEqual([now.SAMLMetadataDocument, now.Tags], [changed, tags({ b: '2' })]);
  await call('DeleteSAMLProvider', { SAMLProviderArn });
  await gone('GetSAMLProvider', { SAMLProviderArn });
  await gone('DeleteSAMLProvider', { SAMLProviderArn });
}
