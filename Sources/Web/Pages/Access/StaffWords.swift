import Office

/// What a page says where an account's change was refused, and beside which field.
enum StaffWords {
    static func say(_ refusal: StaffRefusal, _ words: WordList, into notes: inout FindingNotes) {
        switch refusal {
        case .nameMalformed: notes.say(words("staff_name_wrong"), at: "name")
        case .nameTaken: notes.say(words("staff_name_taken"), at: "name")
        case .unknown: notes.say(words("staff_unknown"))
        case .passwordTooShort(let shortest, _):
            let text = words("password_short", ["count": String(shortest)])
            notes.say(text, at: "password")
        case .passwordTooLong: notes.say(words("password_long"), at: "password")
        case .passwordGuessable: notes.say(words("password_weak"), at: "password")
        case .passwordWrong: notes.say(words("password_wrong"), at: "old")
        case .linkDead: notes.say(words("set_up_used"))
        case .codeWrong: notes.say(words("code_wrong"), at: "code")
        case .enrolmentMissing: notes.say(words("code_gone"))
        }
    }
}
