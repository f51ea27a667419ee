import Hummingbird
import Mail
import Office

/// What anybody may read without an account: what can be sent now, and what is said about it.
struct StatusPages {
    let site: Site
    /// Numbers can be guessed, and asking is slowed down as everything is that visitors do.
    let meter: VisitorMeter

    init(site: Site) {
        self.site = site
        meter = VisitorMeter(
            perMinute: site.office.settings.serve.visitorRequestsPerMinute
        )
    }

    func add(to router: some RouterMethods<OfficeContext>) {
        StatusPage(site: site).add(to: router)
        StatusAdvisoryPage(site: site).add(to: router)
        StatusItemPage(site: site, meter: meter).add(to: router)
        StatusPastPage(site: site).add(to: router)
        StatusNoticePage(site: site).add(to: router)
        StatusFeedPage(site: site).add(to: router)
    }
}

extension Visit {
    /// The public status now, in the reader's words.
    func status() throws -> StatusValues {
        StatusValues(StatusWords(try office.publicStatus(), words)) {
            SiteMap.statusAdvisory.path($0.text)
        }
    }

    /// Where this office's pages are for people elsewhere: as it was set, or as the reader got here.
    var publicAddress: String {
        if let address = office.settings.advisories.address { return address }
        let scheme = office.settings.serve.tls == nil ? "http" : "https"
        return scheme + "://" + (request.head.authority ?? "localhost")
    }
}
