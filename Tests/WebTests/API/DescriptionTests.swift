import HTTPTypes
import Hummingbird
import Mail
import Testing
import Yams

@testable import Web

@Suite("API description", .serialized)
struct DescriptionTests {
    private static func described() throws -> [String: Any] {
        let text = String(decoding: APIDescription.yaml, as: UTF8.self)
        return try #require(try Yams.load(yaml: text) as? [String: Any])
    }

    @Test func hasEveryAddressOfTheRouterAndNoOther() async throws {
        try await APIHarness.serving { api in
            let router = APIHarness.router(api.office, APILimits())
            let served = Set(
                router.routes.filter { $0.method != .head }
                    .map { "\($0.method.rawValue) /\($0.path.description.drop { $0 == "/" })" }
            )
            let paths = try #require(try Self.described()["paths"] as? [String: [String: Any]])
            let described = Set(
                paths.flatMap { path, address in
                    address.keys.filter(DocumentationPage.methods.contains)
                        .map { "\($0.uppercased()) \(path)" }
                }
            )
            #expect(served == described)
        }
    }

    @Test func namesEveryProblemAndNoOther() throws {
        let components = try Self.described()["components"] as? [String: [String: [String: Any]]]
        let codes = try #require(components?["schemas"]?["ProblemCode"]?["enum"] as? [String])
        #expect(codes == ProblemCode.allCases.map(\.rawValue))
    }

    @Test func isServedAsItStandsAndAsAPage() async throws {
        try await APIHarness.serving { api in
            let yaml = try await api.ask(.get, "/openapi.yaml", as: nil)
            #expect(yaml.status == 200)
            #expect(yaml.headers[.contentType] == "application/yaml")
            #expect(yaml.bytes == APIDescription.yaml)
            let tag = try #require(yaml.headers[.eTag])
            let again = try await api.ask(
                .get,
                "/openapi.yaml",
                as: nil,
                headers: [.ifNoneMatch: tag]
            )
            #expect(again.status == 304)
            let page = try await api.ask(.get, "/docs", as: nil)
            #expect(page.status == 200)
            #expect(page.text.contains("Lodge one item, or many"))
            for code in ProblemCode.allCases {
                #expect(page.text.contains("id=\"problem-\(code.rawValue)\""))
            }
            #expect(!page.text.contains("<script"))
            #expect(!page.text.contains("#schema-\""))
        }
    }

    @Test(arguments: Language.allCases)
    func hasEveryProblemInEveryLanguage(_ language: Language) {
        for code in ProblemCode.allCases {
            let text = ProblemText.of(code, language)
            let english = ProblemText.of(code, .english)
            #expect(text.title != code.rawValue)
            #expect(Self.placeholders(text) == Self.placeholders(english), "\(code)")
            if language != .english { #expect(text.remedy != english.remedy, "\(code)") }
        }
    }

    private static func placeholders(_ text: ProblemText) -> Set<String> {
        let whole = text.detail + text.remedy
        return Set(whole.matches(of: /\{[a-z]+\}/).map { String($0.output) })
    }
}
