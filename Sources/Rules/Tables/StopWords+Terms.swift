extension StopWords {
    /// Terms of the published lists.
    ///
    /// Source: EU ICS2 stop words, reference TAXUD.A.3.003/TA, as far as they could be read (A to G
    /// and single terms), Transport Canada's PACT guide "Unacceptable commodity descriptions", US
    /// CBP CSMS 60011750 and 60144714 as quoted by carriers; the lists are not exhaustive.
    static let official = """
        Accessories; All kind of cargo; All kind of goods; Articles; AWB/HAWB; Baggage; Birthday \
        gifts; Bits; Box; Case; Charity; Collected items; Commodity; Company names; Component; \
        Consumer; Equipment; EQP; Freight all kinds; FAK; From UPU Postal; Gift box; Gifts; \
        Gizmos; Goods; GDS; Handling codes; Invoice; Joint shipping; Label; Line; Likewise; \
        Mail; Materials; Merchandise; Merc.; Miscellaneous products; Misc; Mixed; Mix; Model; \
        None; Odd parts; Others; Pad; Package numbers; Pallets; PLT; Parcel; Parts; Personal \
        address; Personal effects; Pieces; pces; Pre-addressed parcel; Private things; Products; \
        Returned goods; Said to contain; STC; Sample; Samples for analysis; Scrap; Several; \
        Several goods; Souvenirs; Spare; Spare parts; SPPT; Sporting goods; Stuff; Substance; \
        Test; Things; Toys; Various; Various goods; Various products; White goods; Adapter; \
        Agricultural products; Aid consignment; Alcohol; Animals; Apparel; Appliances; Arms; \
        Artwork; As ordered; As per attached invoice; Attached manifest; Auto; Auto Parts; \
        Automobiles; Bags; Battery; Bazaar goods; Biological Substances; Boards; Boxes; Cables; \
        Caps; Cards; Cartons; Chemicals; Chemicals flammable; Chemicals hazardous; Chemicals \
        non-hazardous; Cleaning products; Clothes; Clothing; Consol; Consolidated; Consolidated \
        cargo; Consolidated goods; Consolidation; Courier; Courier bags; Courier goods; Courier \
        material; CNSL; Dangerous goods; Decorations; Decorative crafts; Decorative items; \
        Didactic articles; Docs; Documents; Documentations; Dox; Drugs; Drums; e-Commerce; \
        Electronic equipment; Electronic goods; Electronic items; Electronics; Exhibition goods; \
        Express; Firearm; Food; Foodstuff; Footwear; Fresh Fruit; Fresh Herbs; Fresh \
        Plants; Fresh Vegetable; Fruit; Fruit products; Fruit Pulp; Fuel; Garments; General \
        cargo; general goods; gift; items; machinery; miscellaneous; N/A; party \
        accessories; see invoice; shoes; textiles; tools; unknown; vegetables; freight of \
        all kinds; daily necessities; thing; company \
        business; AWB; HAWB; WPX;
        """

    /// Terms that refuse alone and say nothing against a longer text: what the EU has suspended for
    /// a time (glass, steel, fish), what CBP's pairs name, and our own, the same words as people
    /// write them in the office's five languages.
    static let alone = """
        glass; steel; fish; blanket; laundry detergent; nuts; shirt; powder; commerce; \
        present; presents; surprise; kit; set; package; packet; letter; contents; item; product; \
        article; object; objects; household goods; household items; household articles; home \
        goods; kitchenware; medicine; medicines; medical supplies; cosmetics; toiletries; beauty \
        products; jewellery; jewelry; plastic; plastic goods; plastic articles; metal; wood; \
        rubber; fabric; cloth; leather; leather articles; paper; books and papers; stationery; \
        hardware; spares; supplies; promotional items; promotional material; samples; commercial \
        sample; wearing apparel; ladies apparel; mens apparel; computer parts; computer \
        peripherals; machine parts; machines; instruments; belongings; personal belongings; \
        personal items; private items; luggage; online order; order; shopping; import; export; \
        cargo; freight; shipment; consignment; load; packaging; unspecified; not applicable; na; \
        assorted; etc; nothing; null; undefined; regalo; regali; merce; merci; articolo; \
        articoli; prodotto; prodotti; abbigliamento; vestiti; vestiario; accessori; ricambi; \
        parti; pezzi; campione; campioni; effetti personali; oggetti; oggetti personali; \
        giocattoli; cosmetici; scarpe; elettronica; materiale; materiali; documenti; cibo; \
        alimentari; varie; vario; cadeau; cadeaux; marchandise; marchandises; articles divers; \
        produit; produits; vetement; vetements; habits; accessoire; pieces detachees; \
        echantillon; echantillons; effets personnels; objets; objets personnels; jouets; \
        cosmetiques; chaussures; electronique; materiel; nourriture; aliments; divers; geschenk; \
        geschenke; ware; waren; artikel; produkt; produkte; kleidung; bekleidung; zubehoer; \
        zubehor; teile; ersatzteile; muster; warenmuster; persoenliche gegenstaende; personliche \
        gegenstande; gegenstaende; gegenstande; spielzeug; spielwaren; kosmetik; schuhe; \
        elektronik; material; dokumente; lebensmittel; diverses; verschiedenes; sonstiges; \
        cadeaus; geschenken; goederen; artikelen; producten; kleding; kleren; onderdelen; \
        reserveonderdelen; monster; monsters; persoonlijke bezittingen; persoonlijke spullen; \
        spullen; speelgoed; cosmetica; schoenen; elektronica; materiaal; documenten; eten; \
        levensmiddelen; diversen; overige
        """
}
