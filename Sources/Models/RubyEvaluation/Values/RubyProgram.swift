package import RubySyntax
package import Source

/// A tree of the run, with its names as symbols.
package final class RubyProgram {
  package let tree: RubyTree
  /// What `__FILE__` gives: the path under which the host knows the file.
  package let path: String
  /// The template whose code the tree is.
  package let template: RubyTemplate?
  /// By the index of a name; filled in where a name is met.
  var symbols: [RubySymbol?]
  var cachedLines: LineTable?

  init(_ tree: RubyTree, path: String, template: RubyTemplate? = nil) {
    self.tree = tree
    self.path = path
    self.template = template
    symbols = [RubySymbol?](repeating: nil, count: tree.nameCount)
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
