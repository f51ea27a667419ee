/// The shipped text of the ITMATT profile: what an operator gets as a file to correct.
package enum ITMATTLayout {
    package static let text = """
        # ITMATT: item attributes. One message for each item, sent from post to post before the item
        # leaves: the electronic equivalent of CN 22 and CN 23.
        #
        # THIS LAYOUT IS OUR OWN. UPU standard M33 is sold, not published, and no public table of its
        # EDIFACT segments was found. The segments are those of UN/EDIFACT directory D.11B, the
        # qualifiers those of its code lists where one fits; lengths are wider than the directory's
        # where addresses need it. An operator who holds M33 corrects this file, sets the status to
        # standard, and gives it to the office: no build is needed.
        profile     ITMATT
        edition     posthorn-1
        status      own
        message     ITMATT:1:5:ZZ:PH1
        repertoires UNOA UNOB UNOC UNOD UNOE UNOF UNOG UNOH UNOI UNOJ UNOK UNOL UNOW

        # Nature of the contents. 11 to 999 follow general knowledge of the UPU's list and were not
        # checked against it; COR and MIX are ours.
        codes nature
          sale            11
          returned        21
          gift            31
          sample          32
          documents       91
          other           999
          correspondence  COR
          mixed           MIX

        # The codes of the next four tables are ours.
        codes product
          letter            LET
          packet            PKT
          packet-tracked    TRK
          registered        REG
          insured           INS
          parcel            PAR
          ecommerce-parcel  ECP
          ems               EMS
        codes senderKind
          private   PRI
          business  BUS
        codes dutiesPaidBy
          sender     DDP
          addressee  DAP
        codes onNonDelivery
          return    RET
          abandon   ABA
          redirect  RED

        segments
        M BGM+ITM+{item an..13}+9
        M DTM+137:{recorded instant}:204
        C DTM+200:{postingDate? date}:102
        M TSR+{product code product}+{senderKind code senderKind}
        C RFF+CR:{reference? an..70}
        C RFF+ABO:{senderReference? an..70}

        # The item as a whole: weight, size, postage, insured value, who pays duties, what to do when
        # it cannot be delivered.
        M MEA+AAX+AAD+KGM:{grossWeight kg n..9}
        C DIM+2+MMT:{size.length whole n..5}:{size.width whole n..5}:{size.height whole n..5}
        C MOA+64:{postage.amount amount postage.currency n..18}:{postage.currency a3}
        C MOA+67:{insuredValue.amount amount insuredValue.currency n..18}\
        :{insuredValue.currency a3}
        C TOD+6++{dutiesPaidBy? code dutiesPaidBy}
        C HAN+{onNonDelivery? code onNonDelivery}

        M with sender
          M NAD+CZ+++{company? an..70}:{name? an..70}+{lines? list an..70x6}\
        +{locality? an..70}+:::{region? an..70}+{postcode? an..17}+{country a2}
          C COM+{phone? an..35}:TE
          C COM+{email? an..254}:EM
          C each taxIDs
            M RFF+AHP:{value an..35}::{kind an..9}
          end
        end
        M with addressee
          M NAD+CN+++{company? an..70}:{name? an..70}+{lines? list an..70x6}\
        +{locality? an..70}+:::{region? an..70}+{postcode? an..17}+{country a2}
          C COM+{phone? an..35}:TE
          C COM+{email? an..254}:EM
          C each taxIDs
            M RFF+AHP:{value an..35}::{kind an..9}
          end
        end
        C with importer
          M NAD+IM+{reference? an..35}
          C COM+{phone? an..35}:TE
          C COM+{email? an..254}:EM
        end

        # What the declaration states. A letter of pure correspondence has none of it.
        C GIS+{contents.nature? code nature}
        C FTX+CUS+++{contents.explanation? an..256x2}
        C FTX+ACB+++{contents.comments? an..256x2}
        C DOC+LIC+{contents.licence? an..70}
        C DOC+CER+{contents.certificate? an..70}
        C DOC+380+{contents.invoice? an..70}
        C each contents.lines
          M LIN+{#}
          M IMD+F++:::{description an..256x2}
          C PIA+5+{tariffCode? an..14}:HS
          C PIA+1+{sku? an..70}:SA
          C PIA+1+{gtin? an..14}:SRV
          C PIA+1+{manufacturerID? an..70}:MF
          C LOC+27+{origin? a2}
          M QTY+1:{quantity whole n..9}:PCE
          M MEA+AAI+AAL+KGM:{lineNetWeight kg n..9}
          M MOA+203:{lineValue amount currency n..18}:{currency a3}
        end
        """
}
