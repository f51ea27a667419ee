package import Mail

/// Who asks: an author with what the author may do, and whose items are seen.
package struct Caller: Hashable, Sendable {
    package let author: Author
    package let permissions: Set<Permission>
    /// The account whose items alone are seen and lodged; every account's where there is none.
    package let customer: String?

    package init(author: Author, permissions: Set<Permission>, customer: String? = nil) {
        self.author = author
        self.permissions = permissions
        self.customer = customer
    }

    package init(author: Author, role: Role, customer: String? = nil) {
        self.init(author: author, permissions: role.permissions, customer: customer)
    }

    /// Whoever may run commands on the machine: the file system has let them in already.
    package static let local = Caller(author: .local, role: .admin)

    package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

    /// Whether the caller sees what belongs to that account.
    package func sees(_ account: String?) -> Bool {
        customer.map { $0 == account ?? "" } ?? true
    }
}
