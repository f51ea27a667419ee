import Journal

extension VaultSurvey {
    /// Several lives of an office claim to be the last: nobody but a person can say which is ours.
    ///
    /// - Throws: `usage`, naming each with its key, unless one was chosen.
    func refuseAmbiguity(unless chosen: Incarnation?) throws(VaultFault) {
        let heads = heads
        guard chosen == nil, heads.count > 1 else { return }
        let names = heads.map { head in
            "\(head.incarnation) (size \(head.reach), key \(head.key.map { "\($0)" } ?? "none"))"
        }
        throw VaultFault(
            .usage,
            stores.map(\.name).joined(separator: ", "),
            "expected one last incarnation, found \(names.joined(separator: " and "))",
            hint: "give --vkey with the key on the latest printed notice, or --policy, or "
                + "--incarnation"
        )
    }

    /// Where lives are signed with several keys and nobody said which to believe, the last must be
    /// one that the rescuer's own keys sign for: whoever holds a vault's credential can begin one.
    ///
    /// - Throws: `usage`.
    func refuseStranger(
        _ life: IncarnationSurvey,
        signs: Bool,
        unless chosen: Incarnation?
    ) throws(VaultFault) {
        guard case .keyBesideLog = trust, chosen == nil, !signs,
            Set(incarnations.compactMap(\.key)).count > 1
        else { return }
        throw VaultFault(
            .usage,
            stores.map(\.name).joined(separator: ", "),
            "incarnation \(life.incarnation) has a key of its own, and none of --keys is that key",
            hint: "give --vkey with the key on the latest printed notice, or --incarnation"
        )
    }

    /// What says that a life was continued, under a key that is not believed here.
    func successors(of life: IncarnationSurvey) -> [String] {
        incarnations.filter { $0.predecessor?.incarnation == life.incarnation }
            .map { next in
                "CONTINUED by \(next.incarnation) from size \(next.predecessor?.size ?? .zero)"
                    + (next.key.map { ", signed with \($0)" } ?? "")
                    + ": if that key is on a printed notice, give it with --vkey"
            }
    }
}
