import Ledger
import Mail
package import Office

extension ServedOffice {
    /// How long a copy that is kept may be taken for new: many times longer than it takes to renew it.
    private static let fresh: Int64 = 15 * 60_000

    /// Writes the static copy of the status where settings name a folder for it.
    package func writeStatusSite() throws {
        guard let folder = settings.advisories.site else { return }
        let site = StatusSite(
            try publicStatus(),
            profile,
            try PublishedCheckpoint(directory),
            staleAfter: Self.fresh
        )
        let (files, manifest) = site.make()
        try SiteFolder(folder).write(files, manifest: try manifest.signed(directory))
    }

    /// Keeps the copy new for as long as the office is served: at once when something of it changes,
    /// and each minute.
    ///
    /// - Precondition: settings name a folder.
    package func keepStatusSite(pause: Duration = .seconds(1), tell: (String) -> Void) async {
        precondition(settings.advisories.site != nil, "a copy is kept in a folder")
        var told: String?
        var written: (editions: [Int?], minute: Int64)?
        while !Task.isCancelled {
            do {
                let now = (
                    editions: [try ledger.laneEdition(), try ledger.advisoryEdition()],
                    minute: clock.now().milliseconds / 60_000
                )
                if written.map({ $0 != now }) ?? true {
                    try writeStatusSite()
                    written = now
                }
                told = nil
            } catch {
                // Once, and not each second, until it is something else.
                let text = "the copy of the status is not written: \(error)"
                if told != text { tell(text) }
                told = text
            }
            try? await Task.sleep(for: pause)
        }
    }
}
