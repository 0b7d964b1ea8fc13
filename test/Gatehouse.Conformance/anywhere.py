"""Roles Anywhere, seen by boto3: managed with a key, used with a profile of credential_process and nothing else."""
import os
import re
import subprocess
import sys

import boto3
import botocore.config
import botocore.exceptions

config = botocore.config.Config(retries={"max_attempts": 1})
endpoint = os.environ["AWS_ENDPOINT_URL"]


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make(name, subject, *extra, key=("rsa", "-pkeyopt", "rsa_keygen_bits:2048"), ca="ca"):
    run("openssl", "req", "-new", "-newkey", *key, "-noenc", "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", subject)
    with open(f"{name}.ext", "w") as file:
        file.write("\n".join(extra or ["basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature"]))
    run("openssl", "x509", "-req", "-in", f"{name}.csr", "-CA", f"{ca}.pem", "-CAkey", f"{ca}.key", "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext", "-out", f"{name}.pem")


curve = ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")
run("openssl", "req", "-x509", "-newkey", *curve, "-noenc", "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Root", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
make("middle", "/CN=Middle", "basicConstraints=critical,CA:TRUE,pathlen:0", "keyUsage=critical,keyCertSign,cRLSign", key=curve)
make("rsa", "/O=Example/CN=rsa-client", ca="middle")
make("curve", "/O=Example/CN=curve-client", key=curve)

service = boto3.client("rolesanywhere", config=config, endpoint_url=endpoint)
iam = boto3.client("iam", config=config, endpoint_url=endpoint)
trust = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"rolesanywhere.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}'
role = iam.create_role(RoleName="web", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
iam.attach_role_policy(RoleName="web", PolicyArn="arn:aws:iam::aws:policy/IAMReadOnlyAccess")
anchor = service.create_trust_anchor(name="root", enabled=True, source={"sourceType": "CERTIFICATE_BUNDLE", "sourceData": {"x509CertificateData": open("ca.pem").read()}})["trustAnchor"]
profile = service.create_profile(name="web", enabled=True, roleArns=[role])["profile"]
assert [one["trustAnchorId"] for one in service.list_trust_anchors()["trustAnchors"]] == [anchor["trustAnchorId"]]
assert service.get_profile(profileId=profile["profileId"])["profile"]["roleArns"] == [role]

for name, extra in (("rsa", "--intermediates middle.pem"), ("curve", "")):
    process = (f"gatehouse credentials --certificate {name}.pem --private-key {name}.key {extra} --session-duration 900"
               f" --trust-anchor-arn {anchor['trustAnchorArn']} --profile-arn {profile['profileArn']} --role-arn {role}")
    with open(os.environ["AWS_CONFIG_FILE"], "a") as file:
        file.write(f"[profile {name}]\ncredential_process = {process}\n")

held = {key: os.environ.pop(key) for key in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
for name in ("rsa", "curve"):
    session = boto3.Session(profile_name=name)
    identity = session.client("sts", config=config, endpoint_url=endpoint).get_caller_identity()
    assert re.search(r":assumed-role/web/[0-9a-f]+$", identity["Arn"]), identity
    session.client("iam", config=config, endpoint_url=endpoint).list_roles()
os.environ.update(held)

subjects = service.list_subjects()["subjects"]
assert sorted(one["x509Subject"] for one in subjects) == ["CN=curve-client, O=Example", "CN=rsa-client, O=Example"], subjects
shown = service.get_subject(subjectId=subjects[0]["subjectId"])["subject"]
assert len(shown["credentials"]) == 1 and not shown["credentials"][0]["failed"], shown

service.disable_trust_anchor(trustAnchorId=anchor["trustAnchorId"])
refused = subprocess.run(["gatehouse", "credentials", "--certificate", "curve.pem", "--private-key", "curve.key", "--trust-anchor-arn", anchor["trustAnchorArn"],
                          "--profile-arn", profile["profileArn"], "--role-arn", role], capture_output=True, text=True)
assert refused.returncode == 1 and refused.stderr == "gatehouse: AccessDeniedException: Trust anchor is disabled\n" and not refused.stdout, refused
service.enable_trust_anchor(trustAnchorId=anchor["trustAnchorId"])
mixed = subprocess.run(["gatehouse", "credentials", "--certificate", "curve.pem", "--private-key", "rsa.key", "--trust-anchor-arn", anchor["trustAnchorArn"],
                        "--profile-arn", profile["profileArn"], "--role-arn", role], capture_output=True, text=True)
assert mixed.returncode == 1 and "not a certificate and its private key" in mixed.stderr, mixed
print("the story holds")
sys.exit(0)
