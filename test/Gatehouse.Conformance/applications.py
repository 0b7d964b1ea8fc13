"""An application of IAM Identity Center, seen by boto3: it trades a token of its company's issuer for ours, and acts for the person in a role."""
import base64
import http.server
import json
import os
import subprocess
import sys
import threading
import time

import boto3
import botocore.config
import botocore.exceptions

config = botocore.config.Config(retries={"max_attempts": 1})
endpoint = os.environ["AWS_ENDPOINT_URL"]
issuer = f"http://127.0.0.1:{sys.argv[1]}"


def client(service, **credentials):
    return boto3.client(service, config=config, endpoint_url=endpoint, **credentials)


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response
    raise AssertionError("not refused")


def run(*command, **arguments):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **arguments).stdout


def plain(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


# The company's issuer: two documents and a key.
run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", "issuer.key")
modulus = bytes.fromhex(run("openssl", "rsa", "-in", "issuer.key", "-noout", "-modulus").decode().strip().split("=")[1])
documents = {
    "/.well-known/openid-configuration": {"issuer": issuer, "jwks_uri": issuer + "/keys"},
    "/keys": {"keys": [{"kty": "RSA", "kid": "one", "use": "sig", "alg": "RS256", "n": plain(modulus), "e": "AQAB"}]},
}


class Issuer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(documents[self.path]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def token(**claims):
    now = int(time.time())
    body = {"iss": issuer, "aud": "notebooks", "sub": "7", "iat": now, "exp": now + 300, "email": "ana@example.com", **claims}
    signed = plain(json.dumps({"alg": "RS256", "kid": "one"}).encode()) + "." + plain(json.dumps(body).encode())
    return signed + "." + plain(run("openssl", "dgst", "-sha256", "-sign", "issuer.key", input=signed.encode()))


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Issuer)
threading.Thread(target=server.serve_forever, daemon=True).start()

# Its administrator.
admin, store, iam = client("sso-admin"), client("identitystore"), client("iam")
account = client("sts").get_caller_identity()["Account"]
instance = admin.create_instance(Name="company")["InstanceArn"]
store_id = admin.list_instances()["Instances"][0]["IdentityStoreId"]
ana = store.create_user(IdentityStoreId=store_id, UserName="ana", DisplayName="Ana", Name={"GivenName": "Ana", "FamilyName": "Silva"},
                        Emails=[{"Value": "ana@example.com", "Primary": True}])["UserId"]
store.create_user(IdentityStoreId=store_id, UserName="bo", DisplayName="Bo", Name={"GivenName": "Bo", "FamilyName": "Berg"}, Emails=[{"Value": "bo@example.com", "Primary": True}])
trusted = admin.create_trusted_token_issuer(
    InstanceArn=instance, Name="company", TrustedTokenIssuerType="OIDC_JWT",
    TrustedTokenIssuerConfiguration={"OidcJwtConfiguration": {
        "IssuerUrl": issuer, "ClaimAttributePath": "email", "IdentityStoreAttributePath": "emails.value", "JwksRetrievalOption": "OPEN_ID_DISCOVERY"}})["TrustedTokenIssuerArn"]
custom = "arn:aws:sso::aws:applicationProvider/custom"
application = admin.create_application(InstanceArn=instance, ApplicationProviderArn=custom, Name="notebooks", Tags=[{"Key": "team", "Value": "data"}])["ApplicationArn"]
admin.put_application_grant(
    ApplicationArn=application, GrantType="urn:ietf:params:oauth:grant-type:jwt-bearer",
    Grant={"JwtBearer": {"AuthorizedTokenIssuers": [{"TrustedTokenIssuerArn": trusted, "AuthorizedAudiences": ["notebooks"]}]}})
admin.put_application_grant(ApplicationArn=application, GrantType="refresh_token", Grant={"RefreshToken": {}})
admin.put_application_access_scope(ApplicationArn=application, Scope="s3:access_grants:read", AuthorizedTargets=[instance])
admin.create_application_assignment(ApplicationArn=application, PrincipalId=ana, PrincipalType="USER")
assert [one["Name"] for one in admin.list_applications(InstanceArn=instance)["Applications"]] == ["notebooks"]

# A program of IAM that may do nothing but what the application lets it.
iam.create_user(UserName="robot")
key = iam.create_access_key(UserName="robot")["AccessKey"]
robot = dict(aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
bearer = dict(clientId=application, grantType="urn:ietf:params:oauth:grant-type:jwt-bearer")
refused("AccessDeniedException", client("sso-oidc", **robot).create_token_with_iam, **bearer, assertion=token())
policy = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:user/robot"}, "Action": "sso-oauth:CreateTokenWithIAM", "Resource": "*"}]}
admin.put_application_authentication_method(ApplicationArn=application, AuthenticationMethodType="IAM", AuthenticationMethod={"Iam": {"ActorPolicy": policy}})
assert admin.get_application_authentication_method(ApplicationArn=application, AuthenticationMethodType="IAM")["AuthenticationMethod"]["Iam"]["ActorPolicy"] == policy

oidc = client("sso-oidc", **robot)
given = oidc.create_token_with_iam(**bearer, assertion=token())
assert given["tokenType"] == "Bearer" and given["expiresIn"] == 3600 and "s3:access_grants:read" in given["scope"], given
again = oidc.create_token_with_iam(clientId=application, grantType="refresh_token", refreshToken=given["refreshToken"])
assert again["accessToken"] != given["accessToken"]
assert refused("InvalidGrantException", oidc.create_token_with_iam, **bearer, assertion=token(aud="other"))["error"] == "invalid_grant"
refused("InvalidGrantException", oidc.create_token_with_iam, **bearer, assertion=token(email="eve@example.com"))
refused("InvalidGrantException", oidc.create_token_with_iam, **bearer, assertion=token(exp=int(time.time()) - 1))
assert refused("AccessDeniedException", oidc.create_token_with_iam, **bearer, assertion=token(email="bo@example.com"))["error"] == "access_denied"
refused("UnsupportedGrantTypeException", oidc.create_token_with_iam, clientId=application, grantType="password")
lost = refused("InvalidClientException", client("sso-oidc").create_token_with_iam, clientId=application[:-4] + "ffff", grantType="refresh_token")
assert lost["ResponseMetadata"]["HTTPStatusCode"] == 401, lost

# The role that it acts in, for ana alone.
trust = {"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:user/robot"}, "Action": ["sts:AssumeRole", "sts:SetContext"],
    "Condition": {"StringEquals": {"sts:RequestContext/identitystore:UserId": ana}}}]}
role = iam.create_role(RoleName="notebooks", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
iam.attach_role_policy(RoleName="notebooks", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
provider = "arn:aws:iam::aws:contextProvider/IdentityCenter"
context = again["awsAdditionalDetails"]["identityContext"]
sts = client("sts", **robot)
refused("AccessDenied", sts.assume_role, RoleArn=role, RoleSessionName="ana")
refused("ValidationError", sts.assume_role, RoleArn=role, RoleSessionName="ana", ProvidedContexts=[{"ProviderArn": provider, "ContextAssertion": context[:-8]}])
refused("ValidationError", sts.assume_role, RoleArn=role, RoleSessionName="ana", ProvidedContexts=[{"ProviderArn": provider, "ContextAssertion": again["idToken"][:2048]}])

# By the command line, as people would.
environment = {**os.environ, "AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}
told = json.loads(run("aws", "sso-oidc", "create-token-with-iam", "--client-id", application, "--grant-type", bearer["grantType"], "--assertion", token(), env=environment))
told = json.loads(run("aws", "sts", "assume-role", "--role-arn", role, "--role-session-name", "ana", "--provided-contexts",
                      f"ProviderArn={provider},ContextAssertion={told['awsAdditionalDetails']['identityContext']}", env=environment))["Credentials"]
session = dict(aws_access_key_id=told["AccessKeyId"], aws_secret_access_key=told["SecretAccessKey"], aws_session_token=told["SessionToken"])
assert client("sts", **session).get_caller_identity()["Arn"].endswith(":assumed-role/notebooks/ana")
assert "explicit deny in a session policy" in refused("AccessDenied", client("iam", **session).list_users)["Error"]["Message"]

# Who is no longer assigned gets no more.
admin.delete_application_assignment(ApplicationArn=application, PrincipalId=ana, PrincipalType="USER")
refused("AccessDeniedException", oidc.create_token_with_iam, **bearer, assertion=token())
refused("AccessDeniedException", oidc.create_token_with_iam, clientId=application, grantType="refresh_token", refreshToken=again["refreshToken"])
print("the story holds")
