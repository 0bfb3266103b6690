"""What users of b24pysdk do with a portal: prints what came of it as JSON. Its https is trusted by REQUESTS_CA_BUNDLE."""

import argparse
import json

from b24pysdk import BitrixWebhook, Client
from b24pysdk.errors import BitrixAPIError


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--domain", required=True)
    parser.add_argument("--token", required=True)
    given = parser.parse_args()
    client = Client(BitrixWebhook(domain=given.domain, webhook_token=given.token))

    profile = client.profile().result
    # All pages by total and offset, and by a chain of fifty commands in a batch that runs past the last page.
    pages = client.crm.contact.list(select=["ID", "NAME"]).as_list().result
    chain = client.crm.contact.list(select=["ID", "NAME"]).as_list_fast().result
    chained = [int(row["ID"]) for row in chain]

    added = client.crm.contact.add(
        {"NAME": "Иван & Ко", "PHONE": [{"VALUE": "+79000000077", "VALUE_TYPE": "MOBILE"}]}
    ).result
    read = client.crm.contact.get(added).result
    item = client.crm.item.add(2, {"title": "Сделка", "contactIds": [added]}).result
    field = client.crm.contact.userfield.add({"FIELD_NAME": "FLAT", "USER_TYPE_ID": "string"}).result
    fields = client.crm.contact.userfield.list().result
    found = client.crm.duplicate.findbycomm(type="PHONE", values=["+79000000077"]).result

    # More than a batch holds, one of them wrong.
    requests = {str(n): client.crm.contact.get(row_id) for n, row_id in enumerate([*chained[:60], 10**9])}
    batches = client.call_batches(requests, halt=False).result
    try:
        client.crm.contact.get(10**9).result
        error = None
    except BitrixAPIError as refusal:
        error = [type(refusal).__name__, refusal.error_description]

    print(
        json.dumps(
            {
                "profile": profile,
                "pages": len(pages),
                "chain": chained,
                "added": added,
                "read": read,
                "item": item,
                "field": field,
                "fields": [row["FIELD_NAME"] for row in fields],
                "found": found,
                "batches": len(batches.result),
                "failed": len(batches.result_error),
                "error": error,
            },
            ensure_ascii=False,
        )
    )


main()
