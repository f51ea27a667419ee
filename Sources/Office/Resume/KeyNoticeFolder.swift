import Mail
package import Vault

/// Where a restored office leaves what people have to print and to hand out: `out/notices/<life>/`.
package struct KeyNoticeFolder: Sendable {
    package let path: String

    package init(_ directory: OfficeDirectory, _ incarnation: Incarnation) {
        path = "\(directory.out)/notices/\(incarnation)"
    }

    package init(path: String) { self.path = path }

    /// Writes the page, as text and as PDF.
    ///
    /// An edition that cannot print now leaves the text: nothing of tonight waits for a font.
    /// - Returns: The files, and why there is no PDF.
    @discardableResult
    package func write(
        _ notice: KeyNotice,
        _ directory: OfficeDirectory,
        edition: String
    ) throws(OfficeFault) -> (files: [String], flaw: String?) {
        let folder = try OutputFolder(path)
        try folder.write(Array(notice.text.utf8), to: "keys.txt")
        do {
            try folder.write(
                try KeyNoticePrint.pdf(notice, directory, edition: edition),
                to: "keys.pdf"
            )
        } catch {
            return (["\(path)/keys.txt"], "\(error)")
        }
        return (["\(path)/keys.pdf", "\(path)/keys.txt"], nil)
    }

    /// Writes the links by which accounts begin anew, readable by the office's owner alone.
    func write(_ links: [ResumeLink], at now: Moment) throws(OfficeFault) {
        guard !links.isEmpty else { return }
        _ = try OutputFolder(path)
        let lines = links.map { one in
            "\(one.account.name)  \(one.account.role.rawValue)  \(one.link.path)  "
                + "until \(one.link.expiresAt.text)\n"
        }
        let head = "# Behind the office's address; each works once. Hand out, then remove this.\n"
        try PrivateFile.write(
            Array((head + lines.joined()).utf8),
            to: "\(path)/links-\(now.milliseconds).txt"
        )
    }

    /// The folder of the office's present life, for whoever says where it is.
    package static func of(_ directory: OfficeDirectory) throws -> KeyNoticeFolder? {
        try IncarnationRecord.read(office: directory.root)
            .flatMap { record in
                record.predecessor.map { _ in KeyNoticeFolder(directory, record.incarnation) }
            }
    }
}
