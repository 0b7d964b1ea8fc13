// The calls that Terraform's IAM resources make, in their order: create, read back, update in place, destroy, and the reads that must find nothing after.
//
// The order is that of the source of hashicorp/terraform-provider-aws, in internal/service/iam, read at the newest text of each file that
// could be had, the last of them of version 6.40.1; the commits that are known:
//   role.go                        04d4941274692c63df52ce0b58f6e94e77598810 (a fork that follows main)
//   instance_profile.go            4501e12fa91e4986ddf11727122f5d71e4aa411f (likewise)
//   openid_connect_provider_client_id.go  152ba9b6828db2afa34ecaa734181338f8dbf289
//   account_alias.go               108f85fd2bfcd9e85ed93fddb752c5cc10dba1ff
//   account_password_policy.go     09537f6131639c1d49ebcc38fc11972d6a4b60b5
//   user_policy_attachment.go, virtual_mfa_device.go, service_specific_credential.go  01f431114674c27cf790fafb67ac274bf8f765e1
//   signing_certificate.go         07e0d0b940f57c782f8fcc9ccfd8b19f59383b51 (and its test, 00005ed8494622f78008257bbcc416dcac3f725a)
//   server_certificate.go          04a2e6e5bc625ec85ea8c678219b483fc674877e
//   saml_provider.go               050ac11163cab8cdae5936a7f40b0e528ff780df
//   user_login_profile.go          044fb3171c305dd92f19e116512acb37a28a9f85
//   tags.go                        0413c661ec1b94f3033c98f3fbd1e8c1b2725589
//   internal/provider/sdkv2/tags_interceptor.go  2c53338d0ee302f0b27030251ca3abdcb2ef75d1
// Of the waits until a thing that was written is seen everywhere the first reading is made, and must find it. What the provider does in
// partitions that take no tags at creation is left out.
import { called } from './terraform/provider.mjs';
import * as users from './terraform/users.mjs';
import * as roles from './terraform/roles.mjs';
import * as credentials from './terraform/credentials.mjs';
import * as account from './terraform/account.mjs';

const stories = Object.entries({ ...users, ...roles, ...credentials, ...account }).filter(([name]) => name.startsWith('aws_iam_'));
let failed = 0;
for (const [resource, live] of stories) {
  try {
    await live();
  } catch (error) {
    failed++;
    console.log(`${resource}: ${error.stack}`);
  }
}
console.log(`${stories.length} resources, ${called.size} operations, ${failed} failed`);
process.exit(failed ? 1 : 0);
