import Mail
import Office
import Rules

/// One item as an office elsewhere answers it.
struct RemoteItem: Sendable {
    let json: JSONValue
    /// Nothing for what was refused.
    let id: ItemID?
    let state: String
    let codes: [FindingCode]
    let messages: [String]
    let documents: [(kind: DocumentKind, url: String)]

    /// - Throws: ``CommandFailure`` for what is no answer of ours.
    init(_ json: JSONValue) throws {
        guard let state = json["state"]?.text, let findings = json["findings"]?.elements else {
            throw CommandFailure(
                .failed,
                "the office's answer is none that this release knows",
                hint: "use the release that the office runs"
            )
        }
        self.json = json
        self.state = state
        id = json["item"]?.text.flatMap { ItemID($0) }
        codes = findings.compactMap { $0["code"]?.text.flatMap(FindingCode.init) }
        messages = findings.compactMap { $0["message"]?.text }
        documents = (json["documents"]?.elements ?? []).compactMap(Self.document)
    }

    /// A row that reading alone refused: it was not sent.
    init(refused record: IntakeRecord) {
        let findings = record.findings
        json = .members([
            ("item", .null),
            ("reference", record.lodgement.reference.map { .string($0) } ?? .null),
            ("state", .string("refused")),
            ("findings", .array(findings.map { $0.json(in: .english) })),
            ("documents", .array([])),
        ])
        id = nil
        state = "refused"
        codes = findings.map(\.code)
        messages = findings.map { FindingText.message($0, .english) }
        documents = []
    }

    var status: RowStatus { id == nil ? .refused : state == "held" ? .held : .lodged }

    /// The answer with documents where they were written.
    func json(documents: [(kind: DocumentKind, url: String)]) -> JSONValue {
        guard case .object(let members) = json else { return json }
        let list = documents.map { kind, url -> JSONValue in
            let parts = kind.rawValue.split(separator: ".").map(String.init)
            return .members([
                ("kind", .string(parts[0])), ("format", .string(parts[1])), ("url", .string(url)),
            ])
        }
        return .object(
            members.map { member in
                member.name == "documents" ? JSONValue.Member("documents", .array(list)) : member
            }
        )
    }

    static func document(_ json: JSONValue) -> (kind: DocumentKind, url: String)? {
        guard let kind = json["kind"]?.text, let format = json["format"]?.text,
            let known = DocumentKind(rawValue: kind + "." + format),
            let url = json["url"]?.text, url.hasPrefix("/")
        else { return nil }
        return (known, url)
    }
}

extension DocumentKind {
    /// Whether `posthorn lodge` writes it when not all documents are asked for.
    var isUsual: Bool {
        switch self {
        case .cn22, .cn23, .cp72, .label, .itmattEDI: true
        case .invoice, .label203ZPL, .label300ZPL, .label203PNG, .label300PNG, .itmattJSON: false
        }
    }
}
