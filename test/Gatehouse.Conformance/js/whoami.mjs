// Who am I? Nothing is configured here.
import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';

console.log((await new STSClient({}).send(new GetCallerIdentityCommand({}))).Arn);
