"""What an operator says of identity providers, seen by boto3: issuers.py PORT, in a folder where the server's own files are one above."""
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


def token(issuer, **claims):
    now = int(time.time())
    body = {"iss": issuer, "aud": "sts.amazonaws.com", "sub": "job-1234", "iat": now, "exp": now + 600, **claims}
    signed = f'{plain({"alg": "RS256", "kid": "one"})}.{plain(body)}'
    made = subprocess.run(["openssl", "dgst", "-sha256", "-sign", "../issuer.key"], input=signed.encode(), stdout=subprocess.PIPE, check=True).stdout
    return f"{signed}.{plain(made)}"


def assume(role, proof):
    return sts.assume_role_with_web_identity(RoleArn=f"arn:aws:iam::111122223333:role/{role}", RoleSessionName="job", WebIdentityToken=proof)


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
print("issuers hold")
