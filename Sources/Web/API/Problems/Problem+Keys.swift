import HTTPTypes
import Mail
import Office

extension Problem {
    /// A key came, and it opens nothing: what is wrong with it, by its frozen code.
    init(of refusal: KeyRefusal) {
        if case .otherMode(let key, let office) = refusal {
            self.init(.modeMismatch, ["key": key.rawValue, "office": office.rawValue])
        } else {
            self.init(.keyRefused, ["found": refusal.code])
        }
        headers[.wwwAuthenticate] = "Bearer realm=\"posthorn\", error=\"invalid_token\""
    }
}
