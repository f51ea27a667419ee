/// Why a text is not a profile, with the line that shows it.
package struct ProfileFault: Error, Hashable, Sendable {
    package let reason: Reason
    /// The line, from 1; 0 where something is missing from the whole.
    package let line: Int

    package enum Reason: Hashable, Sendable {
        case headingUnknown(String)
        case headingMissing(String)
        case valueMalformed(heading: String, value: String)
        case codeMalformed(String)
        case codeTwice(String)
        case lineMalformed(String)
        case templateMalformed(String)
        case fieldUnknown(String)
        case formatMalformed(String)
        /// The format does not write that kind of field.
        case formatUnsuitable(field: String, format: String, kind: String)
        case codesUnknown(String)
        case groupUnclosed(String)
        case endWithoutGroup
        /// A group must open with a mandatory segment, so that its presence can be seen.
        case triggerMissing(String)
        /// A conditional segment without a field would never be written.
        case fieldMissing(String)
    }
}

extension ProfileFault: CustomStringConvertible {
    package var description: String {
        "line \(line): \(reason)\nhint: docs/MESSAGES.md has the format and the fields of an item"
    }
}

extension ProfileFault.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .headingUnknown(let heading): "unknown heading '\(heading)'"
        case .headingMissing(let heading): "expected a line '\(heading)', found none"
        case .valueMalformed(let heading, let value):
            "'\(value)' is no value of '\(heading)'"
        case .codeMalformed(let line): "expected a word and its code, found '\(line)'"
        case .codeTwice(let line): "word or code listed twice: '\(line)'"
        case .lineMalformed(let line):
            "expected M or C and a segment, each, with or end, found '\(line)'"
        case .templateMalformed(let template): "'\(template)' is no segment"
        case .fieldUnknown(let field): "an item has no field '\(field)'"
        case .formatMalformed(let format): "'\(format)' is no format"
        case .formatUnsuitable(let field, let format, let kind):
            "format '\(format)' does not write '\(field)', which is \(kind)"
        case .codesUnknown(let table): "no codes '\(table)' in this profile"
        case .groupUnclosed(let path): "group '\(path)' has no end"
        case .endWithoutGroup: "end without a group"
        case .triggerMissing(let path): "group '\(path)' does not open with a mandatory segment"
        case .fieldMissing(let template): "conditional segment without a field: '\(template)'"
        }
    }
}
