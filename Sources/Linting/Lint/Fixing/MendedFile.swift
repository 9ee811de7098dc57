import DataSyntax
package import Diagnostics
import Packer
package import Source

/// A file that fixes change: what it was and what it is to be.
package struct MendedFile: Sendable {
  package let id: FileID
  package let before: [UInt8]
  package internal(set) var after: [UInt8]

  init(_ file: SourceFile) {
    id = file.id
    before = file.bytes
    after = file.bytes
  }

  /// The change as a unified diff.
  package var diff: UnifiedDiff { UnifiedDiff(path: id.path, before: before, after: after) }

  /// The bytes with edits made, which lie apart from each other and come in order.
  static func applying(_ edits: [Fix.Edit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    for edit in edits {
      let range = edit.location.range
      result += bytes[offset..<range.start]
      result += edit.text.utf8
      offset = range.end
    }
    return result + bytes[offset...]
  }

  /// How many faults the syntax of a file has; 0 for files that are no data.
  static func faultCount(of bytes: [UInt8], in id: FileID, isTemplate: Bool) -> Int {
    let file = SourceFile(id, bytes: bytes)
    guard let syntax = isTemplate ? PackerTemplate.syntax(of: file) : TemplateContent.syntax(of: id.path)
    else {
      return 0
    }
    let (tree, faults) = DataParser.parse(DerivedText(file), as: syntax)
    return faults.count + (tree.isIntact ? 0 : 1)
  }
}
