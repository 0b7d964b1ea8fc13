// How long Cedar (WebAssembly) and Casbin (Node) need for the decisions of a workload file, beside Gatehouse, from the same run.
//
//   dotnet run -c Release --project bench/Gatehouse.Bench -- workload realistic > realistic.json
//   dotnet run -c Release --project bench/Gatehouse.Bench -- decide realistic.json > realistic.decided.json
//   node bench/ratios/ratios.mjs realistic.json realistic.decided.json
//
// Each engine compiles or parses the policies once, beforehand, in its own way, and gets the same strings. Decisions are compared
// with Gatehouse's, one by one, before anything is measured; a statement that an engine cannot express stops the program.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');
const workload = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const ours = JSON.parse(readFileSync(process.argv[3], 'utf8').trim().split('\n').at(-1));
const seconds = Number(process.argv[4] ?? 3);
const list = value => value === undefined ? [] : Array.isArray(value) ? value : [value];
const statements = workload.policies.identity.flatMap(policy => list(policy.document.Statement));
const wanted = ours.agreements.map(word => word === 'allow');

report('Cedar', await measure(makeCedar()));
report('Casbin', await measure(await makeCasbin()));

function makeCedar() {
  const text = statements.map(toCedar).join('\n');
  const parsed = cedar.preparsePolicySet('workload', { staticPolicies: text });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors).slice(0, 500));
  const calls = workload.requests.map(request => ({
    principal: { type: 'User', id: 'ana' }, action: { type: 'Action', id: request.action.toLowerCase() }, resource: { type: 'Resource', id: request.resource },
    context: { resource: request.resource, action: request.action.toLowerCase(), ...Object.fromEntries(Object.entries(request.context).map(([key, value]) => [key.toLowerCase(), cedarValue(key, value)])) },
    preparsedPolicySetId: 'workload', entities: [], validateRequest: false,
  }));
  return index => {
    const answer = cedar.statefulIsAuthorized(calls[index]);
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer).slice(0, 500));
    return answer.response.decision === 'allow';
  };
}

function cedarValue(key, value) {
  const name = key.toLowerCase();
  if (Array.isArray(value)) return value;
  if (name === 'aws:sourceip') return { __extn: { fn: 'ip', arg: value } };
  if (name === 'aws:currenttime') return { __extn: { fn: 'datetime', arg: value } };
  return value;
}

// Actions that are spelled out go into the policy's head, where Cedar can tell them apart without evaluating anything.
function toCedar(statement) {
  const actions = list(statement.Action).map(action => action.toLowerCase());
  const resources = list(statement.Resource);
  if (statement.NotAction || statement.NotResource || resources.some(resource => resource.includes('${'))) throw new Error('not expressible in Cedar');
  const exact = actions.every(action => !/[*?]/.test(action));
  const head = exact ? `action in [${actions.map(action => `Action::${JSON.stringify(action)}`).join(', ')}]` : 'action';
  const tests = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => cedarTest(operator, key.toLowerCase(), list(values))));
  if (!exact) tests.unshift(any(actions, 'context.action'));
  if (!resources.includes('*')) tests.push(any(resources, 'context.resource'));
  return `${statement.Effect === 'Allow' ? 'permit' : 'forbid'} (principal, ${head}, resource)${tests.length ? ` when { ${tests.map(test => `(${test})`).join(' && ')} }` : ''};`;
}

function any(patterns, subject) {
  return patterns.map(pattern => /[*?]/.test(pattern) ? `${subject} like ${JSON.stringify(pattern)}` : `${subject} == ${JSON.stringify(pattern)}`).join(' || ');
}

function cedarTest(operator, key, values) {
  const name = `context[${JSON.stringify(key)}]`;
  const has = `context has ${JSON.stringify(key)}`;
  const set = `[${values.map(value => JSON.stringify(value)).join(', ')}]`;
  switch (operator) {
    case 'StringEquals': case 'Bool': return `${has} && ${set}.contains(${name})`;
    case 'StringLike': return `${has} && (${any(values, name)})`;
    case 'IpAddress': return `${has} && (${values.map(value => `${name}.isInRange(ip(${JSON.stringify(value)}))`).join(' || ')})`;
    case 'DateLessThan': return `${has} && (${values.map(value => `${name} < datetime(${JSON.stringify(value)})`).join(' || ')})`;
    case 'ForAllValues:StringEquals': return `!(${has}) || ${set}.containsAll(${name})`;
    default: throw new Error(`${operator} is not translated to Cedar`);
  }
}

// Casbin: one rule a statement, whose patterns a function of ours compares; each pattern becomes a regular expression once.
async function makeCasbin() {
  const model = newModelFromString(`
[request_definition]
r = act, obj, ctx
[policy_definition]
p = act, obj, cond, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = matches(r.act, p.act) && matches(r.obj, p.obj) && holds(r.ctx, p.cond)
`);
  const compiled = statements.map(statement => {
    if (statement.NotAction || statement.NotResource || list(statement.Resource).some(resource => resource.includes('${'))) throw new Error('not expressible in Casbin');
    return {
      act: matcher(list(statement.Action).map(action => action.toLowerCase())), obj: matcher(list(statement.Resource)),
      tests: Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => casbinTest(operator, key.toLowerCase(), list(values)))),
    };
  });
  const rules = statements.map((statement, index) => `p, a${index}, r${index}, c${index}, ${statement.Effect === 'Allow' ? 'allow' : 'deny'}`).join('\n');
  const enforcer = await newEnforcer(model, new StringAdapter(rules));
  await enforcer.addFunction('matches', (text, name) => name[0] === 'a' ? compiled[+name.slice(1)].act(text) : compiled[+name.slice(1)].obj(text));
  await enforcer.addFunction('holds', (context, name) => compiled[+name.slice(1)].tests.every(test => test(context)));
  const requests = workload.requests.map(request => [request.action.toLowerCase(), request.resource, new Map(Object.entries(request.context).map(([key, value]) => [key.toLowerCase(), value]))]);
  return index => enforcer.enforceSync(...requests[index]);
}

function matcher(patterns) {
  const exact = new Set(patterns.filter(pattern => !/[*?]/.test(pattern)));
  const globs = patterns.filter(pattern => /[*?]/.test(pattern)).map(pattern => new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`));
  return text => exact.has(text) || globs.some(glob => glob.test(text));
}

function casbinTest(operator, key, values) {
  const set = new Set(values);
  const like = matcher(values);
  const ranges = operator === 'IpAddress' ? values.map(range) : [];
  const dates = values.map(value => Date.parse(value));
  switch (operator) {
    case 'StringEquals': case 'Bool': return context => set.has(context.get(key));
    case 'StringLike': return context => context.has(key) && like(context.get(key));
    case 'IpAddress': return context => context.has(key) && ranges.some(([network, mask]) => (four(context.get(key)) & mask) === network);
    case 'DateLessThan': return context => context.has(key) && dates.some(date => Date.parse(context.get(key)) < date);
    case 'ForAllValues:StringEquals': return context => list(context.get(key)).every(value => set.has(value));
    default: throw new Error(`${operator} is not translated to Casbin`);
  }
}

function four(text) {
  return text.split('.').reduce((sum, part) => (sum << 8) | Number(part), 0);
}

function range(text) {
  const [address, bits = '32'] = text.split('/');
  const mask = bits === '0' ? 0 : -1 << (32 - Number(bits));
  return [four(address) & mask, mask];
}

async function measure(decide) {
  const different = wanted.filter((allowed, index) => decide(index) !== allowed).length;
  const singles = [];
  const end = performance.now() + seconds * 1000;
  for (let index = 0; performance.now() < end; index = (index + 1) % wanted.length) {
    const start = process.hrtime.bigint();
    decide(index);
    singles.push(Number(process.hrtime.bigint() - start));
  }
  singles.sort((one, other) => one - other);
  return { different, p50: singles[singles.length >> 1], mean: singles.reduce((sum, one) => sum + one, 0) / singles.length, decisions: singles.length };
}

function report(name, result) {
  console.log(`${name.padEnd(7)} ${workload.name}: p50 ${(result.p50 / 1000).toFixed(1)} µs, mean ${(result.mean / 1000).toFixed(1)} µs over ${result.decisions} decisions; `
    + `${Math.round(result.p50 / ours.ns_per_decision_p50)}x Gatehouse's p50 of ${Math.round(ours.ns_per_decision_p50)} ns, ${Math.round(result.mean / ours.ns_per_decision_mean)}x its mean of ${Math.round(ours.ns_per_decision_mean)} ns; `
    + `${result.different} of ${wanted.length} decisions differ`);
}
