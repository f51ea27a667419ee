extension ObjectWriter {
    /// Version, and a comment of high bytes that tells programs the file is not text.
    mutating func appendHeader() {
        bytes.append("%PDF-1.7\n%")
        bytes += [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    }

    /// The catalog's dictionary: printed at its own size, read in its language.
    mutating func appendCatalog(language: String) {
        bytes.append("<</Type/Catalog/Pages ")
        reference(Preamble.pages)
        bytes.append("/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>/Lang(")
        let isTag = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D
        }
        bytes += language.utf8.filter(isTag)
        bytes.append(")>>")
    }

    mutating func appendResources(fonts: [UInt8], forms: [UInt8]) {
        bytes.append("<</Font<<")
        bytes += fonts
        bytes.append(">>/XObject<<")
        bytes += forms
        bytes.append(">>>>")
    }

    mutating func writeInfo(title: String) {
        begin(Preamble.info)
        bytes.append("<</Title")
        bytes.append(textString: title)
        bytes.append("/Producer(Posthorn)>>")
        end()
    }

    /// Writes a page and its content stream; returns the page's number.
    mutating func writePage(
        size: Size,
        parent: Int,
        resources: Int,
        content: ArraySlice<UInt8>
    ) -> Int {
        let page = reserve()
        let stream = reserve()
        begin(page)
        bytes.append("<</Type/Page/Parent ")
        reference(parent)
        bytes.append("/MediaBox[0 0 ")
        bytes.append(thousandths: points(size.width))
        bytes.append(0x20)
        bytes.append(thousandths: points(size.height))
        bytes.append("]/Resources ")
        reference(resources)
        bytes.append("/Contents ")
        reference(stream)
        bytes.append(">>")
        end()
        begin(stream)
        bytes.append("<</Filter/FlateDecode/Length ")
        bytes.append(decimal: content.count)
        bytes.append(">>\nstream\n")
        bytes += content
        bytes.append("\nendstream")
        end()
        return page
    }

    /// Writes a node of the page tree.
    mutating func writePages(_ number: Int, parent: Int?, kids: [Int], count: Int) {
        begin(number)
        bytes.append("<</Type/Pages/Count ")
        bytes.append(decimal: count)
        if let parent {
            bytes.append("/Parent ")
            reference(parent)
        }
        bytes.append("/Kids[")
        for (index, kid) in kids.enumerated() {
            if index > 0 { bytes.append(0x20) }
            reference(kid)
        }
        bytes.append("]>>")
        end()
    }

    /// Thousandths of a point, rounded.
    private func points(_ length: Length) -> Int {
        (length.value * 72_000 + 12_700) / 25_400
    }
}
