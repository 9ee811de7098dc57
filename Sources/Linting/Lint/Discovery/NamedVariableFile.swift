import DataSyntax
import Host
import Packer
import Source

/// A file of variables that a build file beside a template, or above it, gives to Packer with `-var-file`.
package struct NamedVariableFile: Sendable, Hashable {
  /// The file as people see it.
  package let path: String
  /// The build file that names it, as people see it.
  package let namedIn: String
  /// The variables that it sets.
  package let names: Set<String>

  /// The variables that a file sets; nil where it is no file of variables.
  static func variables(of path: String, in tree: any FileTree) -> Set<String>? {
    guard let bytes = try? tree.read(path, limit: OutsideVariables.sizeLimit) else { return nil }
    let file = SourceFile(FileID(path), bytes: bytes)
    let tree = DataParser.parse(DerivedText(file), as: PackerTemplate.syntax(of: file)).tree
    guard tree.root.kind == .mapping else { return nil }
    return Set(tree.root.entries.compactMap(\.key.string))
  }
}
