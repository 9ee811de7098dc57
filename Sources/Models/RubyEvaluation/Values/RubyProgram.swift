package import RubySyntax
package import Source

/// A tree of the run, with its names as symbols.
package final class RubyProgram {
  package let tree: RubyTree
  /// What `__FILE__` gives: the path under which the host knows the file.
  package let path: String
  /// The template whose code the tree is.
  package let template: RubyTemplate?
  /// Whether it came from a string: names may be variables of the code around it.
  let isInner: Bool
  /// Whether string literals are frozen, which a comment at the top says.
  let freezesStrings: Bool
  /// By the index of a name; filled in where a name is met.
  private var symbols: [RubySymbol?]
  /// The template's bytes and the pieces of text in it, at hand.
  let templateBytes: [UInt8]
  private let pieces: [ByteRange]

  init(_ tree: RubyTree, path: String, template: RubyTemplate? = nil, isInner: Bool = false) {
    self.tree = tree
    self.path = path
    self.template = template
    self.isInner = isInner
    templateBytes = template?.text.bytes ?? []
    pieces = template?.pieces ?? []
    freezesStrings = Self.asksForFrozenStrings(tree)
    symbols = [RubySymbol?](repeating: nil, count: tree.nameCount)
  }

  /// A piece of the template's text by its number; nil where the tree is of no template.
  func piece(_ index: Int32) -> TemplatePiece? {
    pieces.isEmpty ? nil : TemplatePiece(program: self, range: pieces[Int(index)])
  }

  /// The symbol of a name of the tree.
  func symbol(_ name: RubyName, _ run: RubyInterpreter) -> RubySymbol {
    if let known = symbols[Int(name.index)] { return known }
    let symbol = run.symbol(tree.spelling(of: name))
    symbols[Int(name.index)] = symbol
    return symbol
  }

  /// The text that a literal or a piece of one stands for, with its places; nil where it differs between runs.
  func content(of node: RubyNode) -> DerivedText? {
    guard case .text(let piece) = tree.shape(of: node) else { return tree.content(of: node) }
    if piece.isVerbatim { return tree.text.slice(tree.range(of: node)) }
    var builder = DerivedTextBuilder()
    builder.append(generated: tree.bytes(of: node), by: tree.location(of: node))
    return builder.text(whole: tree.location(of: node))
  }

  private static func asksForFrozenStrings(_ tree: RubyTree) -> Bool {
    var first = Int.max
    if case .statements(let list) = tree.shape(of: tree.root), let node = tree.nodes(in: list).first {
      first = tree.range(of: node).start
    }
    return tree.comments.prefix(8).contains { comment in
      comment.start < first
        && Array(tree.text.bytes[comment.indices]).mentions("frozen_string_literal: true")
    }
  }
}

/// An expression of a program.
package struct RubyPlace {
  package let program: RubyProgram
  package let node: RubyNode

  package init(_ program: RubyProgram, _ node: RubyNode) {
    self.program = program
    self.node = node
  }

  /// Where it stands in the file that the user edits.
  package var location: Location { program.tree.location(of: node) }
}
