import Mail

/// What may change of an account; its name may not.
struct StaffDraft {
    var role: Role
    var passwordHash: String?
    var oneTimeSecret: String?
    var recoveryDigests: [String]
    var invitation: StaffInvitation?
    var isActive: Bool
    /// Whether what the person is signed in to now ends with the change.
    var endsSessions = false
}

extension StaffAccount {
    /// The account as it is after a change.
    func changed(
        by author: Author,
        at now: Moment,
        _ change: (inout StaffDraft) -> Void
    ) -> StaffAccount {
        var draft = StaffDraft(
            role: role,
            passwordHash: passwordHash,
            oneTimeSecret: oneTimeSecret,
            recoveryDigests: recoveryDigests,
            invitation: invitation,
            isActive: isActive
        )
        change(&draft)
        return StaffAccount(
            name: name,
            displayName: displayName,
            role: draft.role,
            language: language,
            passwordHash: draft.passwordHash,
            oneTimeSecret: draft.oneTimeSecret,
            recoveryDigests: draft.recoveryDigests,
            invitation: draft.invitation,
            isActive: draft.isActive,
            generation: draft.endsSessions ? generation + 1 : generation,
            by: author,
            at: now
        )
    }
}
