import Mail
import Office

/// Why a request to the API is not done, beside what any request can be refused for.
enum APIRefusal: Error, Sendable {
    /// The address is there, the method is not; these are.
    case methodNotAllowed([String])
    case parameterUnknown(name: String, known: [String])
    case parameterInvalid(name: String, expected: String, found: String)
    case headerInvalid(name: String, expected: String, found: String)
    /// A cursor that we did not make, or made for another question.
    case cursorInvalid
    /// The body is JSON of another shape.
    case fields([Finding])
    /// A lodgement was refused; what is answered on every channel goes with it.
    case lodgementRefused(Answer)
    /// The item has no such document.
    case documentUnknown(String)
    case webhookInvalid(String)
    /// The entry is durable, and no published checkpoint covers it yet.
    case proofPending(entry: UInt64, size: UInt64)
}
