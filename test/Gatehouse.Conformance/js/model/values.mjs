// Makes values from what a model says of them: valid ones, and for each constraint one that breaks it.

const pool = [
  'gatehouse', 'Gatehouse1', 'value', 'v1', '/', '/path/', 'true', '123456', '123456789012', 'AKIAIOSFODNN7EXAMPLE', 'ABCDEFGHIJKLMNOP1234',
  'arn:aws:iam::111122223333:user/nobody', 'arn:aws:iam::111122223333:role/nobody',
  'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  'iam:GetUser', 'iam', 'ec2.amazonaws.com', 'r-ab12', 'ou-ab12-abcd1234', 'p-abcd1234', 'car-abcd1234', 'h-abcd1234', 'o-abcdefghij', 'o-abcdefghij/r-ab12', 'rt-abcd1234',
  'someone@example.com', 'alias-of-ours', '2012-10-17', 'a'.repeat(32), 'A1'.repeat(16), '0f'.repeat(20), 'https://example.com', 'en', 'us-east-1',
  'rp-abcd1234', 'dr-abcd1234', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/none', 'resource-id',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:GetUser","Resource":"*"}]}',
];
const bad = ['\u0007', 'not this one!', '\u{1f510}', ' ', 'no#such*value', '_', '%', '.', 'a\u0000b'];

// AWS answers with these where its own model lists other words: of a boundary's type, and of a matched statement's source.
const unlisted = ['Policy', 'IAM Policy'];

const matchers = new Map();

/** The pattern of a model as an expression of this language; null when it cannot be said here. */
export function matcherOf(pattern) {
  if (!matchers.has(pattern)) {
    const inner = pattern.replace(/\(\?s\)/g, '').replace(/\\p\{Alnum\}/g, 'A-Za-z0-9').replace(/\\p\{Graph\}/g, '\\x21-\\x7e');
    let made = null;
    for (const flags of ['us', 's']) {
      try {
        made = new RegExp(`^(?:${inner})$`, flags);
        break;
      } catch { /* the next one */ }
    }
    matchers.set(pattern, made);
  }
  return matchers.get(pattern);
}

function textOf(type, path) {
  if (type.values?.length) return type.values[0];
  const matcher = type.pattern ? matcherOf(type.pattern) : null;
  const [min, max] = [type.min ?? 0, type.max ?? 1_000_000];
  for (const one of pool) {
    let value = one;
    while (value.length < min) value += 'a';
    if (value.length <= max && (!matcher || matcher.test(value))) return value;
  }
  throw new Error(`no value is known for ${path}: ${JSON.stringify(type)}`);
}

/** A valid value of a type. Optional members are there when `full` says so. */
export function valueOf(model, type, path, full, depth = 0) {
  switch (type.kind) {
    case 'String': return textOf(type, path);
    case 'Boolean': return true;
    case 'Integer': case 'Long': case 'Float': case 'Double': return type.min ?? Math.min(type.max ?? 1, 1);
    case 'Blob': return new TextEncoder().encode('x'.repeat(Math.max(type.min ?? 1, 1)));
    case 'Timestamp': return new Date('2026-01-01T00:00:00Z');
    case 'List': return [valueOf(model, type.element, path + '[]', full, depth + 1)];
    case 'Map': return { [textOf(type.key, path + '.key')]: valueOf(model, type.value, path + '.value', full, depth + 1) };
    case 'Structure': return structureOf(model, type.name, path, full && depth < 3, depth + 1);
    default: return {};
  }
}

/** A valid value of a structure: what is required, and with `full` everything but places in lists. */
export function structureOf(model, name, path, full, depth = 0) {
  const made = {};
  for (const member of model.shapes[name].members) {
    if (member.required || (full && !['Marker', 'NextToken'].includes(member.name))) {
      made[member.name] = valueOf(model, member.type, `${path}.${member.name}`, full, depth);
    }
  }
  return made;
}

/** Values that break exactly one constraint of a type, each with what is wrong with it. */
function* wrongs(type) {
  const small = (limit) => limit !== undefined && limit <= 200_000;
  if (type.kind === 'String') {
    if (type.values?.length) yield ['is not listed', 'NoSuchValue'];
    else if (type.pattern && matcherOf(type.pattern)) {
      const value = bad.find((one) => !matcherOf(type.pattern).test(one));
      if (value !== undefined) yield ['does not match', value];
    }
    if (small(type.max) && !type.values?.length) yield ['is too long', 'a'.repeat(type.max + 1)];
    if (type.min > 0 && !type.values?.length) yield ['is too short', ''];
  } else if (['Integer', 'Long'].includes(type.kind)) {
    if (type.max !== undefined && type.max < 2 ** 31 - 1) yield ['is too great', type.max + 1];
    if (type.min !== undefined && type.min > -(2 ** 31)) yield ['is too small', type.min - 1];
  }
}

/** Requests that break exactly one constraint of an input, each with what is wrong with it. */
export function* brokenInputs(model, name, valid) {
  const full = structureOf(model, name, name, true);
  for (const member of model.shapes[name].members) {
    const where = `${name}.${member.name}`;
    if (member.required) {
      const { [member.name]: gone, ...rest } = valid;
      if (gone !== undefined) yield [`${where} is missing`, rest];
    }
    for (const [what, value] of wrongs(member.type)) yield [`${where} ${what}`, { ...valid, [member.name]: value }];
    if (member.type.kind === 'List') {
      const element = full[member.name]?.[0];
      if (member.type.max !== undefined && member.type.max <= 200 && element !== undefined) {
        yield [`${where} has too many`, { ...valid, [member.name]: Array(member.type.max + 1).fill(element) }];
      }
      for (const [what, value] of wrongs(member.type.element)) yield [`${where}[] ${what}`, { ...valid, [member.name]: [value] }];
      if (member.type.element.kind === 'Structure' && element) {
        for (const part of model.shapes[member.type.element.name].members) {
          for (const [what, value] of wrongs(part.type)) {
            yield [`${where}[].${part.name} ${what}`, { ...valid, [member.name]: [{ ...element, [part.name]: value }] }];
          }
          if (part.required) {
            const { [part.name]: gone, ...rest } = element;
            if (gone !== undefined) yield [`${where}[].${part.name} is missing`, { ...valid, [member.name]: [rest] }];
          }
        }
      }
    }
  }
}

/** What is wrong with an answer, as the SDK read it: required members that are missing, values of another kind. */
export function* faultsOf(model, name, value, path = name) {
  for (const member of model.shapes[name].members) {
    const given = value?.[member.name];
    if (given === undefined || given === null) {
      if (member.required) yield `${path}.${member.name} is required and missing`;
    } else yield* faultsOfValue(model, member.type, given, `${path}.${member.name}`);
  }
}

function* faultsOfValue(model, type, value, path) {
  const kinds = {
    String: () => typeof value === 'string', Boolean: () => typeof value === 'boolean', Timestamp: () => value instanceof Date && !Number.isNaN(value.getTime()),
    Integer: () => Number.isInteger(value), Long: () => Number.isInteger(value), Float: () => typeof value === 'number', Double: () => typeof value === 'number',
    List: () => Array.isArray(value), Blob: () => value instanceof Uint8Array, Structure: () => typeof value === 'object', Map: () => typeof value === 'object',
  };
  if (kinds[type.kind] && !kinds[type.kind]()) yield `${path} is not a ${type.kind}: ${JSON.stringify(value)}`;
  else if (type.kind === 'String' && type.values?.length && !type.values.includes(value) && !unlisted.includes(value)) yield `${path} is not a listed value: ${value}`;
  else if (type.kind === 'List') for (const [index, part] of value.entries()) yield* faultsOfValue(model, type.element, part, `${path}[${index}]`);
  else if (type.kind === 'Map') for (const [key, part] of Object.entries(value)) yield* faultsOfValue(model, type.value, part, `${path}.${key}`);
  else if (type.kind === 'Structure') yield* faultsOf(model, type.name, value, path);
}
