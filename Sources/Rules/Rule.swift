package import Mail

/// One thing that the rule book asks of a lodgement.
///
/// A rule is pure and total: it never throws, looks at nothing but what it is given, and says
/// nothing of a field that another rule speaks for.
package protocol Rule: Sendable {
    /// The codes it may say, each with the English sentence that the manual prints: when.
    var codes: [FindingCode: String] { get }

    func findings(_ examined: Examined) -> [Finding]
}
