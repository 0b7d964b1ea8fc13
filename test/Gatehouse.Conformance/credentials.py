"""Passwords, keys and certificates of people and machines, told by boto3: what is done, read back, and refused to the letter."""
import base64
import os
import re
import struct
import subprocess
import tempfile

import boto3
import botocore.config
import botocore.exceptions

# The server judges what is sent, not the client.
config = botocore.config.Config(retries={"max_attempts": 1}, parameter_validation=False)
endpoint = os.environ["AWS_ENDPOINT_URL"]
folder = tempfile.mkdtemp(dir=".")


def client(service, **credentials):
    return boto3.client(service, config=config, endpoint_url=endpoint, **credentials)


def refused(status, code, message, call, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        answer = error.response
        told = (answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"], answer["Error"]["Message"])
        assert told == (status, code, message), f"{told} is not {(status, code, message)}"
        refused.count += 1
        return
    raise AssertionError(f"{code} was not refused")


refused.count = 0


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def certificate(name, issuer=None, days=30, curve="prime256v1"):
    openssl("ecparam", "-genkey", "-noout", "-name", curve, "-out", f"{name}.key")
    if issuer is None:
        openssl("req", "-x509", "-new", "-key", f"{name}.key", "-subj", f"/CN={name}", "-days", str(days), "-out", f"{name}.pem")
    else:
        openssl("req", "-new", "-key", f"{name}.key", "-subj", f"/CN={name}", "-out", f"{name}.csr")
        openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{issuer}.pem", "-CAkey", f"{issuer}.key", "-CAcreateserial", "-days", str(days), "-out", f"{name}.pem")
    with open(f"{folder}/{name}.pem") as body, open(f"{folder}/{name}.key") as key:
        return body.read(), key.read()


def ssh_key(name, bits=2048):
    openssl("genrsa", "-out", f"{name}.rsa", str(bits))
    pem = openssl("rsa", "-in", f"{name}.rsa", "-pubout")
    modulus = bytes.fromhex(openssl("rsa", "-in", f"{name}.rsa", "-noout", "-modulus").strip().split("=")[1])
    fields = (b"ssh-rsa", b"\x01\x00\x01", b"\x00" + modulus)
    return "ssh-rsa " + base64.b64encode(b"".join(struct.pack(">I", len(field)) + field for field in fields)).decode(), pem


iam = client("iam")
account = client("sts").get_caller_identity()["Account"]
for name in ("ana", "ben"):
    iam.create_user(UserName=name)
key = iam.create_access_key(UserName="ana")["AccessKey"]
ana = client("iam", aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
nobody = "The user with name nobody cannot be found."
wrong_status = "1 validation error detected: Value 'Expired' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]"

# Passwords.
refused(404, "NoSuchEntity", "Login Profile for User ana cannot be found.", iam.get_login_profile, UserName="ana")
refused(400, "PasswordPolicyViolation", "Password should have a minimum length of 8", iam.create_login_profile, UserName="ana", Password="aB1!")
refused(400, "PasswordPolicyViolation",
        "Password should meet 1 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one symbol",
        iam.create_login_profile, UserName="ana", Password="abcd1234")
refused(400, "ValidationError", "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
        iam.create_login_profile, UserName="ana")
refused(404, "NoSuchEntity", nobody, iam.create_login_profile, UserName="nobody", Password="Start1234!")
made = iam.create_login_profile(UserName="ana", Password="Start1234!", PasswordResetRequired=True)["LoginProfile"]
assert (made["UserName"], made["PasswordResetRequired"]) == ("ana", True), made
read = iam.get_login_profile(UserName="ana")["LoginProfile"]
assert read == made, read
refused(409, "EntityAlreadyExists", "Login Profile for user ana already exists.", iam.create_login_profile, UserName="ana", Password="Start1234!")
refused(403, "AccessDenied",
        f"User: arn:aws:iam::{account}:user/ana is not authorized to perform: iam:ChangePassword on resource: user ana because no identity-based policy allows the iam:ChangePassword action",
        ana.change_password, OldPassword="Start1234!", NewPassword="Second1234!")
iam.update_account_password_policy(MinimumPasswordLength=10, RequireSymbols=True, PasswordReusePrevention=2, AllowUsersToChangePassword=True, MaxPasswordAge=90)
assert ana.get_account_password_policy()["PasswordPolicy"]["ExpirePasswords"] is True
refused(403, "AccessDenied", "The old password was incorrect.", ana.change_password, OldPassword="x", NewPassword="Second1234!")
refused(400, "PasswordPolicyViolation", "Password should have a minimum length of 10, Password should have at least one symbol",
        ana.change_password, OldPassword="Start1234!", NewPassword="Second12")
refused(400, "PasswordPolicyViolation", "Password should not be one of the last 2 passwords", ana.change_password, OldPassword="Start1234!", NewPassword="Start1234!")
ana.change_password(OldPassword="Start1234!", NewPassword="Second1234!")
assert iam.get_login_profile(UserName="ana")["LoginProfile"]["PasswordResetRequired"] is False
refused(400, "PasswordPolicyViolation", "Password should not be one of the last 2 passwords", iam.update_login_profile, UserName="ana", Password="Start1234!")
iam.update_login_profile(UserName="ana", Password="Third12345!", PasswordResetRequired=True)
iam.update_login_profile(UserName="ana", Password="Start1234!")
assert iam.get_login_profile(UserName="ana")["LoginProfile"]["CreateDate"] == made["CreateDate"]
refused(400, "InvalidUserType", "Only IAM Users can change their own password.", iam.change_password, OldPassword="x", NewPassword="y")
refused(404, "NoSuchEntity", "Login Profile for User ben cannot be found.", iam.update_login_profile, UserName="ben", Password="Third12345!")
refused(404, "NoSuchEntity", "Login Profile for User ben cannot be found.", iam.delete_login_profile, UserName="ben")
refused(400, "ValidationError", "Must specify userName when calling with non-User credentials", iam.get_login_profile)

# SSH keys.
line, pem = ssh_key("one")
short, _ = ssh_key("short", 1024)
uploaded = iam.upload_ssh_public_key(UserName="ana", SSHPublicKeyBody=line + " ana@home")["SSHPublicKey"]
assert re.fullmatch("(..:){15}..", uploaded["Fingerprint"]) and uploaded["SSHPublicKeyId"].startswith("APKA"), uploaded
ssh = {"UserName": "ana", "SSHPublicKeyId": uploaded["SSHPublicKeyId"]}
assert iam.get_ssh_public_key(Encoding="PEM", **ssh)["SSHPublicKey"]["SSHPublicKeyBody"].strip() == pem.strip()
assert iam.get_ssh_public_key(Encoding="SSH", **ssh)["SSHPublicKey"] == uploaded
refused(400, "DuplicateSSHPublicKey", "The SSH public key is already associated with the specified IAM user.", iam.upload_ssh_public_key, UserName="ana", SSHPublicKeyBody=pem)
refused(400, "InvalidPublicKey", "The public key is malformed or otherwise invalid.", iam.upload_ssh_public_key, UserName="ana", SSHPublicKeyBody=short)
refused(400, "UnrecognizedPublicKeyEncoding", "The public key encoding format is unsupported or unrecognized.",
        iam.upload_ssh_public_key, UserName="ana", SSHPublicKeyBody="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHUjqUzmCo+tzG/wQOW0j6DNYkcqEBPkPy8zmo+1sIZ1")
refused(404, "NoSuchEntity", nobody, iam.upload_ssh_public_key, UserName="nobody", SSHPublicKeyBody=line)
refused(404, "NoSuchEntity", f"The Public Key with id {ssh['SSHPublicKeyId']} cannot be found.", iam.get_ssh_public_key, UserName="ben", SSHPublicKeyId=ssh["SSHPublicKeyId"], Encoding="SSH")
refused(400, "ValidationError", wrong_status, iam.update_ssh_public_key, Status="Expired", **ssh)
refused(400, "ValidationError", "1 validation error detected: Value 'DER' at 'encoding' failed to satisfy constraint: Member must satisfy enum value set: [SSH, PEM]",
        iam.get_ssh_public_key, Encoding="DER", **ssh)
iam.update_ssh_public_key(Status="Inactive", **ssh)
assert [found["Status"] for found in iam.list_ssh_public_keys(UserName="ana")["SSHPublicKeys"]] == ["Inactive"]

# Credentials for single services.
git = iam.create_service_specific_credential(UserName="ana", ServiceName="codecommit.amazonaws.com")["ServiceSpecificCredential"]
assert git["ServiceUserName"] == f"ana-at-{account}" and len(git["ServicePassword"]) == 60, git["ServiceUserName"]
bed = iam.create_service_specific_credential(UserName="ana", ServiceName="bedrock.amazonaws.com", CredentialAgeDays=7)["ServiceSpecificCredential"]
assert bed["ServiceCredentialSecret"].startswith("ABSK") and (bed["ExpirationDate"] - bed["CreateDate"]).days == 7
git_id = git["ServiceSpecificCredentialId"]
again = iam.reset_service_specific_credential(UserName="ana", ServiceSpecificCredentialId=git_id)["ServiceSpecificCredential"]
assert again["ServicePassword"] != git["ServicePassword"] and again["ServiceUserName"] == git["ServiceUserName"]
iam.update_service_specific_credential(UserName="ana", ServiceSpecificCredentialId=git_id, Status="Inactive")
listed = iam.list_service_specific_credentials(UserName="ana", ServiceName="codecommit.amazonaws.com")["ServiceSpecificCredentials"]
assert [(one["Status"], "ServicePassword" in one) for one in listed] == [("Inactive", False)], listed
assert len(iam.list_service_specific_credentials(AllUsers=True)["ServiceSpecificCredentials"]) == 2
refused(404, "NoSuchEntity", "No such service s3.amazonaws.com is supported for Service Specific Credentials",
        iam.create_service_specific_credential, UserName="ana", ServiceName="s3.amazonaws.com")
refused(400, "ValidationError", "1 validation error detected: Value '0' at 'credentialAgeDays' failed to satisfy constraint: Member must have value greater than or equal to 1",
        iam.create_service_specific_credential, UserName="ana", ServiceName="bedrock.amazonaws.com", CredentialAgeDays=0)
iam.create_service_specific_credential(UserName="ana", ServiceName="codecommit.amazonaws.com")
refused(409, "LimitExceeded", "Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2", iam.create_service_specific_credential, UserName="ana", ServiceName="codecommit.amazonaws.com")
refused(404, "NoSuchEntity", f"No such credential {git_id} exists", iam.reset_service_specific_credential, UserName="ben", ServiceSpecificCredentialId=git_id)
refused(400, "ValidationError", wrong_status, iam.update_service_specific_credential, ServiceSpecificCredentialId=git_id, Status="Expired")

# Signing certificates.
root, root_key = certificate("root")
middle, _ = certificate("middle", "root")
leaf, leaf_key = certificate("leaf", "middle", curve="secp384r1")
signing = iam.upload_signing_certificate(UserName="ana", CertificateBody=leaf)["Certificate"]
assert re.fullmatch("[A-Z0-9]{24}", signing["CertificateId"]) and signing["CertificateBody"] == leaf, signing
refused(409, "DuplicateCertificate", "The same certificate is associated with an IAM user in the account.", iam.upload_signing_certificate, UserName="ben", CertificateBody=leaf)
refused(400, "MalformedCertificate", "Unable to parse certificate. Please ensure the certificate is in PEM format.", iam.upload_signing_certificate, UserName="ana", CertificateBody=leaf_key)
iam.upload_signing_certificate(UserName="ana", CertificateBody=root)
refused(409, "LimitExceeded", "Cannot exceed quota for SigningCertificatesPerUser: 2", iam.upload_signing_certificate, UserName="ana", CertificateBody=middle)
iam.update_signing_certificate(UserName="ana", CertificateId=signing["CertificateId"], Status="Inactive")
# Of two made in one second either may come first.
assert sorted(one["Status"] for one in iam.list_signing_certificates(UserName="ana")["Certificates"]) == ["Active", "Inactive"]
refused(404, "NoSuchEntity", f"The Certificate with id {signing['CertificateId']} cannot be found.", iam.delete_signing_certificate, CertificateId=signing["CertificateId"])
refused(400, "ValidationError", wrong_status, iam.update_signing_certificate, UserName="ana", CertificateId=signing["CertificateId"], Status="Expired")

# Server certificates.
parts = dict(CertificateBody=leaf, PrivateKey=leaf_key)
chain_broken = ("Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, "
                "followed by any intermediaries in order. The index within the chain of the invalid certificate is: ")
malformed = (400, "MalformedCertificate")
server = iam.upload_server_certificate(ServerCertificateName="web", Path="/edge/", CertificateChain=middle + root, Tags=[{"Key": "team", "Value": "web"}], **parts)
meta = server["ServerCertificateMetadata"]
assert meta["Arn"] == f"arn:aws:iam::{account}:server-certificate/edge/web" and meta["ServerCertificateId"].startswith("ASCA"), meta
found = iam.get_server_certificate(ServerCertificateName="web")["ServerCertificate"]
assert found["ServerCertificateMetadata"] == meta and found["CertificateBody"] == leaf.strip() and found["CertificateChain"] == (middle + root).strip()
assert "PRIVATE" not in str(found) and found["Tags"] == [{"Key": "team", "Value": "web"}]
refused(409, "EntityAlreadyExists", "The Server Certificate with name WEB already exists.", iam.upload_server_certificate, ServerCertificateName="WEB", **parts)
refused(*malformed, "Unable to parse certificate. Please ensure the certificate is in PEM format.", iam.upload_server_certificate, ServerCertificateName="x", CertificateBody="x", PrivateKey=leaf_key)
refused(*malformed, "Invalid Private Key.", iam.upload_server_certificate, ServerCertificateName="x", CertificateBody=leaf, PrivateKey=root)
refused(400, "KeyPairMismatch", "The private key does not match the public key of the certificate.", iam.upload_server_certificate, ServerCertificateName="x", CertificateBody=leaf, PrivateKey=root_key)
refused(*malformed, chain_broken + "0", iam.upload_server_certificate, ServerCertificateName="x", CertificateChain=root, **parts)
refused(*malformed, chain_broken + "1", iam.upload_server_certificate, ServerCertificateName="x", CertificateChain=middle + middle, **parts)
refused(404, "NoSuchEntity", "The Server Certificate with name x cannot be found.", iam.get_server_certificate, ServerCertificateName="x")
refused(404, "NoSuchEntity", "The Server Certificate with name x cannot be found.", iam.delete_server_certificate, ServerCertificateName="x")
refused(400, "InvalidInput", "Duplicate tag keys found.", iam.tag_server_certificate, ServerCertificateName="web", Tags=[{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}])
iam.tag_server_certificate(ServerCertificateName="web", Tags=[{"Key": "a", "Value": "1"}])
iam.untag_server_certificate(ServerCertificateName="web", TagKeys=["team"])
assert iam.list_server_certificate_tags(ServerCertificateName="web")["Tags"] == [{"Key": "a", "Value": "1"}]
iam.update_server_certificate(ServerCertificateName="web", NewServerCertificateName="site", NewPath="/")
assert [one["Arn"] for one in iam.list_server_certificates()["ServerCertificateMetadataList"]] == [f"arn:aws:iam::{account}:server-certificate/site"]
assert iam.get_account_summary()["SummaryMap"]["ServerCertificates"] == 1

# Renaming a user takes it all along; deleting one wants it all gone, in this order.
iam.update_user(UserName="ana", NewUserName="eve")
conflict = "Cannot delete entity, must {} first."
refused(409, "DeleteConflict", conflict.format("delete login profile"), iam.delete_user, UserName="eve")
iam.delete_login_profile(UserName="eve")
refused(409, "DeleteConflict", conflict.format("delete access keys"), iam.delete_user, UserName="eve")
iam.delete_access_key(UserName="eve", AccessKeyId=key["AccessKeyId"])
refused(409, "DeleteConflict", conflict.format("delete signing certificates"), iam.delete_user, UserName="eve")
for one in iam.list_signing_certificates(UserName="eve")["Certificates"]:
    iam.delete_signing_certificate(UserName="eve", CertificateId=one["CertificateId"])
refused(409, "DeleteConflict", conflict.format("remove referenced objects"), iam.delete_user, UserName="eve")
iam.delete_ssh_public_key(UserName="eve", SSHPublicKeyId=uploaded["SSHPublicKeyId"])
refused(409, "DeleteConflict", conflict.format("remove referenced objects"), iam.delete_user, UserName="eve")
for one in iam.list_service_specific_credentials(UserName="eve")["ServiceSpecificCredentials"]:
    iam.delete_service_specific_credential(UserName="eve", ServiceSpecificCredentialId=one["ServiceSpecificCredentialId"])
iam.delete_user(UserName="eve")
iam.delete_server_certificate(ServerCertificateName="site")

# What was secret is nowhere in the trail.
trail = str(client("cloudtrail").lookup_events(MaxResults=50))
for secret in ("Start1234!", "Third12345!", git["ServicePassword"], again["ServicePassword"], bed["ServiceCredentialSecret"], leaf_key.splitlines()[1]):
    assert secret not in trail, "a secret is in the trail"
print(f"the story holds, with {refused.count} refusals")
