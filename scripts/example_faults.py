"""What can be wrong with a row, one case of each: the codes it is refused with, and its rows."""


def faults(items):
    """Cases made of good items by spoiling one thing: (codes, rows)."""
    pool = [rows for rows in items if rows[0]["reference"]]
    used = iter(range(1, 1000))

    def copy(product=None, country=None, kind=None, lines=1):
        for rows in pool:
            first = rows[0]
            if (product in (None, first["product"]) and len(rows) == lines
                    and country in (None, first["addressee.country"])
                    and kind in (None, first["senderKind"])
                    and (product == "letter" or first.get("lines.description"))):
                pool.remove(rows)
                reference = f"BAD-{next(used):02d}"
                return [dict(row, reference=reference) for row in rows]
        raise LookupError(f"no example of {product}, {country}, {kind}, {lines} lines is left")

    def spoil(codes, product=None, country=None, kind=None, lines=1, **cells):
        rows = copy(product, country, kind, lines)
        rows[-1 if lines > 1 else 0].update(
            {name.replace("__", "."): text for name, text in cells.items()}
        )
        return (codes, rows)

    def disagreeing():
        rows = [dict(row) for row in copy(lines=2)]
        rows[1]["addressee.postcode"] = "99999"
        rows[1]["addressee.country"] = rows[0]["addressee.country"]
        return ("rows_disagree", rows)

    def reused():
        rows = [dict(row) for row in copy("packet")]
        rows[0]["reference"] = items[1][0]["reference"]
        return ("reference_reused", rows)

    def cut():
        row = copy("packet")[0]
        return ("row_malformed", [{"reference": row["reference"],
                                   "raw": [row["reference"], "packet", row["senderKind"]]}])

    return [
        spoil("postcode_missing", country="DE", addressee__postcode=""),
        spoil("postcode_malformed", country="FR", addressee__postcode="7500"),
        spoil("postcode_malformed", country="PL", addressee__postcode="31147"),
        spoil("description_vague", kind="private", lines__description="gift"),
        spoil("description_vague", kind="business", lines__description="Goods"),
        spoil("description_missing", lines__description=""),
        spoil("value_invalid", lines__lineValue="0.00", lines__currency="GBP"),
        spoil("value_missing", lines__lineValue=""),
        spoil("value_malformed", lines__lineValue="12.5O", lines__currency="GBP"),
        spoil("value_malformed", lines__lineValue="1200.50", lines__currency="JPY"),
        spoil("tariff_code_missing", country="NL", kind="business", lines__tariffCode=""),
        spoil("tariff_code_unknown", kind="business", lines__tariffCode="123456"),
        spoil("tariff_code_malformed", kind="business", lines__tariffCode="61A0"),
        spoil("origin_missing", country="SE", kind="business", lines__origin=""),
        spoil("origin_unknown", lines__origin="ZZ"),
        spoil("country_unknown", addressee__country="XX"),
        spoil("country_missing", addressee__country=""),
        spoil("destination_not_served", country="MT", addressee__country="GB",
              addressee__postcode="SW1A 1AA", addressee__locality="London"),
        spoil("name_missing", addressee__name="", addressee__company=""),
        spoil("party_placeholder", addressee__name="unknown"),
        spoil("address_line_missing", country="ES", addressee__lines__1="",
              addressee__lines__2=""),
        spoil("locality_missing", country="IT", addressee__locality=""),
        spoil("region_missing", country="US", addressee__region=""),
        spoil("weight_over_limit", product="packet", grossWeight="5400"),
        spoil("line_weights_over_gross", product="packet-tracked", grossWeight="1"),
        spoil("gross_weight_missing", product="packet", grossWeight=""),
        spoil("field_malformed gross_weight_missing", product="packet", grossWeight="0.85"),
        spoil("field_malformed quantity_missing", lines__quantity="two"),
        spoil("quantity_invalid", lines__quantity="0"),
        spoil("size_over_limit", product="packet-tracked", size__length="950"),
        spoil("size_incomplete", product="packet-tracked", size__height=""),
        spoil("currency_unknown", lines__currency="GBR"),
        spoil("currency_missing", lines__currency=""),
        spoil("currency_mixed", lines=2, lines__currency="CAD", lines__lineValue="20.00"),
        spoil("nature_missing", contents__nature=""),
        spoil("nature_unknown", contents__nature="hobby"),
        spoil("nature_gift_commercial", kind="business", contents__nature="gift"),
        spoil("nature_unexplained", kind="private", contents__nature="other",
              contents__explanation=""),
        ("product_unknown", [dict(copy("packet")[0], product="pigeon post")]),
        ("product_missing", [dict(copy("packet")[0], product="")]),
        spoil("sender_kind_unknown", product="packet", senderKind="company"),
        spoil("insured_value_missing", product="insured", **{"insuredValue__amount": "",
                                                            "insuredValue__currency": ""}),
        spoil("duties_payer_unknown", kind="business", dutiesPaidBy="nobody"),
        spoil("posting_date_malformed", product="packet", postingDate="24/11/2026"),
        spoil("text_not_allowed", product="packet", addressee__name="Li\u202eam MacDonald"),
        disagreeing(),
        reused(),
        cut(),
    ]
