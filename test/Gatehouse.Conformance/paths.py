"""Every way by which AWS's clients find credentials, by configuration alone: python3 paths.py ISSUER-PORT own|shared

`own`: a network of our own, where servers stand at AWS's addresses. `shared`: they stand at ports of the loopback address.
"""
import atexit
import base64
import hashlib
import hmac
import http.server
import json
import os
import re
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import boto3

issuer_port, network = int(sys.argv[1]), sys.argv[2]
account, js, started = "111122223333", os.path.join(os.path.dirname(os.path.abspath(__file__)), "js"), []


@atexit.register
def stop():
    for process in started:
        process.kill()


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def free():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def write(file, text):
    with open(file, "w") as opened:
        opened.write(text)
    return os.path.abspath(file)


def start(environment, until, *arguments):
    """Starts the program and waits until it says so."""
    process = subprocess.Popen(["gatehouse", *arguments], env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL if arguments[0] != "agent" else None, text=True)
    started.append(process)
    for line in process.stdout:
        if until in line:
            threading.Thread(target=process.stdout.read, daemon=True).start()
            return line
    sys.exit(f"gatehouse {arguments} ended with {process.wait()}")


def code(seed, step):
    """RFC 6238."""
    digest = hmac.new(base64.b32decode(seed), struct.pack(">Q", step), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000:06}"


# The identity provider: files.
class Files(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments):
        super().__init__(*arguments, directory="issuer")

    def log_message(self, *arguments):
        pass


# The addresses. Nothing of AWS's own is to be found in a network that is ours alone.
if network == "own":
    run("ip", "link", "set", "lo", "up")
    run("ip", "address", "add", "169.254.169.254/32", "dev", "lo")
    run("ip", "address", "add", "169.254.170.2/32", "dev", "lo")
    run("ip", "address", "add", "169.254.170.23/32", "dev", "lo")
    instance, container, pods = "http://169.254.169.254", "http://169.254.170.2", "http://169.254.170.23"
    found = {}
else:
    instance, container, pods = (f"http://127.0.0.1:{free()}" for _ in range(3))
    found = {"AWS_EC2_METADATA_SERVICE_ENDPOINT": instance}
threading.Thread(target=http.server.ThreadingHTTPServer(("127.0.0.1", issuer_port), Files).serve_forever, daemon=True).start()
issuer = f"127.0.0.1:{issuer_port}"
token_file, key_file = write("task.token", "let-me-in"), os.path.abspath("app.jwt")


# A Kubernetes cluster, as far as the tokens of its pods are concerned.
def base64url(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


run("openssl", "genrsa", "-out", "cluster.key", "2048")
modulus = subprocess.run(["openssl", "rsa", "-in", "cluster.key", "-noout", "-modulus"], check=True, capture_output=True, text=True).stdout.split("=")[1].strip()
write("keys.json", json.dumps({"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "n": base64url(bytes.fromhex(modulus)), "e": "AQAB"}]}))
write("clusters.json", json.dumps({"clusters": [{
    "name": "prod", "account": account, "issuer": "https://kubernetes.default.svc.cluster.local", "keys": "keys.json",
    "associations": [{"namespace": "shop", "serviceAccount": "checkout", "role": f"arn:aws:iam::{account}:role/pod"}],
}]}))
signed = base64url(b'{"alg":"RS256"}') + "." + base64url(json.dumps({
    "iss": "https://kubernetes.default.svc.cluster.local", "aud": ["pods.eks.amazonaws.com"], "sub": "system:serviceaccount:shop:checkout",
    "iat": int(time.time()), "exp": int(time.time()) + 86400,
    "kubernetes.io": {"namespace": "shop", "serviceaccount": {"name": "checkout"}, "pod": {"name": "checkout-x2x7k", "uid": "b7a1d6c0-7c1b-4f0e-9a55-0d8a5c5f3b11"}},
}).encode())
signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", "cluster.key", "-binary"], input=signed.encode(), check=True, capture_output=True).stdout
pod_token = write("pod.token", f"{signed}.{base64url(signature)}")
write("appsettings.json", json.dumps({"Gatehouse": {
    "Clusters": "clusters.json",
    "FederationDevIssuers": f"http://{issuer}",
    "Workloads": [f"instance {instance} account={account} profile=web", f"container {container} account={account} role=task token-file={token_file}",
                  f"pod {pods} account={account} cluster=prod"],
}}))
root = {"AWS_ACCESS_KEY_ID": os.environ.pop("AWS_ACCESS_KEY_ID"), "AWS_SECRET_ACCESS_KEY": os.environ.pop("AWS_SECRET_ACCESS_KEY")}
line = start({"GATEHOUSE_ACCOUNT_ID": account, "GATEHOUSE_ROOT_ACCESS_KEY_ID": root["AWS_ACCESS_KEY_ID"], "GATEHOUSE_ROOT_SECRET_ACCESS_KEY": root["AWS_SECRET_ACCESS_KEY"]},
             "listening on", "--urls", "http://127.0.0.1:0", "--data", ":memory:")
os.environ["AWS_ENDPOINT_URL"] = re.search(r"http://[^ ,\n]+", line)[0]

# Who and what there is.
session = boto3.Session(root["AWS_ACCESS_KEY_ID"], root["AWS_SECRET_ACCESS_KEY"])
iam, anywhere, trail = (session.client(name, endpoint_url=os.environ["AWS_ENDPOINT_URL"]) for name in ("iam", "rolesanywhere", "cloudtrail"))


def role(name, principal, actions="sts:AssumeRole", condition=None):
    statement = {"Effect": "Allow", "Principal": principal, "Action": actions, **({"Condition": condition} if condition else {})}
    return iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": statement}))["Role"]["Arn"]


user = {"AWS": iam.create_user(UserName="app")["User"]["Arn"]}
made = iam.create_access_key(UserName="app")["AccessKey"]
key = {"AWS_ACCESS_KEY_ID": made["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": made["SecretAccessKey"]}
job = role("job", user)
shared = role("shared", user, condition={"StringEquals": {"sts:ExternalId": "between-us"}})
guarded = role("guarded", user, condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}})
web = role("web", {"Service": "ec2.amazonaws.com"})
iam.create_instance_profile(InstanceProfileName="web")
iam.add_role_to_instance_profile(InstanceProfileName="web", RoleName="web")
task = role("task", {"Service": "ecs-tasks.amazonaws.com"})
node = role("node", user)
iam.attach_role_policy(RoleName="node", PolicyArn="arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy")
role("pod", {"Service": "pods.eks.amazonaws.com"}, ["sts:AssumeRole", "sts:TagSession"])
chained = role("chained", {"AWS": [job, task]})
provider = iam.create_open_id_connect_provider(Url=f"http://{issuer}", ClientIDList=["sts.amazonaws.com"])["OpenIDConnectProviderArn"]
federated = role("federated", {"Federated": provider}, "sts:AssumeRoleWithWebIdentity", {"StringEquals": {f"{issuer}:sub": "nightly-job", f"{issuer}:aud": "sts.amazonaws.com"}})
certified = role("certified", {"Service": "rolesanywhere.amazonaws.com"}, ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"])

curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc")
run("openssl", "req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Root", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
run("openssl", "req", "-new", *curve, "-keyout", "app.key", "-out", "app.csr", "-subj", "/O=Example/CN=app")
write("app.ext", "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n")
run("openssl", "x509", "-req", "-in", "app.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "app.ext", "-out", "app.pem")
anchor = anywhere.create_trust_anchor(name="root", enabled=True, source={"sourceType": "CERTIFICATE_BUNDLE", "sourceData": {"x509CertificateData": open("ca.pem").read()}})
profile = anywhere.create_profile(name="apps", enabled=True, roleArns=[certified])["profile"]["profileArn"]
certificate = ["--certificate", os.path.abspath("app.pem"), "--private-key", os.path.abspath("app.key"), "--trust-anchor-arn", anchor["trustAnchor"]["trustAnchorArn"], "--profile-arn", profile]

# Each client has a device, since a code counts once.
clients = {
    "AWS CLI": ["aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text"],
    "boto3": [sys.executable, "-c", 'import boto3; print(boto3.client("sts").get_caller_identity()["Arn"])'],
    "SDK for JavaScript": ["node", os.path.join(js, "whoami.mjs")],
}
# Where a key stands in the environment, clients written in Python take no profile from there: it is named as an option.
profiled = {
    "AWS CLI": [*clients["AWS CLI"], "--profile", "environment"],
    "boto3": [sys.executable, "-c", 'import boto3; print(boto3.Session(profile_name="environment").client("sts").get_caller_identity()["Arn"])'],
}
step, devices = int(time.time()) // 30, {}
for number, client in enumerate(clients):
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName=f"phone-{number}")["VirtualMFADevice"]
    seed = device["Base32StringSeed"]
    iam.enable_mfa_device(UserName="app", SerialNumber=device["SerialNumber"], AuthenticationCode1=code(seed, step - 2), AuthenticationCode2=code(seed, step - 1))
    devices[client] = (device["SerialNumber"], seed)

# What runs next to workloads that hold no key, on machines that hold no store: the agent, by each proof that a machine can have.
agents = [f"http://127.0.0.1:{free()}" for _ in range(4)]
with ThreadPoolExecutor(4) as pool:
    list(pool.map(lambda one: start(*one), [
        ({}, "gives", "agent", "--listen", f"instance {agents[0]}", "--role", certified, *certificate),
        ({}, "gives", "agent", "--listen", f"container {agents[1]} token-file={token_file}", "--role", federated, "--web-identity-token-file", key_file),
        (key, "gives", "agent", "--listen", f"instance {agents[2]}", "--role", job),
        (key, "gives", "agent", "--listen", f"pod {agents[3]} cluster=prod", "--role", node),
    ]))

# The ways: what is configured, and whose session that gives.
profiles = {
    "base": {"aws_access_key_id": made["AccessKeyId"], "aws_secret_access_key": made["SecretAccessKey"]},
    "sourced": {"role_arn": job, "source_profile": "base", "role_session_name": "nightly", "duration_seconds": "900"},
    "external": {"role_arn": shared, "source_profile": "base", "external_id": "between-us"},
    "environment": {"role_arn": job, "credential_source": "Environment"},
    "metadata": {"role_arn": chained, "credential_source": "Ec2InstanceMetadata"},
    "tasks": {"role_arn": chained, "credential_source": "EcsContainer"},
    "identity": {"role_arn": federated, "web_identity_token_file": key_file, "role_session_name": "by-profile"},
    "process": {"credential_process": f"gatehouse credentials --role {federated} --web-identity-token-file {key_file} --role-session-name by-process"},
    "anywhere": {"credential_process": f"gatehouse credentials --role {certified} {' '.join(certificate)}"},
    **{f"mfa-{number}": {"role_arn": guarded, "source_profile": "base", "mfa_serial": devices[client][0]} for number, client in enumerate(clients)},
}
write(os.environ["AWS_CONFIG_FILE"], "".join(f"[profile {name}]\n" + "".join(f"{field} = {value}\n" for field, value in fields.items()) for name, fields in profiles.items()))
on = {"AWS_EC2_METADATA_DISABLED": "false"}
secret = {"AWS_CONTAINER_AUTHORIZATION_TOKEN": "let-me-in"}
ways = {
    "mfa_serial": ({}, "guarded/.+"),
    "an access key": (key, "app"),
    "source_profile": ({"AWS_PROFILE": "sourced"}, "job/nightly"),
    "external_id": ({"AWS_PROFILE": "external"}, "shared/.+"),
    "credential_source = Environment": ({**key, "AWS_PROFILE": "environment"}, "job/.+"),  # see profiled
    "credential_source = Ec2InstanceMetadata": ({**on, "AWS_EC2_METADATA_SERVICE_ENDPOINT": agents[2], "AWS_PROFILE": "metadata"}, "chained/.+"),
    "credential_source = EcsContainer": ({**secret, "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{container}/credentials", "AWS_PROFILE": "tasks"}, "chained/.+"),
    "web identity by variables": ({"AWS_ROLE_ARN": federated, "AWS_WEB_IDENTITY_TOKEN_FILE": key_file, "AWS_ROLE_SESSION_NAME": "by-variables"}, "federated/by-variables"),
    "web identity by a profile": ({"AWS_PROFILE": "identity"}, "federated/by-profile"),
    "an instance": ({**on, **found}, "web/i-[0-9a-f]{17}"),
    "the agent of an instance": ({**on, "AWS_EC2_METADATA_SERVICE_ENDPOINT": agents[0]}, "certified/[0-9a-f]+"),
    "a container's relative URI": ({**secret, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/credentials"}, "task/[0-9a-f]{32}"),
    "a container's full URI": ({**secret, "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{container}/credentials"}, "task/[0-9a-f]{32}"),
    "a pod": ({"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": pod_token, "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{pods}/v1/credentials"}, "pod/eks-prod-checkout-x2-[0-9a-f-]{36}"),
    "the agent of a node": ({"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": pod_token, "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{agents[3]}/v1/credentials"}, "pod/eks-prod-checkout-x2-[0-9a-f-]{36}"),
    "the agent of a container": ({"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": token_file, "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{agents[1]}/credentials"}, "federated/[0-9a-f]{32}"),
    "credential_process": ({"AWS_PROFILE": "process"}, "federated/by-process"),
    "Roles Anywhere": ({"AWS_PROFILE": "anywhere"}, "certified/[0-9a-f]+"),
}


def ask(way, client):
    environment, wanted = ways[way]
    command, words = clients[client], None
    if way == "mfa_serial":
        # Clients ask at the terminal, and where there is none read standard input.
        environment, words = {"AWS_PROFILE": f"mfa-{list(clients).index(client)}"}, code(devices[client][1], int(time.time()) // 30) + "\n"
        command = command if "node" not in command else ["node", os.path.join(js, "whoami-mfa.mjs")]
    if way == "credential_source = Environment":
        command = profiled.get(client, command)
    if network == "shared" and "RELATIVE" in str(environment):
        # The address of the relative URI cannot be had here: what clients would ask there.
        with urllib.request.urlopen(urllib.request.Request(f"{container}/credentials", headers={"Authorization": "let-me-in"})) as answer:
            return f"{client} by {way}: " + ("found" if json.load(answer)["RoleArn"] == task else "another role")
    done = subprocess.run(command, env={**os.environ, **environment}, input=words, capture_output=True, text=True, timeout=120, start_new_session=True)
    arn = rf"arn:aws:(sts::{account}:assumed-role|iam::{account}:user)/{wanted}"
    return f"{client} by {way}: " + ("found" if done.returncode == 0 and re.search(rf"(^|: ){arn}\n?$", done.stdout) else repr((done.returncode, done.stdout, done.stderr)))


with ThreadPoolExecutor(2) as pool:
    for text in pool.map(lambda one: ask(*one), [(way, client) for way in ways for client in clients]):
        print(text, flush=True)

# Services are named in the trail, which is written a moment later.
for _ in range(50):
    events = str(trail.lookup_events(LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "AssumeRole"}]))
    if '"invokedBy":"ec2.amazonaws.com"' in events and '"invokedBy":"ecs-tasks.amazonaws.com"' in events and '"invokedBy":"pods.eks.amazonaws.com"' in events:
        print("in the trail")
        break
    time.sleep(0.2)
