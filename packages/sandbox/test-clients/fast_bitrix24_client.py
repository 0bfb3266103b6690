"""What users of fast_bitrix24 do with a portal: prints what came of it as JSON."""

import argparse
import json

from fast_bitrix24 import Bitrix


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--webhook", required=True)
    webhook = parser.parse_args().webhook
    portal = Bitrix(webhook, verbose=False)

    everything = portal.get_all("crm.contact.list", params={"select": ["ID", "NAME", "PHONE"]})
    items = portal.get_all("crm.item.list", params={"entityTypeId": 3, "select": ["id", "name"]})

    # One call for each element, in batches of fifty; the results are in the order of the calls.
    added = portal.call(
        "crm.contact.add",
        [
            {"fields": {"NAME": f"Новый {n} & Ко", "PHONE": [{"VALUE": f"+790000{n:05}", "VALUE_TYPE": "MOBILE"}]}}
            for n in range(70)
        ],
    )
    by_id = portal.get_by_ID("crm.contact.get", added)
    portal.call("crm.contact.update", {"id": added[0], "fields": {"LAST_NAME": "Изменённый"}})
    one = portal.call("crm.contact.get", {"ID": added[0]})
    batch = portal.call_batch(
        {
            "halt": 0,
            "cmd": {
                "deal": "crm.deal.add?fields[TITLE]=Сделка",
                "read": "crm.deal.get?id=$result[deal]",
            },
        }
    )
    found = portal.call("crm.duplicate.findbycomm", {"type": "PHONE", "values": ["+79000000069"]}, raw=True)

    print(
        json.dumps(
            {
                "contacts": [row["ID"] for row in everything],
                "phones": sum(1 for row in everything if row.get("PHONE")),
                "items": len(items),
                "added": added,
                "names": [row["NAME"] for row in by_id.values()],
                "one": one,
                "batch": batch,
                "found": found["result"],
            },
            ensure_ascii=False,
        )
    )


main()
