import DataSyntax
import Diagnostics
import Source

extension ComponentRewriter {
  /// `{{.CreateTime}}` became the function `timestamp`.
  func creationTimes() -> [TemplateRewrite] {
    ["ami_name", "bundle_prefix", "snapshot_name"].compactMap { entry($0) }.flatMap {
      entry -> [TemplateRewrite] in
      guard entry.value.kind == .string, let bytes = entry.value.scalar?.bytes else { return [] }
      return Self.creationTimes(in: bytes).map { range in
        let change = TemplateRewrite.Change.reshaped(
          "field `CreateTime` is gone", help: "write `{{timestamp}}`")
        return piece(range, of: entry.value, change, becomes: "{{timestamp}}")
      }
    }
  }

  private static func creationTimes(in bytes: [UInt8]) -> [ByteRange] {
    let name = Array(".CreateTime".utf8)
    var found: [ByteRange] = []
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset...].starts(with: "{{".utf8) else {
        offset += 1
        continue
      }
      let start = offset + 2 + bytes[(offset + 2)...].prefix { $0 == 0x20 }.count
      guard bytes[start...].starts(with: name) else {
        offset += 1
        continue
      }
      let end = start + name.count + bytes[(start + name.count)...].prefix { $0 == 0x20 }.count
      if bytes[end...].starts(with: "}}".utf8) { found.append(ByteRange(offset, end + 2)) }
      offset = start
    }
    return found
  }

  /// `clean_image_name` and `clean_ami_name` became one function; in lists and deeper objects Packer's own fixer does
  /// not look, though they are gone there as well.
  func cleaning() -> [TemplateRewrite] {
    var found: [TemplateRewrite] = []
    for entry in map.entries where entry.key.string != "type" { cleaning(in: entry.value, into: &found) }
    return found
  }

  private func cleaning(in value: DataNode, into found: inout [TemplateRewrite]) {
    for child in value.items + value.entries.map(\.value) { cleaning(in: child, into: &found) }
    guard value.kind == .string, let bytes = value.scalar?.bytes else { return }
    for name in ["clean_image_name", "clean_ami_name"] {
      for range in Self.words(name, in: bytes) {
        let change = TemplateRewrite.Change.reshaped(
          "function `\(name)` is gone", help: "write `clean_resource_name`")
        found.append(piece(range, of: value, change, becomes: "clean_resource_name"))
      }
    }
  }

  private static func words(_ word: String, in bytes: [UInt8]) -> [ByteRange] {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return [] }
    return bytes.indices.compactMap { start in
      bytes[start...].starts(with: word) ? ByteRange(start, start + word.count) : nil
    }
  }

  /// Signs that PowerShell reads specially are escaped by Packer itself now.
  func escapes() -> [TemplateRewrite] {
    guard type == "powershell" else { return [] }
    let texts = ["elevated_user", "elevated_password"].compactMap { entry($0)?.value }
    let list = entry("environment_vars")?.value.items ?? []
    return (texts + list).compactMap { value in
      guard value.kind == .string, let scalar = value.scalar else { return nil }
      let marks = Self.escapeMarks(in: scalar.bytes)
      guard !marks.isEmpty else { return nil }
      let change = TemplateRewrite.Change.reshaped(
        "Packer escapes this text for PowerShell by itself",
        help: "write the signs without a backquote before them")
      // A backquote may be meant since.
      return rewrite(change, at: [value], .unsafe) { editor in
        for mark in marks { editor.replace(ByteRange(mark, mark + 1), of: value, with: "") }
      }
    }
  }

  private static func escapeMarks(in bytes: [UInt8]) -> [Int] {
    var marks: [Int] = []
    var offset = 0
    while offset + 1 < bytes.count {
      if bytes[offset] == UInt8(ascii: "`"), "$\"`'".utf8.contains(bytes[offset + 1]) {
        marks.append(offset)
        offset += 2
      } else {
        offset += 1
      }
    }
    return marks
  }

  /// A rewrite of a piece of a text.
  private func piece(
    _ range: ByteRange, of value: DataNode, _ change: TemplateRewrite.Change, becomes text: String
  ) -> TemplateRewrite {
    let found = rewrite(change, at: [value]) { $0.replace(range, of: value, with: text) }
    let place = value.scalar?.location(of: range) ?? value.contentLocation
    return TemplateRewrite(change, of: component, at: [place], found.fix)
  }
}
