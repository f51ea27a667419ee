#!/usr/bin/env python3
"""Writes examples/: lodgement files with what is to become of their faulty rows.

The same files come out on every machine: nothing but this script and its two lists is read.
"""

import csv
import json
import pathlib
import random
from decimal import Decimal

from example_destinations import DESTINATIONS
from example_faults import faults
from example_goods import BUSINESSES, CURRENCIES, GOODS, PRIVATE

OUT = pathlib.Path(__file__).resolve().parent.parent / "examples"
ITEMS = 1150

COLUMNS = [
    "reference", "product", "senderKind",
    "sender.name", "sender.company", "sender.lines.1", "sender.locality", "sender.postcode",
    "sender.country", "sender.email", "sender.phone", "sender.taxIDs.IOSS",
    "addressee.name", "addressee.company", "addressee.lines.1", "addressee.lines.2",
    "addressee.locality", "addressee.region", "addressee.postcode", "addressee.country",
    "addressee.email", "addressee.phone",
    "grossWeight", "size.length", "size.width", "size.height",
    "contents.nature", "contents.explanation", "contents.invoice",
    "postage.amount", "postage.currency", "insuredValue.amount", "insuredValue.currency",
    "dutiesPaidBy", "onNonDelivery", "postingDate",
    "lines.description", "lines.quantity", "lines.lineNetWeight", "lines.lineValue",
    "lines.currency", "lines.tariffCode", "lines.origin", "lines.sku",
]
LINE = [name for name in COLUMNS if name.startswith("lines.")]

UNION = set(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
PRODUCTS = [
    ("letter", 10), ("packet", 22), ("packet-tracked", 26), ("registered", 10), ("insured", 6),
    ("parcel", 12), ("ecommerce-parcel", 8), ("ems", 6),
]
COMPANIES = ["Import & Co.", "Studio Nord", "Atelier 21", "Librairie Centrale", "Galerie Süd"]

rng = random.Random(1042)


def pick(choices):
    """One of them; only `random()` promises the same numbers in every Python."""
    return choices[int(rng.random() * len(choices))]


def between(low, high):
    return low + int(rng.random() * (high - low + 1))


def weighted(choices):
    mark = rng.random() * sum(weight for _, weight in choices)
    for value, weight in choices:
        mark -= weight
        if mark < 0:
            return value
    return choices[-1][0]


def amount(pence, currency):
    """So many pence in that currency, with the decimals it has."""
    code, rate, decimals = currency
    value = Decimal(pence) * Decimal(str(rate)) / 100
    return str(value.quantize(Decimal(1).scaleb(-decimals)))


def sender(item, is_business):
    if is_business:
        name, company, line, locality, postcode, email, ioss = pick(BUSINESSES)
    else:
        name, line, locality, postcode, email = pick(PRIVATE)
        company, ioss = "", ""
    item.update({
        "senderKind": "business" if is_business else "private",
        "sender.name": name, "sender.company": company, "sender.lines.1": line,
        "sender.locality": locality, "sender.postcode": postcode, "sender.country": "GB",
        "sender.email": email, "sender.phone": f"+44113496{between(0, 999):04d}",
    })
    return ioss


def addressee(item, country):
    code, names, addresses = DESTINATIONS[country]
    line1, line2, locality, region, postcode = pick(addresses)
    item.update({
        "addressee.name": pick(names), "addressee.lines.1": line1, "addressee.lines.2": line2,
        "addressee.locality": locality, "addressee.region": region,
        "addressee.postcode": postcode, "addressee.country": country,
        # Ten digits in North America, eight elsewhere; none of them is anyone's on purpose.
        "addressee.phone": "+" + code + (
            f"613555{between(100, 199):04d}" if code == "1" else str(between(20000000, 89999999))
        ),
    })
    if rng.random() < 0.3:
        item["addressee.email"] = f"post{between(100, 999)}@{country.lower()}.example"
    if rng.random() < 0.1:
        item["addressee.company"] = pick(COMPANIES)


def goods(item, ioss, limit):
    """Content lines that weigh less than the limit; the first is in the item's own row."""
    is_business = item["senderKind"] == "business"
    country = item["addressee.country"]
    nature = weighted(
        [("sale", 90), ("sample", 6), ("returned", 4)] if is_business
        else [("gift", 75), ("sale", 10), ("returned", 5), ("other", 5), ("mixed", 5)]
    )
    item["contents.nature"] = nature
    if nature in ("other", "mixed"):
        item["contents.explanation"] = pick(
            ["Personal belongings sent after moving house", "Family gift with a book that was sold"]
        )
    currency = weighted([(entry, 9 if entry[0] == "GBP" else 1) for entry in CURRENCIES])
    lines = []
    weight = 0
    for _ in range(weighted([(1, 66), (2, 20), (3, 9), (5, 5)])):
        description, code, origins, grams, pence = pick(GOODS)
        quantity = weighted([(1, 70), (2, 20), (3, 10)])
        if weight + grams * quantity > limit:
            continue
        weight += grams * quantity
        line = {
            "lines.description": description, "lines.quantity": str(quantity),
            "lines.lineNetWeight": str(grams * quantity),
            "lines.lineValue": amount(pence * quantity, currency),
            "lines.currency": currency[0], "lines.origin": pick(origins),
        }
        if is_business or rng.random() < 0.5:
            line["lines.tariffCode"] = code
        if is_business:
            line["lines.sku"] = f"{item['sender.company'][:2].upper()}-{between(10, 99)}"
        lines.append((line, pence * quantity))
    if not lines:
        return goods(item, ioss, limit)
    value = sum(pence for _, pence in lines)
    if is_business:
        item["contents.invoice"] = f"INV-{between(10000, 99999)}"
        if country in UNION and value < 13000:
            item["sender.taxIDs.IOSS"] = ioss
        item["dutiesPaidBy"] = "sender" if country in UNION and value < 13000 else "addressee"
    item["grossWeight"] = str(weight + between(30, 150))
    if item["product"] == "insured":
        item["insuredValue.amount"] = amount(value, CURRENCIES[0])
        item["insuredValue.currency"] = "GBP"
    return [line for line, _ in lines]


def item(number):
    """The rows of one item: what is said of it stands in the first."""
    row = {"reference": f"PH-{number:04d}", "product": weighted(PRODUCTS)}
    countries = sorted(DESTINATIONS)
    # Every destination comes, whatever chance does.
    country = countries[number % len(countries)] if number < 3 * len(countries) else pick(countries)
    product = row["product"]
    ioss = sender(row, is_business=product != "letter" and rng.random() < 0.7)
    addressee(row, country)
    row["postage.currency"] = "GBP"
    row["postage.amount"] = amount(between(320, 4800), CURRENCIES[0])
    row["postingDate"] = f"2026-11-{between(24, 30)}"
    if product == "letter":
        row["senderKind"] = "private"
        row["contents.nature"] = weighted([("correspondence", 3), ("", 2)])
        row["grossWeight"] = str(between(8, 90))
        if rng.random() < 0.5:
            row["addressee.phone"] = ""
        return [row]
    is_parcel = product in ("parcel", "ecommerce-parcel", "ems")
    lines = goods(row, ioss, 9000 if is_parcel else 1850)
    sides = (between(200, 500), between(150, 350), between(60, 250)) if is_parcel \
        else (between(160, 350), between(110, 250), between(20, 120))
    row["size.length"], row["size.width"], row["size.height"] = map(str, sides)
    if is_parcel:
        row["onNonDelivery"] = weighted([("return", 8), ("abandon", 1), ("redirect", 1)])
    rows = [dict(row, **lines[0])]
    for line in lines[1:]:
        # Some programs repeat the item's cells, others leave them empty.
        again = {"reference": row["reference"]} if number % 2 else row
        rows.append(dict(again, **line))
    return rows


def write_shipments():
    items = [item(number) for number in range(1, ITEMS + 1)]
    # A row without a reference is known by its file and place.
    for rows in items[::97]:
        if len(rows) == 1:
            rows[0]["reference"] = ""
    cases = faults(items)
    step = len(items) // (len(cases) + 1)
    for place, case in reversed(list(enumerate(cases, 1))):
        items.insert(place * step, case)
    expected = []
    number = 1
    with open(OUT / "shipments.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for rows in items:
            codes = None
            if isinstance(rows, tuple):
                codes, rows = rows
            for row in rows:
                number += 1
                if codes:
                    expected.append((row.get("reference", ""), "refused", codes, number))
                if "raw" in row:
                    file.write(",".join(row["raw"]) + "\n")
                else:
                    writer.writerow(row)
    with open(OUT / "expected.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["reference", "row_status", "error_codes", "row"])
        writer.writerows(expected)
    return items


def lodgement(rows):
    """The same item in the JSON shape."""
    whole = {"grossWeight", "length", "width", "height", "quantity", "lineNetWeight"}
    value = {}
    for name in COLUMNS:
        text = rows[0].get(name, "")
        if not text or name in LINE:
            continue
        *path, last = name.split(".")
        if "taxIDs" in path:
            value["sender"]["taxIDs"] = [{"kind": last, "value": text}]
            continue
        if "lines" in path:
            path, last = path[:-1], "lines"
            value[path[0]].setdefault(last, []).append(text)
            continue
        place = value
        for part in path:
            place = place.setdefault(part, {})
        place[last] = int(text) if last in whole else text
    lines = [
        {
            name.split(".")[1]:
                int(row[name]) if name.split(".")[1] in whole else row[name]
            for name in LINE if row.get(name)
        }
        for row in rows if row.get("lines.description")
    ]
    if lines:
        value.setdefault("contents", {})["lines"] = lines
    return value


def write_json(items):
    plain = [rows for rows in items if not isinstance(rows, tuple) and rows[0]["reference"]]
    chosen = {}
    for rows in plain:
        chosen.setdefault(rows[0]["product"], rows)
    with open(OUT / "shipments.jsonl", "w", encoding="utf-8") as file:
        for rows in chosen.values():
            file.write(json.dumps(dict(lodgement(rows), reference="line-" + rows[0]["reference"]),
                                  ensure_ascii=False) + "\n")
    one = lodgement(next(r for r in plain if r[0]["product"] == "packet-tracked"
                         and r[0]["addressee.country"] in UNION and len(r) > 1))
    with open(OUT / "one-item.json", "w", encoding="utf-8") as file:
        json.dump(dict(one, reference="one-item"), file, ensure_ascii=False, indent=2)
        file.write("\n")


def write_click_and_drop():
    """An order list as people keep it for Click & Drop, and the sender and product we need."""
    columns = [
        "Order reference", "Full name", "Company name", "Address line 1", "Address line 2", "City",
        "County", "Postcode", "Country", "Email", "Phone", "Weight", "Package size",
        "Product SKU", "Customs description", "Product customs code", "Country of origin",
        "Quantity", "Unit price", "Unit weight (kg)", "Currency code",
        "Commercial invoice number", "Reason for export", "IOSS number", "Special instructions",
        "product", "senderKind", "sender.name", "sender.company", "sender.lines.1",
        "sender.locality", "sender.postcode", "sender.country", "onNonDelivery",
    ]
    shop = ["business", "Ada Fox", "Fox Knits Ltd", "12 Mill Lane", "Leeds", "LS1 4AP", "GB"]
    jumper = ["FK-22", "Knitted cotton jumper, women's", "611020", "United Kingdom", "2", "29.00",
              "0.35", "GBP"]
    scarf = ["FK-30", "Tartan wool scarf, woven", "621420", "GBR", "1", "38.00", "0.1", "GBP"]
    towel = ["FK-07", "Cotton tea towel, printed", "630291", "PRT", "10", "10.50", "0.09", "GBP"]
    mug = ["FK-11", "Porcelain tea mug, glazed", "691110", "United Kingdom", "1", "11.50", "0.38",
           "GBP"]
    rows = [
        ["CD-1", "Jürgen Müller", "", "Marienstraße 14", "", "Köln", "", "50674", "Germany",
         "jm@koeln.example", "+4922100000", "0.85", "Parcel", *jumper, "INV-1042",
         "Sale of goods", "IM3720000224", "Ring twice", "packet-tracked", *shop, "return"],
        ["CD-1", *[""] * 12, *scarf, *[""] * 13],
        ["CD-2", "Marisol Vega", "", "410 Terry Avenue N", "Apt 6", "Seattle", "WA", "98109",
         "USA", "mv@seattle.example", "", "1.2", "Parcel", *towel, "INV-1043", "Merchandise", "",
         "", "parcel", *shop, "return"],
        ["CD-3", "佐藤 健", "", "中京区烏丸通三条下る88", "", "京都市", "京都府", "604-8166", "Japan",
         "", "+81750000000", "0.405", "Large letter", *mug, "INV-1044", "Sale of goods", "", "",
         "packet", *shop, ""],
    ]
    with open(OUT / "click-and-drop.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    write_json(write_shipments())
    write_click_and_drop()
