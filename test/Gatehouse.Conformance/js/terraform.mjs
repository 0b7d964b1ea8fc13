// The calls that Terraform's IAM resources make, in their order: create, read back, update in place, destroy, and the reads that must find nothing after.
//
// The order is that of hashicorp/terraform-provider-aws, internal/service/iam, as read from its source between 6.36.0 and 6.40.1:
// role.go at 04d4941274692c63df52ce0b58f6e94e77598810 and instance_profile.go at 4501e12fa91e4986ddf11727122f5d71e4aa411f (a fork that follows main),
// account_alias.go at 108f85fd2bfcd9e85ed93fddb752c5cc10dba1ff, tags.go at 0413c661ec1b94f3033c98f3fbd1e8c1b2725589,
// openid_connect_provider_client_id.go at 152ba9b6828db2afa34ecaa734181338f8dbf289; of the other resources the newest text that could be had.
// Of the waits for what has been written to be seen everywhere, the first reading is made; it must succeed. Partitions without tags at creation are left out.
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
