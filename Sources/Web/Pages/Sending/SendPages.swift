import Hummingbird
import Mail
import NIOCore
import Office

/// Public lodging: one question a page, no account, a draft code at the end.
struct SendPages: Sendable {
    let site: Site
    let book: SendBook
    let meter: VisitorMeter

    init(site: Site) {
        self.site = site
        book = SendBook(office: site.office)
        meter = VisitorMeter(
            perMinute: site.office.settings.serve.visitorRequestsPerMinute
        )
    }

    func add(to router: some RouterMethods<OfficeContext>) {
        router.get(SiteMap.send.route) { request, context in
            let visit = Visit(site, request, context)
            return try visit.answer(
                Page(
                    template: "send-start",
                    title: visit.words("send_title"),
                    section: .send,
                    isCalm: true
                )
            )
        }
        router.post(SiteMap.send.route) { request, context in
            try await begin(Visit(site, request, context))
        }
        router.get(SiteMap.sendTasks.route) { request, context in
            try answering(Visit(site, request, context)) { try tasks($0, $1, $2) }
        }
        router.get(SiteMap.sendQuestion.route) { request, context in
            try await ask(Visit(site, request, context))
        }
        router.post(SiteMap.sendQuestion.route) { request, context in
            try await take(Visit(site, request, context))
        }
    }

    /// Counts the visitor's requests; whoever has an account is counted elsewhere.
    func count(_ visit: Visit) throws(WebRefusal) {
        guard visit.context.caller == nil else { return }
        try meter.count(visit.address, at: visit.now)
    }

    private func begin(_ visit: Visit) async throws -> Response {
        try count(visit)
        _ = try await visit.form()
        let token = visit.office.unguessableWord()
        var values = FormValues()
        values.set("sender.country", visit.office.profile.country.code)
        values.set("senderKind", "private")
        values.set("dutiesPaidBy", "addressee")
        values.set("onNonDelivery", "return")
        try book.begin(token, values)
        return visit.redirect(to: Question.country.path(token))
    }

    /// Answers with the visitor's own answers, or says that they are gone.
    private func answering(
        _ visit: Visit,
        _ answer: (Visit, String, FormValues) throws -> Response
    ) throws -> Response {
        let token = try visit.context.parameters.require("token")
        switch try book.state(token) {
        case .answering(let values): return try answer(visit, token, values)
        case .saved(let code): return visit.redirect(to: SiteMap.draft.path(code.text))
        case nil: return try gone(visit)
        }
    }

    private func gone(_ visit: Visit) throws -> Response {
        let words = visit.words
        return try visit.answer(
            Page(
                template: "problem",
                title: words("send_gone_title"),
                values: [
                    "paragraphs": [words("send_gone_1"), words("send_gone_2")],
                    "action": ["href": SiteMap.send.path(), "label": words("start")],
                ],
                status: .notFound,
                section: .send,
                isCalm: true
            )
        )
    }

    private func question(_ visit: Visit) throws -> Question {
        guard let question = Question(try visit.context.parameters.require("question")) else {
            throw WebRefusal.notFound
        }
        return question
    }

    private func ask(_ visit: Visit) async throws -> Response {
        try count(visit)
        let question = try question(visit)
        let token = try visit.context.parameters.require("token")
        if question == .answers, case .answering(let values) = try book.state(token) {
            return try await AnswersPage(visit: visit, token: token).show(values)
        }
        return try answering(visit) { visit, token, values in
            let page = QuestionPage(visit: visit, token: token)
            if question == .goodsList {
                return FormLodgement.lineCount(values) == 0
                    ? visit.redirect(to: Question.goods(0).path(token)) : try page.list(values)
            }
            return try page.show(question, values, FindingNotes([], fields: [], visit.words))
        }
    }

    private func take(_ visit: Visit) async throws -> Response {
        try count(visit)
        let question = try question(visit)
        let token = try visit.context.parameters.require("token")
        let sent = try await visit.form()
        guard case .answering(var values) = try book.state(token) else {
            return try answering(visit) { _, _, _ in try gone(visit) }
        }
        if question == .answers {
            return try await AnswersPage(visit: visit, token: token).save(values, in: book)
        }
        if question == .goodsList {
            if let removed = Int(sent["remove"]) {
                values = FormLodgement.tidied(values, removing: removed)
                try book.keep(.answering(values), under: token)
                return visit.redirect(to: question.path(token))
            }
            return visit.redirect(to: next(question, values).path(token))
        }
        let page = QuestionPage(visit: visit, token: token)
        for name in page.fields.names(question) { values.set(name, sent[name]) }
        let notes = try await page.notes(question, values)
        guard notes.errors.isEmpty else { return try page.show(question, values, notes) }
        try book.keep(.answering(values), under: token)
        return visit.redirect(to: next(question, values).path(token))
    }

    /// The next question that has no answer yet; the answers when there is none.
    private func next(_ question: Question, _ values: FormValues) -> Question {
        if case .goods = question { return .goodsList }
        return Question.all(values).first { !$0.isAnswered(values) } ?? .answers
    }

    private func tasks(_ visit: Visit, _ token: String, _ values: FormValues) throws -> Response {
        struct Task {
            let label: String
            let href: String?
            let status: String
        }
        let words = visit.words
        let questions = Question.all(values)
        let isWhole = questions.allSatisfy { $0.isAnswered(values) }
        var tasks = questions.map { question in
            Task(
                label: words(question.titleWord),
                href: question.path(token),
                status: words(question.isAnswered(values) ? "task_done" : "task_open")
            )
        }
        tasks.append(
            Task(
                label: words("task_answers"),
                href: isWhole ? Question.answers.path(token) : nil,
                status: words(isWhole ? "task_open" : "task_blocked")
            )
        )
        return try visit.answer(
            Page(
                template: "tasks",
                title: words("tasks_title"),
                values: ["tasks": tasks],
                section: .send,
                isCalm: true
            )
        )
    }
}
