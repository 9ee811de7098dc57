package import Diagnostics
package import Source

/// The way from text to a `DataTree`: never throws, whatever the bytes are.
package enum DataParser {
  /// How deep brackets or blocks may lie in each other, so that nobody who walks a tree runs out of stack.
  package static let maximumDepth = 1000

  /// What becomes of what stands behind the first document of a YAML stream; what is unread may be anything.
  package enum LaterDocuments: Sendable { case reported, ignored, unread }

  /// What becomes of tags of YAML that mean nothing here, such as `!foo`.
  package enum UnknownTags: Sendable { case reported, ignored }

  /// Which of two values of a key counts where `<<` brings one: by YAML's merge type the mapping's own, or, as some readers have it,
  /// the one that is written later.
  package enum Merging: Sendable { case ownFirst, laterFirst }

  /// Parses a document; what is wrong with its syntax comes beside the tree, in the order of the text.
  ///
  /// The tree holds what could be read all the same. Where much may be lost (`DataTree.isIntact` is false) the
  /// absence of a key means nothing; where nothing can be trusted the root is `.missing`.
  package static func parse(
    _ text: DerivedText, as syntax: DataSyntaxKind, laterDocuments: LaterDocuments = .reported,
    unknownTags: UnknownTags = .reported, merging: Merging = .ownFirst
  ) -> (tree: DataTree, diagnostics: [Diagnostic]) {
    switch syntax {
    case .json:
      var parser = JSONParser(text)
      return parser.parse()
    case .yaml:
      var parser = YAMLParser(
        text, laterDocuments: laterDocuments, unknownTags: unknownTags, merging: merging)
      return parser.parse()
    }
  }

  /// The offset of the first bytes that are no UTF-8; nil where all are.
  package static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    Encoding.invalidRanges(in: bytes, limit: 1).first?.start
  }
}
