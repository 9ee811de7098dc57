import DataSyntax
package import Diagnostics
import Packer
package import Source

/// A file that fixes change: what it was and what it is to be.
package struct MendedFile: Sendable {
  /// The file as it was, with what must not be shown of it.
  private let old: SourceFile
  /// The file as it is to be, with what must not be shown of it.
  var new: SourceFile

  package var id: FileID { old.id }
  package var before: [UInt8] { old.bytes }
  package var after: [UInt8] { new.bytes }

  init(_ file: SourceFile) {
    old = file
    new = file
  }

  /// The change as a unified diff, secrets as stars.
  package var diff: UnifiedDiff {
    UnifiedDiff(
      path: id.path, before: before, after: after, shownBefore: Self.shown(old), shownAfter: Self.shown(new))
  }

  private static func shown(_ file: SourceFile) -> [UInt8] {
    var file = file
    for shape in SecretShape.all(in: file.bytes, for: .hiding) { file.conceal(shape.range) }
    return file.shown
  }

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
