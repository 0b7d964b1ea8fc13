#!/usr/bin/env bash
# Installs what the tests need (Debian packages, npm), builds everything, runs every test, and ends with one line that counts them.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=${CONFIGURATION:-Release}
# Servers that live for seconds do not earn back what the JIT compiler would learn of them.
export DOTNET_TieredPGO=0

missing=()
command -v aws >/dev/null || missing+=(awscli)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
command -v oathtool >/dev/null || missing+=(oathtool)
command -v ip >/dev/null || missing+=(iproute2)
command -v openssl >/dev/null || missing+=(openssl)
command -v zbarimg >/dev/null || missing+=(zbar-tools)
[ -x /usr/bin/chromium ] || missing+=(chromium)
python3 -c 'import boto3' 2>/dev/null || missing+=(python3 python3-boto3)
# Ansible runs with the system's own Python, whatever else is on the path.
[ -x /usr/bin/ansible-playbook ] && /usr/bin/python3 -c 'import boto3' 2>/dev/null || missing+=(ansible python3-boto3)
if [ ${#missing[@]} -gt 0 ]; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

if [ -f test/Gatehouse.Conformance/js/package-lock.json ]; then
  npm ci --prefix test/Gatehouse.Conformance/js --no-audit --no-fund --silent
fi

dotnet build Gatehouse.slnx -c "$configuration" -v quiet --nologo

# The project with real clients takes as long as all others together, most of it waiting: it begins first, and they take what it leaves.
clients_project=test/Gatehouse.Conformance/Gatehouse.Conformance.csproj
others=Gatehouse.others.slnx
logs=$(mktemp -d)
clients=
trap '[ -z "$clients" ] || kill "$clients" 2>/dev/null || true; rm -rf "$logs" "$others"' EXIT
grep -v "$clients_project" Gatehouse.slnx > "$others"

status=0
dotnet test --project "$clients_project" -c "$configuration" --no-build "$@" > "$logs/clients" 2>&1 &
clients=$!
nice -n 15 dotnet test --solution "$others" -c "$configuration" --no-build --max-parallel-test-modules 2 "$@" 2>&1 | tee "$logs/others" || status=$?
wait "$clients" || status=$?
clients=
cat "$logs/clients"

count() { cat "$logs"/* | { grep -E "^ *$1: *[0-9]+" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(count succeeded)
failed=$(count failed)
echo "$passed passed, $failed failed"
if [ "$status" -eq 0 ] && [ "$passed" -eq 0 ]; then
  echo "No test ran." >&2
  exit 1
fi
exit "$status"
