package import Source

/// An ERB template as Chef renders it: text, and Ruby between `<%` and `%>`.
///
/// The code is one Ruby text, in which a `templateText` node stands for each piece of text and a `templateOutput` node
/// for each `<%= … %>`; every place leads back into the template.
package struct RubyTemplate: Sendable {
  package let text: DerivedText
  /// The pieces of text that are printed as they stand; `templateText` counts them.
  package let pieces: [ByteRange]
  package let tags: [RubyTemplateTag]
  package let tree: RubyTree

  /// Parses a template; never fails.
  package static func parse(_ text: DerivedText) -> RubyTemplate {
    var scanner = TemplateScanner(text)
    scanner.scan()
    var parser = RubyParser(scanner.code.text(whole: text.whole), kind: .template)
    if let fault = scanner.fault { parser.faults.append(fault) }
    return RubyTemplate(text: text, pieces: scanner.pieces, tags: scanner.tags, tree: parser.tree())
  }

  /// The bytes of a piece of text, with their places.
  package func piece(_ index: Int32) -> DerivedText { text.slice(pieces[Int(index)]) }
}

/// `<% … %>` and its kin.
package struct RubyTemplateTag: Sendable {
  package enum Kind: UInt8, Sendable {
    case code, output, comment
  }

  package let kind: Kind
  /// The tag with its marks.
  package let range: ByteRange
  /// What stands between the marks.
  package let content: ByteRange
}
