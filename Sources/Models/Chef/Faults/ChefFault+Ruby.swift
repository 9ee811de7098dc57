import Diagnostics
package import RubySyntax
import Source

extension ChefFault {
  /// What Ruby refuses a file for; nil for one that it reads.
  package init?(syntaxOf tree: RubyTree, _ certainty: Certainty = .sure) {
    guard let fault = tree.faults.first(where: \.isError) else { return nil }
    self.init(
      .malformedRuby(message: fault.message), certainty, at: Self.place(of: fault, in: tree),
      labels: fault.opening.map { [Label("it is opened here", at: $0)] } ?? [])
  }

  /// Ruby tells of the end of a text on its last line, not behind it.
  private static func place(of fault: RubyFault, in tree: RubyTree) -> Location {
    let bytes = tree.text.bytes
    guard bytes.last == UInt8(ascii: "\n"),
      fault.location == tree.text.location(of: ByteRange(at: bytes.count))
    else { return fault.location }
    return tree.text.location(of: ByteRange(at: bytes.count - 1))
  }
}
