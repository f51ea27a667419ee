import Crypto

/// A file of lodgements, read once for its digest and its encoding and then again for its items.
package struct LodgementFile {
    package let path: String
    /// Bytes.
    package let size: Int
    package let digest: String
    private let survey: FileSurvey

    /// - Throws: ``FileFault``.
    package init(path: String) throws(FileFault) {
        self.path = path
        var survey = FileSurvey()
        var hash = SHA256()
        let bytes = try FileBytes(path: path)
        while let chunk = try bytes.next() {
            survey.take(chunk)
            hash.update(data: chunk)
        }
        self.survey = survey
        size = survey.size
        digest = Hexadecimal.text(hash.finalize())
    }

    /// The name without folder and ending: `orders` of `in/orders.csv`.
    package var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// Reads the items; `progress` hears how many bytes were read so far.
    ///
    /// - Throws: ``IntakeRefusal`` when the file as a whole cannot be taken in, ``FileFault``.
    package func intake(progress: @escaping (Int) -> Void) throws -> FileIntake {
        let bytes = try FileBytes(path: path)
        var read = 0
        return try FileIntake(
            {
                let chunk = try bytes.next()
                read += chunk?.count ?? 0
                progress(read)
                return chunk
            },
            survey: survey,
            digest: digest
        )
    }
}
