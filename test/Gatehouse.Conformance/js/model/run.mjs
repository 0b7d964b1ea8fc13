// For each operation of each model: generated requests, valid and invalid, through the SDK. Prints what is wrong; nothing is read by hand.
// Usage: node run.mjs MODEL.json FILES.json COVERAGE.md
import { readFileSync } from 'node:fs';
import * as iam from '@aws-sdk/client-iam';
import * as sts from '@aws-sdk/client-sts';
import * as organizations from '@aws-sdk/client-organizations';
import * as cloudtrail from '@aws-sdk/client-cloudtrail';
import { BotocoreClient, commandsOf } from './botocore.mjs';
import { brokenInputs, faultsOf, structureOf } from './values.mjs';
import { fixtures, unreachable } from './fixtures.mjs';

const [model, files] = process.argv.slice(2, 4).map((name) => JSON.parse(readFileSync(name, 'utf8')));
const missing = new Set([...readFileSync(process.argv[4], 'utf8').matchAll(/^- `(\w+:\w+)`$/gm)].map((found) => found[1]));
const sdks = { iam: [iam, iam.IAMClient], sts: [sts, sts.STSClient], organizations: [organizations, organizations.OrganizationsClient], cloudtrail: [cloudtrail, cloudtrail.CloudTrailClient], rolesanywhere: [commandsOf('rolesanywhere'), BotocoreClient] };
const common = new Set([
  'ValidationError', 'ValidationException', 'AccessDenied', 'AccessDeniedException', 'InvalidParameterValue', 'InvalidParameterValueException', 'MalformedQueryString',
  'SerializationException', 'InvalidClientTokenId', 'UnrecognizedClientException', 'RequestEntityTooLarge', 'RequestEntityTooLargeException',
  // A label that is empty is another path.
  'UnknownOperationException',
]);
const clients = new Map();
const faults = [];
let requests = 0;

function clientOf(service, credentials) {
  const key = service + (credentials?.accessKeyId ?? '');
  if (!clients.has(key)) clients.set(key, new sdks[service][1]({ maxAttempts: 1, ...(credentials && { credentials }) }));
  return clients.get(key);
}

async function send(service, operation, input, credentials) {
  requests++;
  const Command = sdks[service][0][operation + 'Command'];
  try {
    return { answer: await clientOf(service, credentials).send(new Command(input)) };
  } catch (error) {
    return { error, status: error.$metadata?.httpStatusCode };
  }
}

const clientAs = (credentials, operation, input) => must('iam', operation, input, credentials);

async function must(service, operation, input, credentials) {
  const { answer, error } = await send(service, operation, input, credentials);
  if (error) throw new Error(`${service}:${operation} ${JSON.stringify(input)}: ${error.name}: ${error.message}`);
  return answer;
}

/** Whether the answer is one that the model knows; else says so. */
function judge(action, operation, what, { answer, error, status }) {
  const wrong = (text) => faults.push(`${action}: ${what}: ${text}`);
  if (answer) for (const fault of faultsOf(model, operation.output, answer)) wrong(fault);
  else if (error.unsent) return;
  else if (status === undefined) wrong(`no answer that the SDK can read: ${error.stack}`);
  else if (status >= 500) wrong(`${status} ${error.name}: ${error.message}`);
  else if (!operation.errors.includes(error.name) && !common.has(error.name)) wrong(`${status} ${error.name} is not an error of the model: ${error.message}`);
  else if (!error.message || error.message === 'UnknownError') wrong(`${error.name} says nothing`);
}

const { Account: account } = await must('sts', 'GetCallerIdentity', {});
const table = fixtures({ call: (operation, input) => must('iam', operation, input), callOf: must, clientAs, files, account });

/** The input of a request that should succeed, and who sends it. */
async function prepare(service, name, operation, full) {
  const input = structureOf(model, operation.input, name, full);
  const known = table.members[service];
  for (const member of Object.keys(input)) {
    if (!(member in known)) continue;
    if (known[member] === undefined) delete input[member];
    else if (!isNew(name, member)) input[member] = await known[member]();
  }
  const credentials = await table.operations[service][name]?.(input);
  return { input, credentials: credentials?.accessKeyId ? credentials : undefined };
}

const isNew = (operation, member) => /^(Create|Upload)(User|Group|Role|InstanceProfile|ServerCertificate)$/.test(operation) && member === operation.replace(/^(Create|Upload)/, '') + 'Name';

async function examine(service, name, operation) {
  const action = `${service}:${name}`;
  const least = structureOf(model, operation.input, name, false);
  if (missing.has(action)) {
    const { error, status } = await send(service, name, least);
    if (status !== 501) faults.push(`${action}: docs/coverage.md calls it missing, but it answers ${status ?? 'as if done'} ${error?.message ?? ''}`);
    return;
  }

  const first = await send(service, name, least);
  if (first.error?.unknown) return console.log(`${action} is not known to this client, and was not examined`);
  judge(action, operation, 'of things that are not there', first);
  for (const [what, input] of brokenInputs(model, operation.input, least)) {
    const outcome = await send(service, name, input);
    judge(action, operation, what, outcome);
    if (outcome.answer) faults.push(`${action}: ${what}: it was taken`);
  }

  for (const full of [false, true]) {
    let made;
    try {
      made = await prepare(service, name, operation, full);
    } catch (error) {
      if (!unreachable[action]) faults.push(`${action}: a valid request could not be prepared: ${error.message}`);
      return;
    }

    const outcome = await send(service, name, made.input, made.credentials);
    judge(action, operation, full ? 'with everything' : 'with what is required', outcome);
    if (!full && outcome.error && !unreachable[action]) {
      faults.push(`${action}: a valid request was refused: ${outcome.error.name}: ${outcome.error.message} ${JSON.stringify(made.input).slice(0, 300)}`);
    }
  }
}

for (const [service, operations] of Object.entries(model.services)) {
  for (const [name, operation] of Object.entries(operations)) {
    try {
      await examine(service, name, operation);
    } catch (error) {
      faults.push(`${service}:${name}: ${error.stack}`);
    }
  }
}

faults.forEach((fault) => console.log(fault));
const all = Object.entries(model.services).flatMap(([service, operations]) => Object.keys(operations).map((name) => `${service}:${name}`));
console.log(`${all.length} operations, ${all.filter((action) => !missing.has(action)).length} done, ${requests} requests, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
