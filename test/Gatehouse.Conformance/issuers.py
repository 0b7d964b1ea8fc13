"""What an operator says of identity providers, seen by boto3: issuers.py PORT PROGRAM, in a folder where the server's own files are one above."""
import base64
import concurrent.futures
import http.server
import json
import os
import ssl
import subprocess
import sys
import threading
import time

import boto3
import botocore.config
import botocore.exceptions

config = botocore.config.Config(retries={"max_attempts": 1})
iam, sts = (boto3.client(service, config=config, endpoint_url=os.environ["AWS_ENDPOINT_URL"]) for service in ("iam", "sts"))
served, pinned, google = f"https://localhost:{sys.argv[1]}", "https://pinned.example.com", "https://accounts.google.com"


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError("not refused")


def plain(data):
    return base64.urlsafe_b64encode(data if isinstance(data, bytes) else json.dumps(data).encode()).rstrip(b"=").decode()


def token(issuer, key="../issuer.key", **claims):
    now = int(time.time())
    body = {"iss": issuer, "aud": "sts.amazonaws.com", "sub": "job-1234", "iat": now, "exp": now + 600, **claims}
    signed = f'{plain({"alg": "RS256", "kid": "one"})}.{plain(body)}'
    made = subprocess.run(["openssl", "dgst", "-sha256", "-sign", key], input=signed.encode(), stdout=subprocess.PIPE, check=True).stdout
    return f"{signed}.{plain(made)}"


def assume(role, proof, account="111122223333"):
    return sts.assume_role_with_web_identity(RoleArn=f"arn:aws:iam::{account}:role/{role}", RoleSessionName="job", WebIdentityToken=proof)


def trust(federated, conditions=None):
    return json.dumps({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Principal": {"Federated": federated}, "Action": "sts:AssumeRoleWithWebIdentity", **({"Condition": conditions} if conditions else {})}})


with open("../keys.json") as file:
    documents = {"/.well-known/openid-configuration": {"issuer": served, "jwks_uri": served + "/keys"}, "/keys": json.load(file)}


class Issuer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(documents[self.path]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Issuer)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("../server.pem", "../server.key")
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()

# A root of the operator's vouches for a server whose thumbprint says nothing of it.
arn = iam.create_open_id_connect_provider(Url=served, ClientIDList=["sts.amazonaws.com"], ThumbprintList=["0" * 40])["OpenIDConnectProviderArn"]
iam.create_role(RoleName="served", AssumeRolePolicyDocument=trust(arn))
assert assume("served", token(served))["SubjectFromWebIdentityToken"] == "job-1234"
again = token(served)
assume("served", again), assume("served", again)

# Keys from a file: there is no such host. And of this issuer's tokens each is good once.
arn = iam.create_open_id_connect_provider(Url=pinned, ClientIDList=["sts.amazonaws.com"])["OpenIDConnectProviderArn"]
assert iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)["ThumbprintList"] == []
iam.create_role(RoleName="pinned", AssumeRolePolicyDocument=trust(arn, {"StringEquals": {"pinned.example.com:team": "blue"}}))
once = token(pinned, jti="1", team="blue")
refused("AccessDenied", assume, role="none", proof=once)
answer = assume("pinned", once)
session = boto3.client("sts", config=config, endpoint_url=os.environ["AWS_ENDPOINT_URL"], aws_access_key_id=answer["Credentials"]["AccessKeyId"],
                       aws_secret_access_key=answer["Credentials"]["SecretAccessKey"], aws_session_token=answer["Credentials"]["SessionToken"])
assert session.get_caller_identity()["Arn"] == "arn:aws:sts::111122223333:assumed-role/pinned/job"
assert "taken once" in refused("InvalidIdentityToken", assume, role="pinned", proof=once)
assume("pinned", token(pinned, jti="2", team="blue"))
refused("AccessDenied", assume, role="pinned", proof=token(pinned, jti="3", team="red"))


def one_of_many(proof):
    try:
        return assume("pinned", proof)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == "InvalidIdentityToken", error


with concurrent.futures.ThreadPoolExecutor(8) as pool:
    raced = token(pinned, team="blue")
    assert len([answer for answer in pool.map(one_of_many, [raced] * 8) if answer]) == 1

# Google by its name alone.
iam.create_role(RoleName="google", AssumeRolePolicyDocument=trust("accounts.google.com", {"StringEquals": {"accounts.google.com:aud": "1234.apps", "accounts.google.com:oaud": "sts.amazonaws.com"}}))
assert assume("google", token(google, azp="1234.apps"))["Provider"] == "accounts.google.com"
refused("AccessDenied", assume, role="google", proof=token(google, azp="4321.apps"))

# An issuer of many tenants.
shared = "arn:aws:iam::111122223333:oidc-provider/gitlab.example.com"
assert "gitlab.example.com:sub" in refused("MalformedPolicyDocument", iam.create_role, RoleName="shared", AssumeRolePolicyDocument=trust(shared))
iam.create_role(RoleName="shared", AssumeRolePolicyDocument=trust(shared, {"StringLike": {"gitlab.example.com:sub": "project_path:acme/*"}}))
refused("MalformedPolicyDocument", iam.update_assume_role_policy, RoleName="shared", PolicyDocument=trust(shared, {"StringLike": {"gitlab.example.com:sub": "*"}}))


def gatehouse(*arguments, expected=0, credentials=None):
    environment = dict(os.environ)
    if credentials:
        environment.update(AWS_ACCESS_KEY_ID=credentials["AccessKeyId"], AWS_SECRET_ACCESS_KEY=credentials["SecretAccessKey"], AWS_SESSION_TOKEN=credentials["SessionToken"])
    ran = subprocess.run(["dotnet", sys.argv[2], "issuer-keys", *arguments], capture_output=True, text=True, env=environment)
    assert ran.returncode == expected, (arguments, ran)
    return ran.stdout + ran.stderr


# Keys that accounts pin themselves: there is no such host. Two accounts know the same issuer by different keys, and each by its own alone.
cluster = "https://kubernetes.default.svc.cluster.local"
iam.create_user(UserName="boss")
iam.put_user_policy(UserName="boss", PolicyName="all", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}))
key = iam.create_access_key(UserName="boss")["AccessKey"]
boss = boto3.Session(aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
organizations = boss.client("organizations", config=config, endpoint_url=os.environ["AWS_ENDPOINT_URL"])
organizations.create_organization()
made = organizations.create_account(AccountName="other", Email="other@example.com")["CreateAccountStatus"]
while made["State"] == "IN_PROGRESS":
    made = organizations.describe_create_account_status(CreateAccountRequestId=made["Id"])["CreateAccountStatus"]
other = made["AccountId"]
session = boss.client("sts", config=config, endpoint_url=os.environ["AWS_ENDPOINT_URL"]).assume_role(
    RoleArn=f"arn:aws:iam::{other}:role/OrganizationAccountAccessRole", RoleSessionName="boss")["Credentials"]
there = boto3.client("iam", config=config, endpoint_url=os.environ["AWS_ENDPOINT_URL"], aws_access_key_id=session["AccessKeyId"],
                     aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"])
subprocess.run(["openssl", "genrsa", "-out", "../other.key", "2048"], check=True, capture_output=True)
modulus = subprocess.run(["openssl", "rsa", "-in", "../other.key", "-noout", "-modulus"], check=True, capture_output=True, text=True).stdout.strip().removeprefix("Modulus=")
with open("../other.json", "w") as file:
    json.dump({"keys": [{"kty": "RSA", "kid": "one", "use": "sig", "e": "AQAB", "n": plain(bytes.fromhex(modulus))}]}, file)
arns = {}
for client, account in ((iam, "111122223333"), (there, other)):
    arns[account] = client.create_open_id_connect_provider(Url=cluster, ClientIDList=["sts.amazonaws.com"], ThumbprintList=["0" * 40])["OpenIDConnectProviderArn"]
    client.create_role(RoleName="pod", AssumeRolePolicyDocument=trust(arns[account]))
ours = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arns["111122223333"])
ours.pop("ResponseMetadata")
refused("IDPCommunicationError", assume, role="pod", proof=token(cluster))
assert "No keys are pinned" in gatehouse("show", arns["111122223333"], expected=1)
assert "RSA  2048" in gatehouse("put", arns["111122223333"], "../keys.json")
gatehouse("put", arns[other], "../other.json", credentials=session)

assert assume("pod", token(cluster))["SubjectFromWebIdentityToken"] == "job-1234"
assume("pod", token(cluster, key="../other.key"), account=other)
assert "Signature is not valid" in refused("InvalidIdentityToken", assume, role="pod", proof=token(cluster, key="../other.key"))
assert "Signature is not valid" in refused("InvalidIdentityToken", assume, role="pod", proof=token(cluster), account=other)
for foreign, credentials in ((arns[other], None), (arns["111122223333"], session)):
    for command in (("put", foreign, "../keys.json"), ("show", foreign), ("remove", foreign)):
        assert "Denied" in gatehouse(*command, expected=1, credentials=credentials)

# AWS's own call shows what it always did.
shown = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arns["111122223333"])
shown.pop("ResponseMetadata")
assert shown == ours, shown
with open("../keys.json") as file:
    assert gatehouse("show", arns["111122223333"], "--key-set") == file.read() + "\n"

# A private key stays where it is; whoever the operator has pinned keys for keeps those.
with open("../private.json", "w") as file:
    json.dump({"keys": [{**json.load(open("../keys.json"))["keys"][0], "d": "c2VjcmV0"}]}, file)
assert "private" in gatehouse("put", arns["111122223333"], "../private.json", expected=2)
assert "FederationPinnedKeys" in gatehouse("put", arn, "../other.json", expected=1)

# Taken away, or gone with their provider, they are used no more.
gatehouse("remove", arns["111122223333"])
refused("IDPCommunicationError", assume, role="pod", proof=token(cluster))
there.delete_open_id_connect_provider(OpenIDConnectProviderArn=arns[other])
there.create_open_id_connect_provider(Url=cluster, ClientIDList=["sts.amazonaws.com"], ThumbprintList=["0" * 40])
refused("IDPCommunicationError", assume, role="pod", proof=token(cluster, key="../other.key"), account=other)
print("issuers hold")
