"""A client of RosDomofon's REST side as operators write them, with nothing but the standard library.

Registers the abonent of a sign-up the way it is done by hand: account, entrance, flat, services, message, status.
Has the habits of public clients: JSON is announced with every call, also with an empty body; only 200 is success;
any 401 leads to one sign-in and one repeat. Prints one JSON object.
"""

import argparse
import json
import urllib.error
import urllib.parse
import urllib.request

ABONENTS = "/abonents-service/api/v1"


class Client:
    def __init__(self, url, username, password):
        self.url = url
        self.credentials = {"username": username, "password": password}
        self.token = None

    def sign_in(self):
        form = {"grant_type": "password", "client_id": "machine", **self.credentials}
        request = urllib.request.Request(
            self.url + "/authserver-service/oauth/token",
            data=urllib.parse.urlencode(form).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        with urllib.request.urlopen(request) as answer:
            body = json.load(answer)
        assert isinstance(body["expires_in"], int) and isinstance(body["scope"], str), body
        self.token = body["access_token"]

    def send(self, method, path, body=None, may_sign_in=True):
        data = b"" if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(self.url + path, data=data, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            if error.code != 401 or not may_sign_in:
                return error.code, error.read().decode()
        self.sign_in()
        return self.send(method, path, body, may_sign_in=False)

    def call(self, method, path, body=None):
        status, text = self.send(method, path, body)
        assert status == 200, f"{method} {path}: {status} {text}"
        return json.loads(text) if text else None


def account_of(client, phone):
    """By phone among all accounts, else a new one."""
    for account in client.call("GET", f"{ABONENTS}/accounts"):
        if account["owner"]["phone"] == phone:
            return account
    return client.call("POST", f"{ABONENTS}/accounts", {"number": f"PY-{phone}", "phone": str(phone)})


def entrances_of(client, address):
    found, page = [], 0
    while True:
        query = urllib.parse.urlencode({"page": page, "size": 20, "address": address})
        answer = client.call("GET", f"{ABONENTS}/entrances?{query}")
        found += answer["content"]
        if answer["last"] or not answer["content"]:
            return found
        page += 1


def entrance_of(client, address):
    """The first entrance whose ranges have the flat, as the address of one of its flats tells them."""
    city, street, house = address["city"], address["street"]["name"], address["house"]["number"]
    found = entrances_of(client, f"{city}, {street}, {house}") or entrances_of(client, f"{city}, , {house}")
    for entrance in found:
        flats = client.call("GET", f"{ABONENTS}/entrances/{entrance['id']}/flats")
        if not flats:
            continue
        ranges = flats[0]["address"]["entrance"]
        for one in [ranges, *ranges.get("additionalFlatRanges", [])]:
            if one["flatStart"] <= int(address["flat"]) <= one["flatEnd"]:
                return entrance
    raise SystemExit("no entrance")


def register(client, sign_up):
    address = sign_up["address"]
    account = account_of(client, sign_up["abonent"]["phone"])
    entrance = entrance_of(client, address)
    wish = {
        "abonentId": account["owner"]["id"],
        "entranceId": str(entrance["id"]),
        "flatNumber": str(address["flat"]),
        "virtual": False,
    }
    flat = client.call("POST", f"{ABONENTS}/flats", wish)
    assert flat["owner"]["id"] == account["owner"]["id"]

    services = client.call("GET", f"{ABONENTS}/entrances/{entrance['id']}/services")
    paths = [f"{ABONENTS}/services/{service['id']}/connections" for service in services]
    refused, why = client.send("POST", paths[0], {"flatId": str(flat["id"])})
    assert "flatId" in json.loads(why)["message"], why
    connections = [client.call("POST", path, {"flatId": flat["id"], "accountId": account["id"]})["id"] for path in paths]

    results = client.call(
        "POST",
        f"{ABONENTS}/messages",
        {
            "toAbonents": [{"id": account["owner"]["id"], "phone": 0}],
            "channel": "support",
            "message": "Добро пожаловать!",
            "deliveryMethod": "push",
            "broadcast": False,
        },
    )
    assert [result["success"] for result in results] == [True], results
    client.call("PATCH", f"/abonents-service/api/v2/sign_ups/{sign_up['id']}", {"status": "connected"})
    return account, entrance, flat, connections, refused


def is_blocked(client, account_id):
    return client.call("GET", f"{ABONENTS}/accounts/{account_id}")["blocked"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("url", "username", "password", "sign-up"):
        parser.add_argument(f"--{name}", required=True)
    arguments = parser.parse_args()
    client = Client(arguments.url, arguments.username, arguments.password)
    account, entrance, flat, connections, refused = register(client, json.loads(arguments.sign_up))

    number = client.call("GET", f"{ABONENTS}/accounts/{account['id']}")["number"]
    block = f"{ABONENTS}/accounts/{urllib.parse.quote(number, safe='')}/block"
    client.call("PUT", block)
    blocked = is_blocked(client, account["id"])
    client.call("DELETE", block)
    print(
        json.dumps(
            {
                "account_id": account["id"],
                "entrance_id": entrance["id"],
                "flat_id": flat["id"],
                "connections": connections,
                "rejected_flat_id": refused,
                "blocked": blocked,
                "unblocked": not is_blocked(client, account["id"]),
            }
        )
    )


main()
