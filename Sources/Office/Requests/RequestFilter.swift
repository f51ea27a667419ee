import GRDB
import Mail

/// Which requests are asked for; what is not stated does not matter.
package struct RequestFilter: Hashable, Sendable {
    package var key: String?
    package var outcome: LoggedRequest.Outcome?
    package var method: String?
    package var route: String?
    /// The problem's code, or that of a finding.
    package var code: String?

    package init() {}

    var conditions: [(sql: String, arguments: StatementArguments)] {
        var conditions: [(String, StatementArguments)] = []
        if let key { conditions.append(("key = ?", [key])) }
        if let outcome {
            let range = outcome.statuses
            conditions.append(
                ("status >= ? AND status < ?", [range.lowerBound, range.upperBound])
            )
        }
        if let method { conditions.append(("method = ?", [method])) }
        if let route { conditions.append(("route = ?", [route])) }
        if let code {
            conditions.append(
                ("(code = ? OR instr(' ' || findings || ' ', ' ' || ? || ' ') > 0)", [code, code])
            )
        }
        return conditions
    }
}

/// Whose requests a caller sees.
enum RequestSight: Hashable, Sendable {
    case all
    /// Those of keys that belong to the account.
    case account(String)
    /// Those of the key itself.
    case key(String)

    init(_ caller: Caller) {
        if let customer = caller.customer {
            self = .account(customer)
        } else if case .key(let id) = caller.author, !caller.may(.keyManage) {
            self = .key(id)
        } else {
            self = .all
        }
    }

    var condition: (sql: String, arguments: StatementArguments) {
        switch self {
        case .all: ("1", [])
        case .account(let customer): ("customer = ?", [customer])
        case .key(let id): ("key = ?", [id])
        }
    }
}
