import DataSyntax
import Diagnostics
import Source

/// A file of facts (components, resources of Chef), packed as compact JSON: which is read many times faster than YAML.
struct FactFile {
  /// A fault of a file, with its line.
  struct Fault: Error {
    let line: Int
    let message: String
  }

  /// Relative to `rules/`.
  let path: String
  let text: String

  /// A file that stays as it is.
  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Packs a file of YAML; the aliases in it are written out.
  init(path: String, yaml: String) throws(Fault) {
    self.path = path
    let file = SourceFile(FileID(path), bytes: Array(yaml.utf8))
    let (tree, diagnostics) = DataParser.parse(DerivedText(file), as: .yaml)
    if let fault = diagnostics.first {
      throw Fault(line: file.lines.line(at: fault.primary.range.start), message: fault.message)
    }
    text = String(decoding: JSONText(tree.root).compact, as: UTF8.self)
  }
}
