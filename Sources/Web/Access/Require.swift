import Hummingbird
package import Office

extension Site {
    /// The caller, who may do that; or the refusal, recorded.
    ///
    /// A stranger's refusal is counted and told once a minute. Somebody known who is refused is
    /// told of by an entry at once: when that cannot be written, that is the answer.
    ///
    /// - Throws: ``WebRefusal`` `unauthenticated` or `notPermitted`; ``DeskRefusal``.
    package func require(
        _ permission: Permission,
        _ context: OfficeContext,
        object: String? = nil
    ) async throws -> Caller {
        guard let caller = context.caller else {
            office.access.refusedAStranger(permission.rawValue, because: context.keyRefusal)
            throw WebRefusal.unauthenticated
        }
        guard caller.may(permission) else {
            try await office.access.refused(permission, to: caller, object: object)
            throw WebRefusal.notPermitted(permission)
        }
        return caller
    }
}
