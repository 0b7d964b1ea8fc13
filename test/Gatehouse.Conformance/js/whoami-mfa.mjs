// Who am I, with a code from standard input? The SDK's documentation has programs say where codes come from, and this alone is said here.
import { createInterface } from 'node:readline/promises';
import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-provider-ini';

const mfaCodeProvider = async (serial) => {
  const lines = createInterface({ input: process.stdin });
  const code = await lines.question(`${serial}: `);
  lines.close();
  return code;
};
console.log((await new STSClient({ credentials: fromIni({ mfaCodeProvider }) }).send(new GetCallerIdentityCommand({}))).Arn);
