package import Office

extension Site {
    /// Whoever asks, if that caller may do this.
    ///
    /// - Throws: ``WebRefusal`` `unauthenticated` or `notPermitted`.
    package func require(
        _ permission: Permission,
        _ context: OfficeContext,
        object: String? = nil
    ) async throws -> Caller {
        guard let caller = context.caller else { throw WebRefusal.unauthenticated }
        guard caller.may(permission) else { throw WebRefusal.notPermitted(permission) }
        return caller
    }
}
