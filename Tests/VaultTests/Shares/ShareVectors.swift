import Testing

@testable import Vault

/// Cases of SLIP-39's own test vectors: mnemonics, and the secret (passphrase TREZOR) or the flaw.
///
/// Source: github.com/trezor/python-shamir-mnemonic, vectors.json at 06536e0, where each stands
/// with its verdict; which flaw it is follows from the standard.
struct ShareVector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mnemonics: [String]
    /// In hexadecimal; nil where the set is refused.
    let secret: String?

    static let accepted = [
        ShareVector(
            testDescription: "a secret without sharing, 128 bits",
            mnemonics: [
                """
                duckling enlarge academic academic agency result length solution fridge kidney coal piece
                deal husband erode duke ajar critical decision keyboard
                """
            ],
            secret: "bb54aac4b89dc868ba37d9cc21b2cece"
        ),
        ShareVector(
            testDescription: "2 of 3, 128 bits",
            mnemonics: [
                """
                shadow pistol academic always adequate wildlife fancy gross oasis cylinder mustang wrist
                rescue view short owner flip making coding armed
                """,
                """
                shadow pistol academic acid actress prayer class unknown daughter sweater depict flip
                twice unkind craft early superior advocate guest smoking
                """,
            ],
            secret: "b43ceb7e57a0ea8766221624d01b0864"
        ),
        ShareVector(
            testDescription: "2 of 3, 256 bits",
            mnemonics: [
                """
                humidity disease academic always aluminum jewelry energy woman receiver strategy amuse
                duckling lying evidence network walnut tactics forget hairy rebound impulse brother
                survive clothes stadium mailman rival ocean reward venture always armed unwrap
                """,
                """
                humidity disease academic agency actress jacket gross physics cylinder solution fake
                mortgage benefit public busy prepare sharp friar change work slow purchase ruler again
                tricycle involve viral wireless mixture anatomy desert cargo upgrade
                """,
            ],
            secret: "c938b319067687e990e05e0da0ecce1278f75ff58d9853f19dcaeed5de104aae"
        ),
        ShareVector(
            testDescription: "two groups, one of them of a single share, 256 bits",
            mnemonics: [
                """
                wildlife deal beard romp alcohol space mild usual clothes union nuclear testify course
                research heat listen task location thank hospital slice smell failure fawn helpful
                priest ambition average recover lecture process dough stadium
                """,
                """
                wildlife deal acrobat romp anxiety axis starting require metric flexible geology game
                drove editor edge screw helpful have huge holy making pitch unknown carve holiday numb
                glasses survive already tenant adapt goat fangs
                """,
            ],
            secret: "5385577c8cfc6c1a8aa0f7f10ecde0a3318493262591e78b8c14c6686167123b"
        ),
        ShareVector(
            testDescription: "two groups, 3 of 5 and 2 of 5, 128 bits",
            mnemonics: [
                """
                eraser senior decision roster beard treat identify grumpy salt index fake aviation
                theater cubic bike cause research dragon emphasis counter
                """,
                """
                eraser senior ceramic snake clay various huge numb argue hesitate auction category timber
                browser greatest hanger petition script leaf pickup
                """,
                """
                eraser senior ceramic shaft dynamic become junior wrist silver peasant force math alto
                coal amazing segment yelp velvet image paces
                """,
                """
                eraser senior ceramic round column hawk trust auction smug shame alive greatest sheriff
                living perfect corner chest sled fumes adequate
                """,
                """
                eraser senior decision smug corner ruin rescue cubic angel tackle skin skunk program
                roster trash rumor slush angel flea amazing
                """,
            ],
            secret: "7c3397a292a5941682d7a4ae2d898d11"
        ),
    ]

    static let refused = [
        ShareVector(
            testDescription: "a wrong word",
            mnemonics: [
                """
                duckling enlarge academic academic agency result length solution fridge kidney coal piece
                deal husband erode duke ajar critical decision kidney
                """
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "padding that is not zero",
            mnemonics: [
                """
                duckling enlarge academic academic email result length solution fridge kidney coal piece
                deal husband erode duke ajar music cargo fitness
                """
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "one share where two are needed",
            mnemonics: [
                """
                humidity disease academic always aluminum jewelry energy woman receiver strategy amuse
                duckling lying evidence network walnut tactics forget hairy rebound impulse brother
                survive clothes stadium mailman rival ocean reward venture always armed unwrap
                """
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "two sets",
            mnemonics: [
                """
                adequate smoking academic acid debut wine petition glen cluster slow rhyme slow simple
                epidemic rumor junk tracks treat olympic tolerate
                """,
                """
                adequate stay academic agency agency formal party ting frequent learn upstairs remember
                smear leaf damage anatomy ladle market hush corner
                """,
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "two shares of one number",
            mnemonics: [
                """
                device stay academic always dive coal antenna adult black exceed stadium herald advance
                soldier busy dryer daughter evaluate minister laser
                """,
                """
                device stay academic always dwarf afraid robin gravity crunch adjust soul branch walnut
                coastal dream costume scholar mortgage mountain pumps
                """,
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "two rules for one group",
            mnemonics: [
                """
                hour painting academic academic device formal evoke guitar random modern justice filter
                withdraw trouble identify mailman insect general cover oven
                """,
                """
                hour painting academic agency artist again daisy capital beaver fiber much enjoy suitable
                symbolic identify photo editor romp float echo
                """,
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "shares that do not belong together",
            mnemonics: [
                """
                guilt walnut academic acid deliver remove equip listen vampire tactics nylon rhythm
                failure husband fatigue alive blind enemy teaspoon rebound
                """,
                """
                guilt walnut academic agency brave hamster hobo declare herd taste alpha slim criminal
                mild arcade formal romp branch pink ambition
                """,
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "one group where two are needed",
            mnemonics: [
                """
                eraser senior beard romp adorn nuclear spill corner cradle style ancient family general
                leader ambition exchange unusual garlic promise voice
                """
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "a group short of a share",
            mnemonics: [
                """
                eraser senior decision shadow artist work morning estate greatest pipeline plan ting
                petition forget hormone flexible general goat admit surface
                """,
                """
                eraser senior beard romp adorn nuclear spill corner cradle style ancient family general
                leader ambition exchange unusual garlic promise voice
                """,
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "too few words",
            mnemonics: [
                """
                junk necklace academic academic acne isolate join hesitate lunar roster dough calcium
                chemical ladybug amount mobile glasses verify cylinder
                """
            ],
            secret: nil
        ),
        ShareVector(
            testDescription: "a secret of an odd number of bytes",
            mnemonics: [
                """
                fraction necklace academic academic award teammate mouse regular testify coding building
                member verdict purchase blind camera duration email prepare spirit quarter
                """
            ],
            secret: nil
        ),
    ]
}
