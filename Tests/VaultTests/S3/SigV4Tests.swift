import Journal
import Testing

@testable import Vault

/// The examples that AWS publishes for Signature Version 4 and S3, "Signature Calculations for the
/// Authorization Header: Transferring Payload in a Single Chunk".
@Suite("Signature Version 4")
struct SigV4Tests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let request: SigV4.Request
        let signature: String
        var testDescription: String { name }
    }

    static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    static func headers(_ more: [String: String], payload: String = empty) -> [String: String] {
        ["host": "examplebucket.s3.amazonaws.com", "x-amz-content-sha256": payload]
            .merging(["x-amz-date": "20130524T000000Z"]) { $1 }
            .merging(more) { $1 }
    }

    static let put = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"
    static let examples = [
        Example(
            name: "GET object",
            request: SigV4.Request(
                method: "GET",
                path: "/test.txt",
                headers: headers(["range": "bytes=0-9"]),
                payloadSHA256: empty
            ),
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        Example(
            name: "PUT object",
            request: SigV4.Request(
                method: "PUT",
                path: "/test$file.text",
                headers: headers(
                    [
                        "date": "Fri, 24 May 2013 00:00:00 GMT",
                        "x-amz-storage-class": "REDUCED_REDUNDANCY",
                    ],
                    payload: put
                ),
                payloadSHA256: put
            ),
            signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        ),
        Example(
            name: "GET bucket lifecycle",
            request: SigV4.Request(
                method: "GET",
                path: "/",
                query: ["lifecycle": ""],
                headers: headers([:]),
                payloadSHA256: empty
            ),
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        ),
        Example(
            name: "List objects",
            request: SigV4.Request(
                method: "GET",
                path: "/",
                query: ["max-keys": "2", "prefix": "J"],
                headers: headers([:]),
                payloadSHA256: empty
            ),
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        ),
    ]

    @Test("gives what AWS publishes", arguments: examples)
    func signs(_ example: Example) {
        let signer = SigV4(
            S3Credentials(
                accessKey: "AKIAIOSFODNN7EXAMPLE",
                secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
            ),
            region: "us-east-1"
        )
        let header = signer.authorization(example.request, time: "20130524T000000Z")
        #expect(header.hasSuffix("Signature=\(example.signature)"))
        let scope = "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
        #expect(header.contains(scope))
    }

    @Test("derives the signing key that AWS publishes")
    func derives() {
        let signer = SigV4(
            S3Credentials(accessKey: "", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            region: "us-east-1",
            service: "iam"
        )
        #expect(
            Hexadecimal.encode(signer.signingKey("20120215"))
                == "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d"
        )
    }
}

@Suite("How S3 spells things")
struct S3TextTests {
    @Test(
        "dates of answers are read, and what is none is not",
        arguments: [
            ("Fri, 27 Nov 2026 12:20:26 GMT", "2026-11-27T12:20:26Z"),
            ("Tue, 1 Dec 2026 00:00:00 GMT", "2026-12-01T00:00:00Z"), ("yesterday", nil),
            ("Fri, 27 Foo 2026 12:20:26 GMT", nil),
        ]
    )
    func dates(text: String, expected: String?) {
        #expect(S3Text.date(text)?.description == expected)
    }

    @Test(
        "places are read back as they are written",
        arguments: [
            "s3+https://objects.example/mail-vault/gb", "s3+http://127.0.0.1:8333/vault",
            "s3+https://s3.example:9000/b/one/two?region=eu-south-1",
        ]
    )
    func places(text: String) throws {
        #expect(try VaultAddress(text).description == text)
    }

    @Test(
        "what names no bucket is no place",
        arguments: [
            "s3+https://objects.example", "ftp://a/b", "s3+ftp://a/b", "", "s3+https://a/b?x=1",
            "s3+https://a/../b",
        ]
    )
    func noPlaces(text: String) {
        #expect(throws: VaultFault(.usage, "", "", hint: "")) { try VaultAddress(text) }
    }

    @Test("entities in keys that others chose are read")
    func entities() {
        let xml = Array("<Version><Key>a&amp;lt;b&lt;</Key></Version><Key>2</Key><Key>".utf8)
        #expect(S3Text.element("Key", in: xml) == "a&lt;b<")
        #expect(S3Text.elements("Key", in: xml).count == 2)
        #expect(S3Text.element("VersionId", in: xml) == nil)
    }
}
