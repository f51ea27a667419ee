import Hummingbird
package import Office

extension Site {
    /// The caller, whatever the caller may do; a stranger's refusal is counted under that act.
    ///
    /// - Throws: ``KeyRefusal`` when a key came that opens nothing; ``WebRefusal``
    ///   `unauthenticated`.
    package func requireCaller(for act: String, _ context: OfficeContext) throws -> Caller {
        guard let caller = context.caller else {
            office.access.refusedAStranger(act, because: context.keyRefusal)
            throw context.keyRefusal ?? WebRefusal.unauthenticated as any Error
        }
        return caller
    }

    /// The caller, who may do that; or the refusal, recorded.
    ///
    /// A stranger's refusal is counted and told once a minute. Somebody known who is refused is
    /// told of by an entry at once: when that cannot be written, that is the answer.
    ///
    /// - Throws: ``KeyRefusal`` when a key came that opens nothing; ``WebRefusal`` `unauthenticated`
    ///   or `notPermitted`; ``DeskRefusal``.
    package func require(
        _ permission: Permission,
        _ context: OfficeContext,
        object: String? = nil
    ) async throws -> Caller {
        let caller = try requireCaller(for: permission.rawValue, context)
        guard caller.may(permission) else {
            try await office.access.refused(permission, to: caller, object: object)
            throw WebRefusal.notPermitted(permission)
        }
        return caller
    }

    /// The caller, who may do that and is of the whole office, and not of an account; or the refusal,
    /// recorded.
    ///
    /// - Throws: as ``require(_:_:object:)``.
    func requireOfOffice(
        _ permission: Permission,
        _ context: OfficeContext,
        object: String? = nil
    ) async throws -> Caller {
        let caller = try await require(permission, context, object: object)
        guard caller.customer == nil else {
            try await office.access.refused(permission, to: caller, object: object)
            throw WebRefusal.notPermitted(permission)
        }
        return caller
    }
}

extension Site {
    /// Makes sure that one of our own pages sent the form: `token` is its field `csrf`.
    ///
    /// A program that presents a key needs none: no site can make it send anything.
    ///
    /// - Throws: ``WebRefusal`` `csrf`.
    package func requireCSRF(_ token: String?, _ context: OfficeContext) throws {
        if context.caller != nil, context.session == nil { return }
        guard let given = context.csrf, VisitorToken.matches(given, token) else {
            throw WebRefusal.csrf
        }
    }
}
