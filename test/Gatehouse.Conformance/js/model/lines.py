"""Sends requests with botocore for run.mjs: one JSON line in, one out. What the client's own checks would refuse is sent all the same."""
import base64
import datetime
import json
import os
import sys

import boto3
import botocore.config
import botocore.exceptions

config = botocore.config.Config(parameter_validation=False, retries={"max_attempts": 0})
clients = {}


def written(value):
    if isinstance(value, datetime.datetime):
        return {"$date": value.isoformat()}
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        return {key: written(part) for key, part in value.items()}
    return [written(part) for part in value] if isinstance(value, list) else value


def read(value):
    if isinstance(value, dict):
        return base64.b64decode(value["$bytes"]) if "$bytes" in value else {key: read(part) for key, part in value.items()}
    return [read(part) for part in value] if isinstance(value, list) else value


for line in sys.stdin:
    asked = json.loads(line)
    client = clients.setdefault(asked["service"], boto3.client(asked["service"], config=config, endpoint_url=os.environ["AWS_ENDPOINT_URL"]))
    try:
        if asked["operation"] not in client.meta.service_model.operation_names:
            said = {"unknown": True}
        else:
            answer = client._make_api_call(asked["operation"], read(asked["input"]))
            answer.pop("ResponseMetadata")
            said = {"answer": written(answer)}
    except botocore.exceptions.ClientError as error:
        said = {"name": error.response["Error"]["Code"], "message": error.response["Error"]["Message"], "status": error.response["ResponseMetadata"]["HTTPStatusCode"]}
    except Exception as error:
        said = {"unsent": f"{type(error).__name__}: {error}"}
    print(json.dumps(said), flush=True)
