/// Why an account was not made, changed or let in, in the order in which it is looked at.
package enum StaffRefusal: Error, Hashable, Sendable {
    case nameMalformed(String)
    case nameTaken(String)
    case unknown(String)
    case passwordTooShort(shortest: Int, found: Int)
    case passwordTooLong(longest: Int, found: Int)
    case passwordGuessable
    /// The old password that had to be given again.
    case passwordWrong
    /// The link was used, has expired, or never was.
    case linkDead
    case codeWrong
    /// No enrolment was begun, or it was begun too long ago.
    case enrolmentMissing
}

extension StaffRefusal: CustomStringConvertible {
    /// A frozen code, by which pages choose their words.
    package var code: String {
        switch self {
        case .nameMalformed: "name_malformed"
        case .nameTaken: "name_taken"
        case .unknown: "account_unknown"
        case .passwordTooShort: "password_too_short"
        case .passwordTooLong: "password_too_long"
        case .passwordGuessable: "password_guessable"
        case .passwordWrong: "password_wrong"
        case .linkDead: "link_dead"
        case .codeWrong: "code_wrong"
        case .enrolmentMissing: "enrolment_missing"
        }
    }

    package var description: String {
        switch self {
        case .nameMalformed(let name):
            "expected a name of a-z, 0-9, '.', '-' and '_', found '\(name)'"
        case .nameTaken(let name): "an account \(name) was made before"
        case .unknown(let name): "no account \(name) in this office"
        case .passwordTooShort(let shortest, let found):
            "expected \(shortest) characters or more, found \(found)"
        case .passwordTooLong(let longest, let found):
            "expected at most \(longest) bytes, found \(found)"
        case .passwordGuessable: "the password repeats the name or a few characters"
        case .passwordWrong: "the password is not the one of now"
        case .linkDead: "the link was used or has expired"
        case .codeWrong: "the code is not that of this moment"
        case .enrolmentMissing: "no enrolment of an authenticator is under way"
        }
    }

    package var hint: String {
        switch self {
        case .nameMalformed: "write it like ada.fox, with at most 40 characters"
        case .nameTaken: "take another name; names are never given to anybody else"
        case .unknown: "`posthorn access staff list` shows them"
        case .passwordTooShort, .passwordTooLong, .passwordGuessable:
            "a few words that do not belong together are long and easy to keep in mind"
        case .passwordWrong: "give it again; `posthorn access staff reset` makes a new link"
        case .linkDead: "`posthorn access staff reset NAME` makes a new one"
        case .codeWrong: "wait for the next code, and look at the device's clock"
        case .enrolmentMissing: "begin again"
        }
    }
}
