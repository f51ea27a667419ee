package import Hummingbird

/// Everything that people see in a browser.
package struct Pages: Sendable {
    private let site: Site

    package init(_ site: Site) {
        self.site = site
    }

    /// Turns errors of pages into pages; it stands outside of what finds out who asks.
    package var errors: some RouterMiddleware<OfficeContext> { PageMiddleware(site: site) }

    package func add(to router: Router<OfficeContext>) {
        HomePage(site: site).add(to: router)
        ScanPage(site: site).add(to: router)
        CounterPage(site: site).add(to: router)
        ItemsPage(site: site).add(to: router)
        ItemPage(site: site).add(to: router)
        AmendPage(site: site).add(to: router)
        CancelPage(site: site).add(to: router)
        ItemDocumentPage(site: site).add(to: router)
        let sending = SendPages(site: site)
        sending.add(to: router)
        DraftPage(site: site, sending: sending).add(to: router)
        UploadPages(site: site).add(to: router)
        JournalPage(site: site).add(to: router)
        ActsPage(site: site).add(to: router)
        LivePage(site: site).add(to: router)
        SignInPage(site: site).add(to: router)
        SetUpPage(site: site).add(to: router)
        AccountPage(site: site).add(to: router)
        StaffPage(site: site).add(to: router)
        RequestsPage(site: site).add(to: router)
        KeysPage(site: site).add(to: router)
        WebhooksPage(site: site).add(to: router)
        LanesPage(site: site).add(to: router)
        LaneChangePage(site: site).add(to: router)
        LaneProposalPage(site: site).add(to: router)
        LanePlansPage(site: site).add(to: router)
        LaneReleasesPage(site: site).add(to: router)
        LaneForecastPage(site: site).add(to: router)
        LaneHistoryPage(site: site).add(to: router)
        AdvisoriesPage(site: site).add(to: router)
        StatusPages(site: site).add(to: router)
    }
}
