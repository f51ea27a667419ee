"""What the examples hold: description, tariff code, origins, grams and pence of one article.

The codes are the six-digit subheadings of the Harmonized System 2022, the same in every country.
"""

# (description, tariff code, [origins], grams, value in GBP pence)
GOODS = [
    ("Knitted cotton jumper, women's", "611020", ["GB", "PT"], 350, 2900),
    ("Knitted wool jumper, men's", "611011", ["GB"], 480, 6450),
    ("Cotton T-shirt, printed, knitted", "610910", ["GB", "BD", "TR"], 160, 1250),
    ("Tartan wool scarf, woven", "621420", ["GB"], 140, 3800),
    ("Leather wallet, cowhide", "420231", ["GB", "IT"], 95, 3499),
    ("Leather handbag, cowhide", "420221", ["IT", "ES"], 720, 14500),
    ("Printed novel, paperback, English", "490199", ["GB"], 310, 899),
    ("Children's picture book, hardback", "490300", ["GB", "CN"], 420, 1099),
    ("Greeting cards, printed, set of ten", "490900", ["GB"], 180, 750),
    ("Wall calendar, printed paper", "491000", ["GB"], 260, 999),
    ("Notebook, ruled paper, A5", "482010", ["GB", "DE"], 230, 650),
    ("Jigsaw puzzle, cardboard", "950300", ["GB", "DE"], 690, 1599),
    ("Wooden model train for children", "950300", ["GB", "CN"], 540, 2499),
    ("Plush bear, polyester, stuffed", "950300", ["CN"], 210, 1299),
    ("Chess set, carved wood", "950490", ["IN", "PL"], 1100, 3995),
    ("Porcelain tea mug, glazed", "691110", ["GB", "CN"], 380, 1150),
    ("Stoneware dinner plate", "691200", ["GB", "PT"], 640, 1400),
    ("Black tea, 250 g, packed for retail", "090230", ["LK", "KE", "IN"], 290, 580),
    ("Milk chocolate bar, filled", "180631", ["GB", "BE"], 120, 350),
    ("Shortbread biscuits, butter, tin", "190531", ["GB"], 430, 895),
    ("Orange marmalade, glass jar", "200791", ["GB"], 620, 520),
    ("Hand cream, cosmetic, 75 ml tube", "330499", ["FR", "GB"], 105, 725),
    ("Soap bar, lavender, toilet use", "340111", ["GB", "FR"], 115, 495),
    ("Beeswax candle, unscented", "340600", ["GB"], 240, 1150),
    ("Silver ring, sterling, no stones", "711311", ["GB", "TH"], 12, 4200),
    ("Gold-plated brass necklace, imitation", "711719", ["GB", "CN"], 35, 1895),
    ("Wristwatch, quartz, stainless steel", "910211", ["CH", "JP"], 110, 12900),
    ("Ball-point pen, refillable", "960810", ["DE", "FR"], 28, 890),
    ("Spectacle frames, plastic", "900311", ["IT"], 32, 8900),
    ("Sunglasses, polarised plastic lenses", "900410", ["IT", "CN"], 45, 5400),
    ("USB flash drive, 64 GB", "852351", ["TW", "KR"], 15, 1199),
    ("Headphones, wired, over-ear", "851830", ["CN", "VN"], 260, 4599),
    ("Bicycle chain, steel, 11-speed", "731511", ["TW", "PT"], 270, 2450),
    ("Bicycle saddle, leather", "871495", ["GB", "TW"], 520, 7900),
    ("Cricket ball, leather", "950669", ["GB", "PK"], 165, 2150),
    ("Tennis racket, carbon, unstrung", "950651", ["CN", "TW"], 310, 11900),
    ("Kitchen knife, forged steel, boxed", "821192", ["DE", "JP"], 290, 4950),
    ("Stainless steel teapot", "732393", ["GB", "IN"], 650, 3250),
    ("Cotton bed sheet, printed, single", "630221", ["PT", "PK"], 780, 2695),
    ("Cotton tea towel, printed", "630291", ["GB", "LT"], 90, 1050),
    ("Oil painting, hand-made, framed", "970191", ["GB"], 1450, 18500),
    ("Antique map, engraved, over 250 years", "970610", ["GB"], 130, 9500),
    ("Postage stamps, used, collection of 200", "970400", ["GB"], 60, 2200),
    ("Violin strings, steel core, pack", "920930", ["AT", "DE"], 45, 3150),
    ("Guitar, acoustic, spruce top", "920290", ["ES", "ID"], 1900, 15900),
    ("Seed packets, meadow flowers", "120930", ["GB", "NL"], 40, 395),
    ("Door handle, brass, polished", "830241", ["GB"], 480, 2850),
    ("Wooden spoon, olive wood", "441990", ["IT", "ES"], 70, 745),
    ("Embroidery kit: cotton cloth and threads", "630800", ["GB"], 190, 1895),
    ("Vinyl record, pressed, stereo", "852380", ["GB", "DE", "CZ"], 330, 2299),
]

# (currency, units of it for one pound, decimals): rates of the examples, not of any day.
CURRENCIES = [
    ("GBP", 1, 2), ("EUR", 1.15, 2), ("USD", 1.3, 2), ("JPY", 190, 0), ("KWD", 0.4, 3),
    ("CHF", 1.1, 2), ("PLN", 4.9, 2), ("SEK", 13.2, 2),
]

# (name, company, line, locality, postcode, e-mail, IOSS)
BUSINESSES = [
    ("Ada Fox", "Fox Knits Ltd", "12 Mill Lane", "Leeds", "LS1 4AP", "ada@fox.example",
     "IM3720000224"),
    ("Owen Pryce", "Caerdydd Books Ltd", "40 Castle Street", "Cardiff", "CF10 1BT",
     "owen@caerdydd.example", "IM3720000511"),
    ("Morag Sinclair", "Sinclair Tartans", "7 Royal Mile", "Edinburgh", "EH1 1PE",
     "morag@sinclair.example", "IM3720000688"),
    ("Ravi Patel", "Patel & Daughters Toys", "118 Belgrave Road", "Leicester", "LE4 6AS",
     "ravi@patel.example", "IM3720000735"),
    ("Niamh Doherty", "Foyle Silver", "23 Shipquay Street", "Londonderry", "BT48 6DL",
     "niamh@foyle.example", "IM3720000812"),
]

# (name, line, locality, postcode, e-mail)
PRIVATE = [
    ("Harriet Bell", "3 Church Walk", "York", "YO1 7HH", "harriet.bell@mail.example"),
    ("Tomos Rees", "19 Heol Fawr", "Aberystwyth", "SY23 2AE", "tomos.rees@mail.example"),
    ("Eilidh Ross", "52 High Street", "Inverness", "IV1 1HT", "eilidh.ross@mail.example"),
    ("Daniel Okoro", "Flat 9, 200 Deansgate", "Manchester", "M3 3NW",
     "daniel.okoro@mail.example"),
]
