/// What we refuse to read or go on about.
package enum EDIFACTLimits {
    /// No directory knows a segment near this size; a hostile one would only fill memory.
    package static let valuesPerSegment = 10_000
    /// After this many findings the rest of an input is read in silence.
    package static let findings = 1_000
}
